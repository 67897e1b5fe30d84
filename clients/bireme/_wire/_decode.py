"""Turning JSON into typed values, with errors that say where the value stands."""

from __future__ import annotations


class ParseError(ValueError):
    """A reply that is not what the spec says.

    `path` is the JSON pointer of the value at fault (empty for the whole reply), `reason` says what is wrong with it.
    Glue turns this into `bireme.DecodeError`, which also knows the request.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path or 'reply'}: {reason}")
        self.path = path
        self.reason = reason

    def under(self, key: str | int) -> ParseError:
        """The same error seen from one level up.

        >>> ParseError("/id", "missing").under("job").path
        '/job/id'
        """
        return ParseError(f"/{str(key).replace('~', '~0').replace('/', '~1')}{self.path}", self.reason)
