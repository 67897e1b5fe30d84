"""Paged lists: what `before`, `after`, `limit` and `sort` of a call mean, the same for every list of the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Call

from .paging import BadCursor, SortKey, page_of
from .refusals import invalid

__all__ = ["DEFAULT_LIMIT", "listed", "page_key"]

DEFAULT_LIMIT = 20


def listed(
    call: Call, items: Sequence[Mapping[str, Any]], key: Callable[[Mapping[str, Any]], SortKey], sort: str = "id_asc"
) -> tuple[list[Mapping[str, Any]], dict[str, str | None]]:
    """The page of `items` that the call asks for, in the order of `key`, and its `cursors`.

    `sort` names the order; it is part of every cursor. Raises a 400 `Fault` for a cursor that is none of this list and
    for `before` and `after` together.
    """
    after, before = call.query.get("after"), call.query.get("before")
    if after is not None and before is not None:
        raise invalid("after, before: only one of them can be given", "Leave one of the two out.", status=400)
    try:
        return page_of(items, key, sort, limit=call.query.get("limit") or DEFAULT_LIMIT, after=after, before=before)
    except BadCursor as error:
        remedy = "Take cursors from the reply to an earlier page of the same sort order."
        raise invalid(str(error), remedy, status=400) from error


def page_key(call: Call) -> tuple[Any, ...]:
    """What tells this page from others of the list: all of the query, for `views.cached`."""
    return tuple(sorted((name, repr(value)) for name, value in call.query.items()))
