"""Cursor paging: pages that begin behind a given item, whatever has been added or removed since.

A cursor holds the sort order and the sort key of the item it stands at, so an item is never skipped or repeated
because of what happens on other pages. To callers it is an opaque string.
"""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

__all__ = ["BadCursor", "Ordered", "SortKey"]

SortKey: TypeAlias = tuple[str | int, ...]


class BadCursor(ValueError):
    """A cursor that is none of this list. `name` is the parameter it came in."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}: {value!r} is not a cursor of this list")
        self.name = name


class Ordered:
    """A list in the order of `key`, whose keys are worked out once for all of its pages."""

    def __init__(self, items: Iterable[Mapping[str, Any]], key: Callable[[Mapping[str, Any]], SortKey]) -> None:
        pairs = sorted(((key(item), item) for item in items), key=itemgetter(0))
        self._keys = [key for key, _ in pairs]
        self._items = [item for _, item in pairs]

    def page(
        self, sort: str, *, limit: int, after: str | None = None, before: str | None = None
    ) -> tuple[list[Mapping[str, Any]], dict[str, str | None]]:
        """One page, and the cursors to its neighbours (None where there is no page). `sort` names the order.

        `after` gives the page that begins behind that cursor, `before` the one that ends in front of it. A cursor
        that is none of this list raises `BadCursor`.
        """
        keys = self._keys
        if after is not None:
            start = bisect_right(keys, _position("after", after, sort, keys))
            end = start + limit
        elif before is not None:
            end = bisect_left(keys, _position("before", before, sort, keys))
            start = max(0, end - limit)
        else:
            start, end = 0, limit
        page = self._items[start:end]
        cursors: dict[str, str | None] = {"previous": None, "next": None}
        if page:
            cursors["previous"] = _cursor(sort, keys[start]) if start > 0 else None
            cursors["next"] = _cursor(sort, keys[start + len(page) - 1]) if start + len(page) < len(keys) else None
        return page, cursors


def _cursor(sort: str, key: SortKey) -> str:
    text = json.dumps([sort, *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def _position(name: str, cursor: str, sort: str, keys: Sequence[SortKey]) -> SortKey:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        parts = json.loads(raw)
    except (ValueError, binascii.Error, RecursionError) as error:
        raise BadCursor(name, cursor) from error
    # A key has the same shape in the whole list; an empty list takes any.
    shape = [type(part) for part in keys[0]] if keys else None
    fits = isinstance(parts, list) and parts[:1] == [sort]
    if not fits or (shape is not None and [type(part) for part in parts[1:]] != shape):
        raise BadCursor(name, cursor)
    return tuple(parts[1:])
