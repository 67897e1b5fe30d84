"""The grid of a dashboard: where reports stand, and the operation that arranges them (fact sheet, 10.4 and 12)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.cluvio.grid import COLUMNS, closed_up, first_place, problems_of
from tests.unit.emulator_state.cluvio_boards import BOARD, LOCKED, MONTHS, made_board, made_report
from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

SIZES = st.lists(st.tuples(st.integers(1, COLUMNS), st.integers(1, 9)), min_size=1, max_size=12)


async def layout(cluvio: Cluvio, board: str) -> list[dict[str, Any]]:
    attributes = (await cluvio.get(f"/dashboards/{board}"))["data"]["attributes"]
    shown: list[dict[str, Any]] = attributes["layout"]
    return shown


def element(id: str, row: int = 1, column: int = 1, width: int = 6, height: int = 4) -> dict[str, Any]:
    return {"type": "report", "id": id, "row": row, "column": column, "width": width, "height": height}


async def arranged(cluvio: Cluvio, board: str, *elements: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    reply = await cluvio.call("PUT", f"/dashboards/{board}/layout", json={"layout": [*elements], **more})
    assert (reply.status_code, reply.content) == (204, b""), reply.text
    return await layout(cluvio, board)


async def refused(cluvio: Cluvio, board: str, *elements: dict[str, Any]) -> str:
    before = await layout(cluvio, board)
    status, detail = await cluvio.refused("PUT", f"/dashboards/{board}/layout", json={"layout": [*elements]})
    assert status == 422
    assert await layout(cluvio, board) == before
    return detail


async def two(cluvio: Cluvio) -> tuple[str, str, str]:
    board = await made_board(cluvio)
    return board, await made_report(cluvio, board), await made_report(cluvio, board)


async def test_a_new_report_goes_where_its_width_and_height_fit_first(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    sizes = [(8, 4), (6, 2), (4, 3), (6, 2), (12, 1)]
    reports = [await made_report(cluvio, board, width=width, height=height) for width, height in sizes]
    places = {one["id"]: (one["row"], one["column"]) for one in await layout(cluvio, board)}
    assert [places[id] for id in reports] == [(1, 1), (5, 1), (1, 9), (5, 7), (7, 1)]


async def test_without_a_wish_a_new_report_has_a_size_of_its_own(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    assert await layout(cluvio, board) == [element(one), element(other, column=7)]
    zero = await made_report(cluvio, board, width=0, height=0)  # as the vendor's sample has it
    assert (await layout(cluvio, board))[2:] == [element(zero, row=5)]
    attributes = (await cluvio.get(f"/reports/{other}"))["data"]["attributes"]
    assert [attributes[name] for name in ("row", "column", "width", "height")] == [1, 7, 6, 4]


@pytest.mark.parametrize("size", [{"width": -1}, {"width": 13}, {"height": -1}, {"height": 1001}, {"width": 10**40}])
async def test_a_size_that_no_grid_has_is_refused(cluvio: Cluvio, size: dict[str, int]) -> None:
    from tests.unit.emulator_state.cluvio_boards import on

    document = cluvio.data(on(BOARD), name="Odd", **size)
    status, detail = await cluvio.refused("POST", "/reports", json=document)
    assert status == 422
    assert next(iter(size)) in detail


async def test_the_layout_operation_sets_place_and_size_of_every_report(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    wanted = [element(other, width=12, height=2), element(one, row=3, column=4, width=5, height=7)]
    assert await arranged(cluvio, board, *reversed(wanted)) == wanted
    attributes = (await cluvio.get(f"/reports/{one}"))["data"]["attributes"]
    assert [attributes[name] for name in ("row", "column", "width", "height")] == [3, 4, 5, 7]


async def test_every_report_must_be_there_exactly_once_and_no_other(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    assert f"the report {other} is missing" in await refused(cluvio, board, element(one))
    assert "more than once" in await refused(cluvio, board, element(one), element(one, column=7))
    assert "no report" in await refused(cluvio, board, element(one), element(other, column=7), element(MONTHS, row=9))
    assert "is missing" in await refused(cluvio, board)


async def test_an_element_says_which_report_it_is_for_and_all_four_numbers(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    for name in ("id", "row", "column", "width", "height"):
        short = {key: value for key, value in element(report).items() if key != name}
        assert name in await refused(cluvio, board, short)


@pytest.mark.parametrize(
    ("name", "value"),
    [("row", 0), ("row", 10**30), ("column", 0), ("column", 13), ("width", 0), ("width", 13), ("height", 0)],
)
async def test_rows_and_columns_count_from_1_and_there_are_12_columns(cluvio: Cluvio, name: str, value: int) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    assert name in await refused(cluvio, board, {**element(report), name: value})


async def test_a_report_does_not_go_beyond_the_last_column(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    assert "beyond" in await refused(cluvio, board, element(report, column=8, width=6))
    assert await arranged(cluvio, board, element(report, column=7, width=6)) == [element(report, column=7, width=6)]


async def test_reports_do_not_overlap(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    assert "overlaps" in await refused(cluvio, board, element(one), element(other, row=4, column=6))


async def test_without_floating_gaps_above_reports_close(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    shown = await arranged(cluvio, board, element(one, row=5), element(other, row=20, column=4))
    assert shown == [element(one), element(other, row=5, column=4)]


async def test_floating_keeps_gaps_and_its_value_when_left_out(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    wanted = [element(one, row=5), element(other, row=20)]
    assert await arranged(cluvio, board, *wanted, floating_enabled=True) == wanted
    attributes = (await cluvio.get(f"/dashboards/{board}"))["data"]["attributes"]
    assert attributes["floating_enabled"] is True
    moved = [element(one, row=6), element(other, row=21)]
    assert await arranged(cluvio, board, *moved) == moved
    assert [one["row"] for one in await arranged(cluvio, board, *moved, floating_enabled=False)] == [1, 5]


async def test_layout_and_floating_are_changed_by_no_other_operation(cluvio: Cluvio) -> None:
    before = await layout(cluvio, BOARD)
    document = cluvio.data(layout=[element(MONTHS, row=9)], floating_enabled=True)
    reply = await cluvio.call("PATCH", f"/dashboards/{BOARD}", json=document)
    assert reply.status_code == 200
    assert reply.json()["data"]["attributes"]["floating_enabled"] is False
    place = cluvio.data(row=9, column=9, width=1, height=1)
    assert (await cluvio.call("PATCH", f"/reports/{MONTHS}", json=place)).status_code == 200
    assert await layout(cluvio, BOARD) == before


async def test_what_a_deleted_report_leaves_closes_up(cluvio: Cluvio) -> None:
    board, one, other = await two(cluvio)
    await arranged(cluvio, board, element(one, width=12), element(other, row=5, width=12))
    assert (await cluvio.call("DELETE", f"/reports/{one}")).status_code == 204
    assert await layout(cluvio, board) == [element(other, width=12)]


async def test_the_demos_dashboards_can_be_laid_out_as_they_are(cluvio: Cluvio) -> None:
    for location in (cluvio, cluvio.at("us")):
        for dashboard in (await location.get("/dashboards"))["data"]:
            if not dashboard["attributes"]["is_locked"]:
                shown = dashboard["attributes"]["layout"]
                assert await arranged(location, dashboard["id"], *shown) == shown


async def test_arranging_takes_the_right_to_manage_and_an_unlocked_dashboard(cluvio: Cluvio) -> None:
    body = {"layout": await layout(cluvio, LOCKED)}
    assert (await cluvio.with_key(VIEW).refused("PUT", f"/dashboards/{BOARD}/layout", json=body))[0] == 403
    assert (await cluvio.refused("PUT", f"/dashboards/{LOCKED}/layout", json=body))[0] == 422


@given(SIZES)
def test_reports_that_are_placed_one_after_the_other_never_overlap_and_leave_no_gaps(
    sizes: list[tuple[int, int]],
) -> None:
    places: dict[str, dict[str, int]] = {}
    for number, (width, height) in enumerate(sizes):
        places[str(number)] = first_place(places.values(), width, height)
    assert problems_of(places) == []
    assert closed_up(places) == places


@given(SIZES, st.data())
def test_closing_up_makes_no_overlap_moves_nothing_down_and_is_done_at_once(
    sizes: list[tuple[int, int]], data: st.DataObject
) -> None:
    places: dict[str, dict[str, int]] = {}
    for number, (width, height) in enumerate(sizes):
        place = first_place(places.values(), width, height)
        places[str(number)] = {**place, "row": place["row"] + data.draw(st.integers(0, 50))}
        if problems_of(places):
            del places[str(number)]
    closed = closed_up(places)
    assert problems_of(closed) == []
    assert all(closed[id]["row"] <= places[id]["row"] for id in places)
    assert closed_up(closed) == closed
