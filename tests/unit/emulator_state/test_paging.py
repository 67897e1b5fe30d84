"""Cursor paging: whatever the page size and the direction, nothing is lost and nothing comes twice."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.holistics.paging import BadCursor, Ordered


def by_id(item: Any) -> tuple[int, ...]:
    return (item["id"],)


def by_title(item: Any) -> tuple[str | int, ...]:
    return (item["title"].casefold(), item["id"])


ITEMS = st.dictionaries(st.integers(1, 10_000), st.text(max_size=5), max_size=40).map(
    lambda made: [{"id": id, "title": title} for id, title in made.items()]
)


@given(ITEMS, st.integers(1, 12), st.sampled_from([by_id, by_title]))
def test_walking_forwards_gives_every_item_once_in_order(items: list[Any], limit: int, key: Any) -> None:
    seen: list[Any] = []
    cursor = None
    for _ in range(len(items) + 2):
        page, cursors = Ordered(items, key).page("s", limit=limit, after=cursor)
        assert len(page) <= limit
        seen += page
        cursor = cursors["next"]
        if cursor is None:
            break
    assert seen == sorted(items, key=key)


@given(ITEMS.filter(bool), st.integers(1, 12), st.sampled_from([by_id, by_title]))
def test_walking_back_from_the_end_gives_every_item_once(items: list[Any], limit: int, key: Any) -> None:
    page, cursors = Ordered(items, key).page("s", limit=limit)
    while cursors["next"] is not None:
        page, cursors = Ordered(items, key).page("s", limit=limit, after=cursors["next"])
    seen = list(page)
    while cursors["previous"] is not None:
        page, cursors = Ordered(items, key).page("s", limit=limit, before=cursors["previous"])
        seen = [*page, *seen]
    assert seen == sorted(items, key=key)


@given(ITEMS, ITEMS, st.sets(st.integers(0, 39)), st.integers(1, 5))
def test_items_that_come_and_go_between_pages_disturb_no_other(
    items: list[Any], more: list[Any], gone: set[int], limit: int
) -> None:
    present = {item["id"]: item for item in items}
    leaving = [items[position]["id"] for position in sorted(gone) if position < len(items)]
    arriving = [item for item in more if item["id"] not in present]
    stable = set(present) - set(leaving)
    seen: list[int] = []
    cursor = None
    while True:
        page, cursors = Ordered(list(present.values()), by_id).page("s", limit=limit, after=cursor)
        seen += [item["id"] for item in page]
        cursor = cursors["next"]
        if cursor is None:
            break
        if leaving:
            present.pop(leaving.pop())
        if arriving:
            new = arriving.pop()
            present[new["id"]] = new
    assert len(seen) == len(set(seen))
    assert stable <= set(seen)


def test_an_empty_list_has_no_cursors() -> None:
    assert Ordered([], by_id).page("s", limit=5) == ([], {"previous": None, "next": None})


@given(st.text(max_size=60))
def test_a_made_up_cursor_is_refused_by_name(cursor: str) -> None:
    for name in ("after", "before"):
        with pytest.raises(BadCursor, match=name):
            Ordered([{"id": 1}], by_id).page("s", limit=5, **{name: cursor})  # type: ignore[arg-type]


def test_a_cursor_of_another_order_is_refused() -> None:
    items = [{"id": 1, "title": "a"}, {"id": 2, "title": "b"}]
    _, cursors = Ordered(items, by_id).page("id_asc", limit=1)
    with pytest.raises(BadCursor):
        Ordered(items, by_title).page("natural", limit=1, after=cursors["next"])


@pytest.mark.parametrize("parts", [["s"], ["s", "1"], ["s", True], ["s", 1, 2], ["s", None], {"s": 1}, "s"])
def test_a_cursor_that_decodes_to_something_else_is_refused(parts: Any) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")
    with pytest.raises(BadCursor):
        Ordered([{"id": 1}], by_id).page("s", limit=5, after=cursor)
