"""JSON pointers (RFC 6901): where a value stands in a reply, as the spec's policies write it."""

from __future__ import annotations

from typing import Any

from bireme._wire import ParseError


def resolve(document: Any, pointer: str) -> Any:
    """The value at `pointer`.

    >>> resolve({"job": {"id": 7}}, "/job/id")
    7

    Raises:
        ParseError: nothing stands there; its path is the first step that is missing.
        ValueError: the pointer is not one.
    """
    value, path = document, ""
    for step in steps(pointer):
        path = f"{path}/{step.replace('~', '~0').replace('/', '~1')}"
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and _is_index(step) and int(step) < len(value):
            value = value[int(step)]
        else:
            raise ParseError(path, "is missing")
    return value


def find(document: Any, pointer: str | None, default: Any = None) -> Any:
    """The value at `pointer`, or `default` where nothing stands there."""
    if pointer is None:
        return default
    try:
        return resolve(document, pointer)
    except ParseError:
        return default


def steps(pointer: str) -> list[str]:
    """The keys that a pointer walks along.

    >>> steps("/a~1b/0")
    ['a/b', '0']

    Raises:
        ValueError: it is not empty and does not start with `/`.
    """
    if not pointer:
        return []
    if not pointer.startswith("/"):
        raise ValueError(f"{pointer!r} is not a JSON pointer: it must be empty or start with '/'")
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]


def _is_index(step: str) -> bool:
    return step.isascii() and step.isdigit() and (step == "0" or step[0] != "0")
