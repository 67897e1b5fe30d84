"""Export jobs of Cluvio: a test for each rule of section 11 of the fact sheet, and of the periods in section 20."""

from __future__ import annotations

import asyncio
import uuid
from typing import Any

import pytest

from bireme_emulator.cluvio.organization import organization, put_organization
from tests.unit.emulator_state.cluvio_boards import (
    ALL_FLIGHTS,
    BOARD,
    BROKEN,
    MONTHS,
    NO_ROWS,
    changed,
    executions,
    made_board,
    made_report,
)
from tests.unit.emulator_state.cluvio_exporting import all_done, begun, exported, fetched, state
from tests.unit.emulator_state.cluvio_world import Cluvio

EXPORTS = (
    (f"/dashboards/{BOARD}/export/pdf", b"%PDF"),
    (f"/dashboards/{BOARD}/export/png", b"\x89PNG"),
    (f"/reports/{MONTHS}/export/pdf", b"%PDF"),
    (f"/reports/{MONTHS}/export/png", b"\x89PNG"),
    (f"/reports/{MONTHS}/export/csv", b"period,flights"),
)
PNG, CSV = f"/reports/{MONTHS}/export/png", f"/reports/{MONTHS}/export/csv"


def hold(cluvio: Cluvio) -> None:
    cluvio.session.jobs.set_progression("export", "manual")


@pytest.mark.parametrize(("path", "beginning"), EXPORTS, ids=[path for path, _ in EXPORTS])
async def test_each_export_answers_a_job_id_and_ends_with_its_file(cluvio: Cluvio, path: str, beginning: bytes) -> None:
    id = await begun(cluvio, path)
    assert str(uuid.UUID(id)) == id
    all_done(cluvio)
    ended = await state(cluvio, id)
    assert (ended["job_status"], ended.get("error_message")) == ("success", None)
    reply = await fetched(cluvio, ended["file_url"])
    assert reply.content.startswith(beginning)


async def test_a_job_is_started_then_running_then_success(cluvio: Cluvio) -> None:
    hold(cluvio)
    id = await begun(cluvio, PNG)
    kernel_id = cluvio.session.jobs.list(cluvio.api)[-1]["id"]
    assert await state(cluvio, id) == {"job_status": "started"}
    cluvio.session.jobs.advance(kernel_id)
    assert await state(cluvio, id) == {"job_status": "started"}
    cluvio.session.jobs.advance(kernel_id)
    assert await state(cluvio, id) == {"job_status": "running"}
    all_done(cluvio)
    ended = await state(cluvio, id)
    assert ended["job_status"] == "success"


async def test_file_url_is_valid_for_a_short_time_and_new_at_every_poll(cluvio: Cluvio) -> None:
    id = await begun(cluvio, PNG)
    all_done(cluvio)
    first = (await state(cluvio, id))["file_url"]
    cluvio.session.clock.advance(299)
    assert (await fetched(cluvio, first)).status_code == 200
    cluvio.session.clock.advance(2)
    refused = await fetched(cluvio, first)
    assert refused.status_code == 403
    assert "expired" in refused.text
    second = (await state(cluvio, id))["file_url"]
    assert second != first
    assert (await fetched(cluvio, second)).status_code == 200


async def test_file_url_is_at_another_origin_and_takes_no_key(cluvio: Cluvio) -> None:
    id = await begun(cluvio, PNG)
    all_done(cluvio)
    link = (await state(cluvio, id))["file_url"]
    assert not link.startswith("http://testserver/")
    assert "cluvio-demo" not in link


async def test_error_message_on_error_is_what_the_database_said(cluvio: Cluvio) -> None:
    await changed(cluvio, f"/reports/{BROKEN}", unlimited_csv_export_enabled=True)
    id = await begun(cluvio, f"/reports/{BROKEN}/export/csv")
    all_done(cluvio)
    ended = await state(cluvio, id)
    assert ended["job_status"] == "error"
    assert 'column "carier" not found' in ended["error_message"]
    assert ended.get("file_url") is None


@pytest.mark.parametrize(("path", "_"), EXPORTS[:4], ids=[path for path, _ in EXPORTS[:4]])
async def test_a_recent_successful_picture_is_returned_while_its_data_is_current(
    cluvio: Cluvio, path: str, _: bytes
) -> None:
    first = await begun(cluvio, path)
    all_done(cluvio)
    ran = len(executions(cluvio))
    assert await begun(cluvio, path) == first
    assert await begun(cluvio, path, aggregation="month", timerange="~") == first  # the same, said out loud
    assert len(executions(cluvio)) == ran


async def test_a_picture_is_made_anew_when_its_data_is_stale_by_the_refresh_rate(cluvio: Cluvio) -> None:
    await changed(cluvio, f"/reports/{MONTHS}", data_refresh_rate=30)
    first = await begun(cluvio, PNG)
    all_done(cluvio)
    cluvio.session.clock.advance(29 * 60)
    assert await begun(cluvio, PNG) == first
    cluvio.session.clock.advance(2 * 60)
    second = await begun(cluvio, PNG)
    assert second != first
    all_done(cluvio)
    assert len(executions(cluvio, f"report:{MONTHS}")) == 2


async def test_the_dashboards_refresh_rate_counts_for_reports_without_their_own(cluvio: Cluvio) -> None:
    board = await made_board(cluvio, data_refresh_rate=10)
    await made_report(cluvio, board)
    path = f"/dashboards/{board}/export/pdf"
    first = await begun(cluvio, path)
    all_done(cluvio)
    cluvio.session.clock.advance(9 * 60)
    assert await begun(cluvio, path) == first
    cluvio.session.clock.advance(2 * 60)
    assert await begun(cluvio, path) != first


async def test_another_kind_or_other_inputs_are_another_job(cluvio: Cluvio) -> None:
    made = [
        await begun(cluvio, PNG),
        await begun(cluvio, f"/reports/{MONTHS}/export/pdf"),
        await begun(cluvio, PNG, aggregation="week"),
        await begun(cluvio, PNG, filters=[{"variable_name": "carrier", "selected_values": ["UA"]}]),
    ]
    all_done(cluvio)
    assert len({*made}) == 4
    assert await begun(cluvio, PNG, aggregation="week") == made[2]


async def test_two_requests_while_a_picture_is_being_made_share_the_job(cluvio: Cluvio) -> None:
    hold(cluvio)
    assert await begun(cluvio, PNG) == await begun(cluvio, PNG)
    all_done(cluvio)


async def test_a_changed_report_or_a_refreshed_one_is_drawn_anew(cluvio: Cluvio) -> None:
    first = await begun(cluvio, PNG)
    all_done(cluvio)
    await changed(cluvio, f"/reports/{MONTHS}", name="Departures")
    second = await begun(cluvio, PNG)
    all_done(cluvio)
    await cluvio.post(f"/reports/{MONTHS}/refresh", {})
    all_done(cluvio)
    third = await begun(cluvio, PNG)
    all_done(cluvio)
    assert len({first, second, third}) == 3


async def test_a_picture_uses_cached_results_and_its_queries_are_cached_for_others(cluvio: Cluvio) -> None:
    await cluvio.post(f"/reports/{MONTHS}/refresh", {})
    all_done(cluvio)
    await exported(cluvio, PNG)
    assert len(executions(cluvio, f"report:{MONTHS}")) == 1
    await exported(cluvio, PNG, aggregation="quarter")
    reply = await cluvio.post(f"/reports/{MONTHS}/data", {"parameters": {"aggregation": "quarter"}})
    assert reply["data_key"]


async def test_a_csv_requires_unlimited_csv_export_enabled(cluvio: Cluvio) -> None:
    status, detail = await cluvio.refused("POST", f"/reports/{NO_ROWS}/export/csv", json={})
    assert (status, "unlimited_csv_export_enabled" in detail) == (422, True)
    await changed(cluvio, f"/reports/{NO_ROWS}", unlimited_csv_export_enabled=True)
    assert (await exported(cluvio, f"/reports/{NO_ROWS}/export/csv")).startswith(b"flight_date,carrier,flight")


async def test_a_csv_has_all_rows_with_the_organizations_separators(cluvio: Cluvio) -> None:
    assert (await exported(cluvio, f"/reports/{ALL_FLIGHTS}/export/csv")).count(b"\n") == 336_777
    settings = {**organization(cluvio.session, cluvio.api), "csv_column_separator": ";", "csv_decimal_separator": ","}
    put_organization(cluvio.session, cluvio.api, settings)
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, "SELECT 1.5 AS a, 'x' AS b", unlimited_csv_export_enabled=True)
    assert await exported(cluvio, f"/reports/{report}/export/csv") == b"a;b\n1,5;x\n"


async def test_a_csv_is_bounded_by_the_size_limit_of_the_plan(cluvio: Cluvio) -> None:
    put_organization(cluvio.session, cluvio.api, {**organization(cluvio.session, cluvio.api), "max_csv_bytes": 100})
    id = await begun(cluvio, f"/reports/{ALL_FLIGHTS}/export/csv")
    all_done(cluvio)
    ended = await state(cluvio, id)
    assert ended["job_status"] == "error"
    assert "larger than the 100 bytes" in ended["error_message"]


async def test_a_csv_is_made_at_most_once_in_ten_minutes_and_without_a_new_query(cluvio: Cluvio) -> None:
    first = await begun(cluvio, CSV)
    assert await begun(cluvio, CSV) == first  # under way
    all_done(cluvio)
    ran = len(executions(cluvio))
    cluvio.session.clock.advance(599)
    assert await begun(cluvio, CSV) == first
    assert len(executions(cluvio)) == ran
    cluvio.session.clock.advance(1)
    second = await begun(cluvio, CSV)
    assert second != first
    all_done(cluvio)
    assert len(executions(cluvio)) == ran + 1


async def test_a_csv_with_other_inputs_need_not_wait(cluvio: Cluvio) -> None:
    first = await begun(cluvio, CSV)
    assert await begun(cluvio, CSV, aggregation="year") != first
    all_done(cluvio)


async def test_after_a_csv_that_came_to_nothing_the_ten_minutes_are_to_be_waited_for(cluvio: Cluvio) -> None:
    hold(cluvio)
    first = await begun(cluvio, CSV)
    await cluvio.post(f"/export_jobs/{first}/cancel", status=204)
    status, detail = await cluvio.refused("POST", CSV, json={})
    assert status == 422
    assert "2013-07-01T12:10:00Z" in detail
    cluvio.session.clock.advance(600)
    assert await begun(cluvio, CSV) != first
    all_done(cluvio)


async def test_cancel_stops_a_job_that_waits(cluvio: Cluvio) -> None:
    hold(cluvio)
    id = await begun(cluvio, PNG)
    await cluvio.post(f"/export_jobs/{id}/cancel", status=204)
    assert await state(cluvio, id) == {"job_status": "error", "error_message": "The export was cancelled"}
    assert await begun(cluvio, PNG) != id
    all_done(cluvio)


async def test_cancel_stops_the_query_of_a_job_that_runs(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    slow = "SELECT count(*) AS n FROM range(100000000) AS a, range(100000) AS b WHERE (a.range * b.range) % 7 = 3"
    report = await made_report(cluvio, board, slow)
    id = await begun(cluvio, f"/reports/{report}/export/png")
    while not _running(cluvio):
        await asyncio.sleep(0)
    await cluvio.post(f"/export_jobs/{id}/cancel", status=204)
    all_done(cluvio)
    assert (await state(cluvio, id))["job_status"] == "error"
    assert [one["status"] for one in executions(cluvio)] == ["cancelled"]


def _running(cluvio: Cluvio) -> bool:
    return any(one["status"] == "running" for one in executions(cluvio))


async def test_cancel_of_a_job_that_is_over_changes_nothing(cluvio: Cluvio) -> None:
    id = await begun(cluvio, PNG)
    all_done(cluvio)
    await cluvio.post(f"/export_jobs/{id}/cancel", status=204)
    assert (await state(cluvio, id))["job_status"] == "success"


async def test_a_job_and_its_file_are_kept_for_a_day(cluvio: Cluvio) -> None:
    id = await begun(cluvio, PNG)
    all_done(cluvio)
    cluvio.session.clock.advance(86_399)
    assert (await state(cluvio, id))["job_status"] == "success"
    cluvio.session.clock.advance(1)
    assert await cluvio.refused("GET", f"/export_jobs/{id}") == (404, f"There is no export job {id}")


async def test_the_id_of_an_earlier_job_is_handed_out_only_with_time_left_to_fetch_its_file(cluvio: Cluvio) -> None:
    png = f"/reports/{await made_report(cluvio, await made_board(cluvio))}/export/png"
    first = await begun(cluvio, png)
    all_done(cluvio)
    cluvio.session.clock.advance(23 * 3600 - 1)
    assert await begun(cluvio, png) == first
    cluvio.session.clock.advance(1)
    assert await begun(cluvio, png) != first


@pytest.mark.parametrize("path", ["/export_jobs/none", "/export_jobs/0f8b1c52-6d3e-4a7e-8c55-2b9a7d10e6f4"])
async def test_an_unknown_job_is_a_404(cluvio: Cluvio, path: str) -> None:
    assert (await cluvio.refused("GET", path))[0] == 404
    assert (await cluvio.refused("POST", f"{path}/cancel"))[0] == 404


async def test_exports_take_view_dashboards_and_reach(cluvio: Cluvio) -> None:
    id = await begun(cluvio, PNG)
    all_done(cluvio)
    await exported(cluvio.key("view_dashboards", type="view"), f"/reports/{MONTHS}/export/pdf")
    blind = cluvio.key("view_alerts")
    narrow = cluvio.key("manage_dashboards", dashboard_ids=["wthr-newy-0002"])
    for key in (blind, narrow):
        for path, _ in EXPORTS:
            assert (await key.refused("POST", path, json={}))[0] == 403
        assert (await key.refused("GET", f"/export_jobs/{id}"))[0] == 403
        assert (await key.refused("POST", f"/export_jobs/{id}/cancel"))[0] == 403


async def test_a_job_belongs_to_its_location(cluvio: Cluvio) -> None:
    id = await begun(cluvio, PNG)
    all_done(cluvio)
    assert (await cluvio.at("us").refused("GET", f"/export_jobs/{id}"))[0] == 404


BAD: list[dict[str, Any]] = [
    {"timerange": "yesterday"},
    {"timerange": "99999999999999999~"},
    {"aggregation": "fortnight"},
    {"tz": "Mars/Olympus"},
    {"filters": [{"variable_name": "a b", "selected_values": []}]},
    {"filters": "all"},
]


@pytest.mark.parametrize("parameters", BAD, ids=[str(each) for each in BAD])
async def test_inputs_that_cannot_be_used_are_a_422_and_start_nothing(
    cluvio: Cluvio, parameters: dict[str, Any]
) -> None:
    for path, _ in EXPORTS:
        assert (await cluvio.refused("POST", path, json={"parameters": parameters}))[0] == 422
    assert len(cluvio.session.jobs.list(cluvio.api)) == 0


async def test_what_was_deleted_meanwhile_is_an_error_of_the_job(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    hold(cluvio)
    id = await begun(cluvio, f"/dashboards/{board}/export/pdf")
    assert (await cluvio.call("DELETE", f"/dashboards/{board}")).status_code == 204
    all_done(cluvio)
    assert "no dashboard" in (await state(cluvio, id))["error_message"]
