"""What can go wrong with a query, in the words that a person gets to read."""

from __future__ import annotations

_MOST_TEXT = 4_000


class QueryError(Exception):
    """The database refused or failed a query. `message` is the database's own text, without a trailing newline.

    Its first 4,000 characters: a query can raise an error as long as it likes, and errors are kept, logged and mailed.
    """

    def __init__(self, message: str) -> None:
        text = message.strip()
        self.message = text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]} ..."
        super().__init__(self.message)


class QueryTimeout(QueryError):
    """A query ran longer than the engine's limit and was interrupted. `seconds` is that limit."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"The query was stopped after its time limit of {seconds:g} s.")


class QueryCancelled(QueryError):
    """A query was interrupted because its job was cancelled."""

    def __init__(self) -> None:
        super().__init__("The query was cancelled.")


class DataError(ValueError):
    """A data file given to the engine is missing, of a kind that it cannot read, or not what its name says."""
