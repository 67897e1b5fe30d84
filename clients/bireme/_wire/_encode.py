"""Turning typed arguments into what is sent: paths, queries, JSON, forms."""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any
from urllib.parse import quote, unquote, urlencode

from ._request import File
from ._unset import Unset

Pairs = tuple[tuple[str, str], ...]


def plain(value: object) -> Any:
    """A value as plain JSON: models become objects, dates text; what is not set is left out of its object."""
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return to_dict()
    if isinstance(value, Mapping):
        return members(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def members(value: Mapping[str, object]) -> dict[str, Any]:
    """The members of an object that are set, as plain JSON."""
    return {name: plain(item) for name, item in value.items() if not isinstance(item, Unset)}


def text(name: str, value: object) -> str:
    """One value as it stands in a path, a query or a header.

    Raises:
        TypeError: it is no single value (None, a list, an object).
    """
    value = plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    what = "None; leave the argument out instead" if value is None else f"a {type(value).__name__}"
    raise TypeError(f"{name}: a single value is due here, not {what}")


def path(name: str, value: object) -> str:
    """A value as one segment of a path, percent-encoded.

    Raises:
        ValueError: it is empty or made of dots alone, which would name another path.
    """
    segment = text(name, value)
    if segment in ("", ".", ".."):
        raise ValueError(f"{name}: {segment!r} cannot stand in a path; give the object's id")
    return quote(segment, safe="")


_PATH_CHARACTERS = "/:@!$&'()*+,;=-._~%"  # RFC 3986: what a path may hold as it is, escapes included


def segments(name: str, value: object) -> str:
    """A value that spans segments of a path, its slashes and escapes sent as they are.

    Raises:
        ValueError: a segment is empty or made of dots alone, which would name another path.
    """
    whole = text(name, value)
    for segment in whole.split("/"):
        path(name, unquote(segment))
    return quote(whole, safe=_PATH_CHARACTERS)


def single(name: str, value: object) -> Pairs:
    return () if isinstance(value, Unset) else ((name, text(name, value)),)


def _items(name: str, value: object) -> Sequence[object]:
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise TypeError(f"{name}: a list is due here, not {value!r}; write [{value!r}] for one value")
    return value


def repeated(name: str, value: object) -> Pairs:
    """An array as the same name once for each item."""
    return () if isinstance(value, Unset) else tuple((name, text(name, item)) for item in _items(name, value))


def joined(name: str, value: object, separator: str) -> Pairs:
    """An array as one value (`explode: false`)."""
    if isinstance(value, Unset):
        return ()
    return ((name, separator.join(text(name, item) for item in _items(name, value))),)


def _object(name: str, value: object) -> dict[str, Any]:
    found = plain(value)
    if not isinstance(found, dict):
        raise TypeError(f"{name}: an object is due here, not {value!r}")
    return found


def deep_object(name: str, value: object) -> Pairs:
    """An object as `name[member]=value` (`style: deepObject`)."""
    return () if isinstance(value, Unset) else _flat(_object(name, value), f"{name}[", "]")


def flat_object(name: str, value: object) -> Pairs:
    """An object as one parameter for each member."""
    return () if isinstance(value, Unset) else _flat(_object(name, value))


def _flat(value: Mapping[str, Any], before: str = "", after: str = "") -> Pairs:
    def pairs() -> Iterator[tuple[str, str]]:
        for key, item in value.items():
            name = f"{before}{key}{after}"
            for one in item if isinstance(item, list) else [item]:
                yield name, text(name, one)

    return tuple(pairs())


def json_content(body: object) -> bytes:
    """A body as JSON.

    Raises:
        ValueError: it holds a number that JSON has not (NaN, infinity).
        TypeError: it holds something that JSON has not.
    """
    try:
        return json.dumps(plain(body), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except TypeError as error:
        raise TypeError(f"body: {error}; give JSON values") from None
    except ValueError as error:
        raise ValueError(f"body: {error}; give JSON values") from None


def form_content(body: object) -> bytes:
    """A body as an HTML form."""
    return urlencode(_flat(_object("body", body))).encode()


def parts(body: object) -> tuple[tuple[str, File], ...]:
    """A body as the parts of a multipart form: files as they are, objects as JSON, the rest as text."""
    to_multipart = getattr(body, "to_multipart", None)
    if to_multipart is not None:
        found: tuple[tuple[str, File], ...] = to_multipart()
        return found
    if not isinstance(body, Mapping):
        raise TypeError(f"body: an object is due here, not {body!r}")
    return tuple((name, part) for name, value in body.items() for part in _parts(name, value))


def _parts(name: str, value: object) -> Iterator[File]:
    if isinstance(value, Unset):
        return
    if isinstance(value, File):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _parts(name, item)
    elif isinstance(found := plain(value), dict):
        yield File(json.dumps(found, ensure_ascii=False).encode(), content_type="application/json")
    else:
        yield File(text(name, found).encode(), content_type="text/plain; charset=utf-8")
