"""Polling the status of a dashboard and refreshing it (fact sheet, sections 10, 10.1, 10.2)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_boards import (
    ALL_FLIGHTS,
    BOARD,
    BROKEN,
    LOCKED,
    MONTHS,
    NO_ROWS,
    changed,
    data_of,
    executions,
    hold,
    key_of,
    let_go,
    made_board,
    made_report,
    poll,
    wait,
)
from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

CARRIER, ORIGIN, DESTINATION = "fltr-carr-0001", "fltr-orig-0001", "fltr-dest-0001"
HOUR = 3600


async def small(cluvio: Cluvio, rate: float = 60, **attributes: Any) -> tuple[str, str]:
    """A dashboard with one report whose data is there: both ids."""
    board = await made_board(cluvio, data_refresh_rate=rate, **attributes)
    report = await made_report(cluvio, board)
    await poll(cluvio, board, refresh=True)
    wait(cluvio)
    return board, report


async def test_there_is_an_entry_for_every_report_and_for_every_custom_filter_that_reports_use(cluvio: Cluvio) -> None:
    status = await poll(cluvio)
    reports = [one["id"] for one in (await cluvio.get(f"/dashboards/{BOARD}", include="reports"))["included"]]
    assert [*status["reports"]] == reports
    assert {*status["filters"]} == {CARRIER, ORIGIN, DESTINATION}
    assert {entry["data_key"] for entry in status["reports"].values()} <= {*status["data_keys"]}
    assert status["updated_at"] == (await cluvio.get(f"/dashboards/{BOARD}"))["data"]["attributes"]["updated_at"]


async def test_with_nothing_cached_the_result_status_is_no_data_and_there_is_nothing_to_fetch(cluvio: Cluvio) -> None:
    entry = key_of(await poll(cluvio), MONTHS)
    assert entry == {"result_status": "no-data", "running": False}
    assert not executions(cluvio)


async def test_queries_start_only_with_refresh_data(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    await poll(cluvio, board)
    assert not executions(cluvio)
    await poll(cluvio, board, refresh=True)
    assert [one["owner"] for one in executions(cluvio)] == [f"report:{report}"]


async def test_queries_start_only_where_data_is_stale_by_the_refresh_rate(cluvio: Cluvio) -> None:
    board, report = await small(cluvio, rate=60)
    for minutes, runs in ((59, 1), (2, 2)):
        cluvio.control.clock.advance(minutes * 60)
        status = await poll(cluvio, board, refresh=True)
        wait(cluvio)
        assert len(executions(cluvio)) == runs
        assert key_of(status, report)["running"] is (runs == 2)


async def test_data_beyond_the_refresh_rate_is_shown_and_is_not_current(cluvio: Cluvio) -> None:
    board, report = await small(cluvio, rate=60)
    fresh = key_of(await poll(cluvio, board), report)
    cluvio.control.clock.advance(2 * HOUR)
    old = key_of(await poll(cluvio, board), report)
    assert (fresh["data_current"], old["data_current"]) == (True, False)
    assert (fresh["result_status"], old["result_status"]) == ("success", "success")
    assert old["execution_id"] == fresh["execution_id"]


@pytest.mark.parametrize(("board_rate", "report_rate"), [(60, 240), (240, 60)])
async def test_the_lower_of_the_two_rates_counts(cluvio: Cluvio, board_rate: int, report_rate: int) -> None:
    board, report = await small(cluvio, rate=board_rate)
    await changed(cluvio, f"/reports/{report}", data_refresh_rate=report_rate)
    assert key_of(await poll(cluvio, board), report)["data_current"]
    cluvio.control.clock.advance(90 * 60)
    assert not key_of(await poll(cluvio, board), report)["data_current"]


async def test_data_from_before_the_anchor_time_of_the_organizations_day_is_stale(cluvio: Cluvio) -> None:
    board, report = await small(cluvio, rate=1440, data_refresh_anchor_time="12:00")  # made at 8:00 in New York
    cluvio.control.clock.advance(4 * HOUR - 60)
    assert key_of(await poll(cluvio, board), report)["data_current"]
    cluvio.control.clock.advance(120)
    assert not key_of(await poll(cluvio, board), report)["data_current"]


async def test_a_reports_own_anchor_time_takes_the_place_of_the_dashboards(cluvio: Cluvio) -> None:
    board, report = await small(cluvio, rate=1440, data_refresh_anchor_time="10:00")
    await changed(cluvio, f"/reports/{report}", data_refresh_anchor_time="23:00")
    cluvio.control.clock.advance(4 * HOUR)
    assert key_of(await poll(cluvio, board), report)["data_current"]


async def test_what_runs_already_is_not_started_again(cluvio: Cluvio) -> None:
    hold(cluvio)
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    for _ in range(3):
        status = await poll(cluvio, board, refresh=True)
    assert len(executions(cluvio)) == 1
    entry = key_of(status, report)
    assert (entry["running"], entry["result_status"]) == (True, "no-data")
    assert entry["execution_status"] in ("starting", "scheduled")
    let_go(cluvio)
    assert key_of(await poll(cluvio, board), report)["result_status"] == "success"


async def test_old_data_is_shown_while_new_data_is_fetched(cluvio: Cluvio) -> None:
    board, report = await small(cluvio, rate=60)
    before = await poll(cluvio, board)
    hold(cluvio)
    cluvio.control.clock.advance(2 * HOUR)
    now = await poll(cluvio, board, refresh=True)
    assert now["reports"][report]["data_key"] == before["reports"][report]["data_key"]
    entry = key_of(now, report)
    assert (entry["result_status"], entry["data_current"], entry["running"]) == ("success", False, True)
    assert entry["execution_id"] != key_of(before, report)["execution_id"]
    let_go(cluvio)
    after = await poll(cluvio, board)
    assert after["reports"][report]["data_key"] != before["reports"][report]["data_key"]
    assert key_of(after, report)["data_current"]


async def test_the_delay_is_60_seconds_and_short_while_something_runs(cluvio: Cluvio) -> None:
    hold(cluvio)
    board = await made_board(cluvio)
    await made_report(cluvio, board)
    assert (await poll(cluvio, board))["status_check_delay"] == 60
    assert (await poll(cluvio, board, refresh=True))["status_check_delay"] == 1
    let_go(cluvio)
    assert (await poll(cluvio, board))["status_check_delay"] == 60


async def test_every_successful_key_is_fetched_with_its_own_token_as_json(cluvio: Cluvio) -> None:
    await poll(cluvio, refresh=True)
    wait(cluvio)
    status = await poll(cluvio)
    keys = {report: entry["data_key"] for report, entry in status["reports"].items()}
    tokens = {report: status["data_keys"][key].get("data_access_token") for report, key in keys.items()}
    months = await data_of(cluvio, keys[MONTHS], tokens[MONTHS])
    assert sum(row[1] for row in months["rows"]) == 336_776
    assert len(months["rows"]) == 12
    assert months["data_timestamp"] == key_of(status, MONTHS)["data_timestamp"]
    assert (await data_of(cluvio, keys[NO_ROWS], tokens[NO_ROWS]))["rows"] == []
    all_flights = await cluvio.get(f"/executions/{key_of(status, ALL_FLIGHTS)['execution_id']}")
    assert all_flights["data"]["attributes"]["result_rows"] == 336_776
    other = await cluvio.server("data", f"Data {tokens[NO_ROWS]}").refused("GET", f"/data/{keys[MONTHS]}")
    assert other[0] in (401, 403)


async def test_a_query_that_failed_has_its_status_and_no_token_and_is_not_tried_at_every_poll(cluvio: Cluvio) -> None:
    await poll(cluvio, refresh=True)
    wait(cluvio)
    status = await poll(cluvio, refresh=True)
    entry = key_of(status, BROKEN)
    assert (entry["result_status"], entry["execution_status"], entry["running"]) == (
        "query_error",
        "query_error",
        False,
    )
    assert "data_access_token" not in entry
    assert len(executions(cluvio, f"report:{BROKEN}")) == 1
    assert "carier" in (await cluvio.get(f"/reports/{BROKEN}"))["data"]["attributes"]["query_error"]


async def test_a_query_that_failed_is_tried_again_once_it_is_changed(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, "SELECT nothing")
    await poll(cluvio, board, refresh=True)
    wait(cluvio)
    document = await changed(cluvio, f"/reports/{report}", sql_query="SELECT 2 AS two")
    assert document["data"]["attributes"]["query_error"] is None
    await poll(cluvio, board, refresh=True)
    wait(cluvio)
    assert key_of(await poll(cluvio, board), report)["result_status"] == "success"


async def test_a_report_without_sql_is_an_error_of_its_own(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, "")
    status = await poll(cluvio, board, refresh=True)
    assert status["reports"] == {report: {"error": "The report has no SQL query"}}
    assert status["data_keys"] == {}


async def test_results_are_kept_apart_by_their_inputs(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, "SELECT count(*) FROM flights WHERE {carrier=carrier}")
    united = {"filters": [{"variable_name": "carrier", "selected_values": ["UA"]}]}
    await poll(cluvio, board, refresh=True, **united)
    wait(cluvio)
    status = await poll(cluvio, board, **united)
    entry = key_of(status, report)
    rows = (await data_of(cluvio, status["reports"][report]["data_key"], entry["data_access_token"]))["rows"]
    assert rows == [[58_665]]
    assert key_of(await poll(cluvio, board), report)["result_status"] == "no-data"


async def test_manual_filters_tell_when_they_were_changed_static_ones_when_they_ran_dynamic_ones_have_a_key(
    cluvio: Cluvio,
) -> None:
    before = (await poll(cluvio))["filters"]
    assert [*before[ORIGIN]] == ["updated_at"]
    assert [*before[CARRIER]] == ["updated_at"]
    await poll(cluvio, refresh=True)
    wait(cluvio)
    status = await poll(cluvio)
    assert {*status["filters"][CARRIER]} == {"updated_at", "data_timestamp"}
    assert status["filters"][ORIGIN] == before[ORIGIN]
    assert key_of(status, DESTINATION)["result_status"] == "success"
    assert {one["kind"] for one in executions(cluvio) if one["owner"].startswith("filter:")} == {"sql_filter"}


async def test_results_are_cached_for_24_hours(cluvio: Cluvio) -> None:
    board, report = await small(cluvio, rate=10_000)
    cluvio.control.clock.advance(24 * HOUR - 60)
    assert key_of(await poll(cluvio, board), report)["result_status"] == "success"
    cluvio.control.clock.advance(120)
    assert key_of(await poll(cluvio, board), report)["result_status"] == "no-data"


async def test_a_refresh_starts_every_report_and_sql_filter_however_recent_the_data(cluvio: Cluvio) -> None:
    await poll(cluvio, refresh=True)
    wait(cluvio)
    owners = sorted(one["owner"] for one in executions(cluvio))
    assert await cluvio.post(f"/dashboards/{BOARD}/refresh", {}, 204) is None
    assert sorted(one["owner"] for one in executions(cluvio)) == sorted(owners * 2)
    assert f"filter:{CARRIER}" in owners
    assert not any(ORIGIN in owner for owner in owners)


async def test_a_refresh_cancels_what_still_runs_for_the_same_inputs_and_nothing_else(cluvio: Cluvio) -> None:
    hold(cluvio)
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    for timerange in ("~", "1~2", "~"):
        await cluvio.post(f"/dashboards/{board}/refresh", {"parameters": {"timerange": timerange}}, 204)
    ended = [(one["parameters"]["timerange"], one["status"]) for one in executions(cluvio, f"report:{report}")]
    assert sorted(ended) == [("1~2", "starting"), ("~", "cancelled"), ("~", "starting")]
    let_go(cluvio)
    assert sorted(one["status"] for one in executions(cluvio)) == ["cancelled", "success", "success"]


async def test_who_may_only_look_may_poll_and_refresh_also_a_locked_dashboard(cluvio: Cluvio) -> None:
    looking = cluvio.with_key(VIEW)
    await looking.post(f"/dashboards/{LOCKED}/refresh", {}, 204)
    wait(cluvio)
    status = await poll(looking, LOCKED)
    assert key_of(status, "targ-carr-0015")["result_status"] == "success"


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"timerange": "2~1"}, "timerange"),
        ({"tz": "Europe/Berlin"}, "parameters.tz"),
        ({"aggregation": "all_time"}, "all_time"),
        ({"filters": [{"variable_name": "a b"}]}, "variable_name"),
    ],
)
@pytest.mark.parametrize("path", [f"/dashboards/{BOARD}/status", f"/dashboards/{BOARD}/refresh"])
async def test_inputs_that_cannot_be_used_are_refused(
    cluvio: Cluvio, path: str, parameters: dict[str, Any], says: str
) -> None:
    status, detail = await cluvio.refused("POST", path, json={"parameters": parameters})
    assert status == 422
    assert says in detail
    assert not executions(cluvio)


async def test_the_time_zone_of_the_inputs_is_one_that_the_dashboard_allows(cluvio: Cluvio) -> None:
    zones = ["Europe/Berlin", "UTC"]
    board = await made_board(cluvio, time_zone_config={"type": "input", "allowed_time_zones": zones})
    await poll(cluvio, board, tz="UTC")
    refused = await cluvio.refused(
        "POST", f"/dashboards/{board}/status", json={"parameters": {"tz": "America/New_York"}}
    )
    assert refused[0] == 422
    assert "Europe/Berlin, UTC" in refused[1]


async def test_an_unknown_dashboard_and_one_beyond_the_key_are_refused(cluvio: Cluvio) -> None:
    narrow = cluvio.key("view_dashboards", dashboard_ids=[LOCKED])
    for action in ("status", "refresh"):
        assert (await cluvio.refused("POST", f"/dashboards/none/{action}", json={}))[0] == 404
        assert (await narrow.refused("POST", f"/dashboards/{BOARD}/{action}", json={}))[0] == 403


async def test_all_tokens_of_the_first_poll_of_a_state_are_good(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    made = [await made_report(cluvio, board, f"SELECT {number} AS one") for number in range(3)]
    await cluvio.post(f"/dashboards/{board}/refresh", {}, 204)
    wait(cluvio)
    status = await poll(cluvio, board)  # the first that hands out tokens, three in one transaction
    for number, report in enumerate(made):
        key, said = status["reports"][report]["data_key"], key_of(status, report)
        assert (await data_of(cluvio, key, said["data_access_token"]))["rows"] == [[number]]
