"""Arguments that several calls take, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme._runtime.errors import InvalidInput
from bireme._wire import Record

__all__ = ["check_choice", "check_id", "check_text", "check_token", "is_token"]


def check_id(field: str, value: Any, kind: str | None = None) -> str:
    """An id that can be sent: text as the API gives it, or the record that has it.

    Raises:
        InvalidInput: it is neither, or a record of another kind.
    """
    if isinstance(value, Record):
        if kind is None or kind == value.TYPE:
            return value.id
        reason = f"is one of the {value.TYPE}, not of the {kind}"
        raise InvalidInput(field, value, reason, "Give the id of the right one.")
    if not isinstance(value, str) or not value or any(char.isspace() or not char.isprintable() for char in value):
        raise InvalidInput(field, value, "is not an id", "Give the text that the API has as `id`.")
    return value


def check_text(field: str, value: Any, what: str) -> str:
    """A text that says something.

    Raises:
        InvalidInput: it is none, or empty.
    """
    if not isinstance(value, str) or not value.strip():
        raise InvalidInput(field, value, f"is no {what}", f"Give the text of the {what}.")
    return value


def check_choice(field: str, value: Any, choices: Sequence[Any] | Mapping[Any, Any]) -> Any:
    """One of several values, or the member of an enum that stands for it.

    Raises:
        InvalidInput: it is none of them.
    """
    value = getattr(value, "value", value)
    # Not by equality alone: 1 is True to Python.
    found = [choice for choice in choices if choice == value and type(choice) is type(value)]
    if not found:
        raise InvalidInput(field, value, "is none of the choices", f"Use one of {', '.join(map(repr, choices))}.")
    return found[0]


def is_token(value: Any) -> bool:
    """Whether something can be sent as a data access token."""
    return isinstance(value, str) and value != "" and value.isascii() and value.isprintable() and " " not in value


def check_token(value: Any) -> str:
    """A data access token that can be sent.

    Raises:
        InvalidInput: it is none; the text does not show it.
    """
    if not is_token(value):
        remedy = "Give the data_access_token as it came with the data_key."
        raise InvalidInput("token", "***", "is not a data access token", remedy)
    return str(value)
