"""Paged lists: what `before`, `after`, `limit` and `sort` of a call mean, the same for every list of the API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bireme_emulator.kernel.context import Call

from .paging import BadCursor, Ordered, SortKey
from .refusals import invalid
from .views import API, caller_of

__all__ = ["DEFAULT_LIMIT", "listed", "page_key"]

DEFAULT_LIMIT = 20
_OF_PAGE = ("after", "before", "limit")
_LISTS = "holistics.lists"
_MOST_LISTS = 20  # each may be long


def listed(
    call: Call,
    select: Callable[[], Iterable[Mapping[str, Any]]],
    key: Callable[[Mapping[str, Any]], SortKey],
    sort: str = "id_asc",
) -> tuple[list[Mapping[str, Any]], dict[str, str | None]]:
    """The page that the call asks for of what `select` gives, in the order of `key`, and its `cursors`.

    `sort` names the order; it is part of every cursor. What `select` gives may depend on the records, the caller and
    the query, and on nothing else: it is kept, in order, until a record of the API changes. Raises a 400 `Fault` for a
    cursor that is none of this list and for `before` and `after` together.
    """
    after, before = call.query.get("after"), call.query.get("before")
    if after is not None and before is not None:
        raise invalid("after, before: only one of them can be given", "Leave one of the two out.", status=400)
    ordered = _ordered(call, lambda: Ordered(select(), key))
    try:
        return ordered.page(sort, limit=call.query.get("limit") or DEFAULT_LIMIT, after=after, before=before)
    except BadCursor as error:
        remedy = "Take cursors from the reply to an earlier page of the same sort order."
        raise invalid(str(error), remedy, status=400) from error


def _ordered(call: Call, build: Callable[[], Ordered]) -> Ordered:
    """The whole list that a call asks for a page of."""
    revision = call.session.store.revision(API)
    lists: tuple[int, dict[tuple[Any, ...], Ordered]] | None = call.session.cache.get(_LISTS)
    if lists is None or lists[0] != revision or len(lists[1]) >= _MOST_LISTS:
        lists = call.session.cache[_LISTS] = (revision, {})
    filters = tuple(sorted((name, repr(value)) for name, value in call.query.items() if name not in _OF_PAGE))
    key = (call.operation.id, caller_of(call).user["id"], filters)
    found = lists[1].get(key)
    if found is None:
        found = lists[1][key] = build()
    return found


def page_key(call: Call) -> tuple[Any, ...]:
    """What tells this page from others of the list: all of the query, for `views.cached`."""
    return tuple(sorted((name, repr(value)) for name, value in call.query.items()))
