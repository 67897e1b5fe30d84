"""Walking over pages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bireme._runtime import errors
from bireme._runtime.paging import paginate
from bireme._runtime.retry import Retry


def page(kit: Any, things: list[int], following: Any = None) -> Any:
    return kit.reply(200, {"things": things, "cursors": {"next": following}})


def walk(world: Any, kit: Any, start: Any = None) -> Any:
    return paginate(world.session, start or kit.LIST, lambda value: value["things"])


def test_all_pages_are_walked_in_order(world: Any, kit: Any) -> None:
    world.answers(page(kit, [1, 2], "c1"), page(kit, [], "c 2&="), page(kit, [3]))
    assert world.collect(walk(world, kit)) == [1, 2, 3]
    assert [request.url.params.get("after") for request in world.requests] == [None, "c1", "c 2&="]


@pytest.mark.parametrize(
    "body", [{"things": [1], "cursors": {"next": ""}}, {"things": [1], "cursors": {}}, {"things": [1]}]
)
def test_a_cursor_that_is_empty_or_missing_ends_the_walk(world: Any, kit: Any, body: Any) -> None:
    world.answers(kit.reply(200, body))
    assert world.collect(walk(world, kit)) == [1]


@pytest.mark.parametrize("start", [None, "c1"])
def test_a_cursor_that_repeats_is_an_error_and_not_a_loop(world: Any, kit: Any, start: str | None) -> None:
    request = kit.LIST if start is None else kit.LIST.with_query("after", start)
    world.answers(page(kit, [1], "c2"), page(kit, [2], "c1"), page(kit, [3], "c2"))
    with pytest.raises(errors.PagingError) as caught:
        world.collect(walk(world, kit, request))
    assert caught.value.cursor in ("c1", "c2")
    assert len(world.requests) <= 3


@pytest.mark.parametrize("cursor", [True, {}, [], 1.5])
def test_a_cursor_of_another_kind_is_an_error(world: Any, kit: Any, cursor: Any) -> None:
    world.answers(page(kit, [1], cursor))
    with pytest.raises(errors.DecodeError, match="/cursors/next"):
        world.collect(walk(world, kit))


def test_a_page_that_fails_says_where_to_go_on(world: Any, kit: Any) -> None:
    world.new_session(retry=Retry(attempts=2))
    world.answers(page(kit, [1], "c1"), kit.reply(500))
    with pytest.raises(errors.ServerError) as caught:
        world.collect(walk(world, kit))
    assert caught.value.cursor == "c1"
    assert "after='c1'" in caught.value.__notes__[0]
    world.answers(page(kit, [2]))
    assert world.collect(walk(world, kit, kit.LIST.with_query("after", caught.value.cursor))) == [2]


def test_a_page_is_asked_for_only_when_it_is_needed(kit: Any) -> None:
    world = kit.World("sync")
    world.answers(page(kit, [1, 2], "c1"), page(kit, [3]))
    items = kit.iterate(walk(world, kit), world.io())
    assert [next(items), next(items)] == [1, 2]
    assert len(world.requests) == 1
    items.close()
    assert len(world.requests) == 1


def test_a_page_is_parsed_once_for_its_items_and_its_cursor(
    world: Any, kit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    loads = json.loads
    monkeypatch.setattr(json, "loads", lambda content: (parsed.append(content), loads(content))[1])
    world.answers(page(kit, [1, 2], "c1"), page(kit, [3]))
    assert world.collect(walk(world, kit)) == [1, 2, 3]
    assert len(parsed) == 2


def test_an_operation_without_pages_is_refused(world: Any, kit: Any) -> None:
    with pytest.raises(ValueError, match="no pages"):
        world.collect(walk(world, kit, kit.GET))
