"""Data of dashboards, with both kinds of client; a played server says what comes.

Rules of the fact sheet: 10.1 (status polling), 10.2 (refresh).
"""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from bireme import (
    DecodeError,
    InvalidInput,
    JobCancelled,
    JobFailed,
    NoCachedData,
    NotFound,
    ServerError,
    WaitTimeout,
)
from bireme.cluvio import AsyncReportData, ReportData
from tests.unit.clients.cluvio_clients import Played, access, do, each, execution, reply, table

RUN = "5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10"
DATA = "POST /reports/r1/data"
FIRST, SECOND = "data.cluvio.test GET /data/eu/o/r1", "data.cluvio.test GET /data/eu/o/r2"
ROWS = [{"n": 1, "s": "a"}]


async def rows(data: Any) -> Any:
    return (await do(data.to_arrow())).to_pylist()


STATUS = "POST /dashboards/d1/status"


def status(delay: Any = 7, **states: Any) -> httpx2.Response:
    """A dashboard's status; each report is given by the state of its data key."""
    reports = {name: state if "error" in state else {"data_key": f"k/{name}"} for name, state in states.items()}
    keys = {f"k/{name}": state for name, state in states.items() if "error" not in state}
    return reply({"reports": reports, "filters": {}, "data_keys": keys, "status_check_delay": delay})


def success(number: int = 1, **more: Any) -> dict[str, Any]:
    return {"result_status": "success", "data_access_token": f"t0ken-{number}", "data_current": True, **more}


async def test_reports_are_given_as_they_arrive_and_the_servers_delay_is_obeyed(played: Played) -> None:
    running = {"result_status": "no-data", "running": True, "execution_id": RUN, "execution_status": "running"}
    played.on(
        STATUS,
        status(a=success(1), b=running, c={"error": "no such column"}),
        status(a=success(1), b=running, c={"error": "no such column"}),
        status(a=success(1), b=success(2), c={"error": "no such column"}),
    )
    played.on("data.cluvio.test GET /data/k/a", table([1, "a"]))
    played.on("data.cluvio.test GET /data/k/b", table([2, "b"]))
    found = await each(played.c.dashboard_data("d1", {"aggregation": "day"}))
    assert [report for report, _ in found] == ["a", "c", "b"]
    assert await rows(found[0][1]) == ROWS
    assert await rows(found[2][1]) == [{"n": 2, "s": "b"}]
    assert isinstance(found[1][1], JobFailed)
    assert found[1][1].last_error == "no such column"
    assert played.clock.sleeps == [7, 7]
    # queries are started once, not again at every look
    assert [body["refresh_data"] for body in played.bodies[:3]] == [True, False, False]
    assert all(body["parameters"] == {"aggregation": "day"} for body in played.bodies)


async def test_each_way_to_end_without_data_is_an_error_of_its_own(played: Played) -> None:
    played.on(
        STATUS,
        status(
            none={"result_status": "no-data"},
            bad={"result_status": "query_error", "execution_id": RUN},
            gone={"result_status": "cancelled"},
            slow={"result_status": "timed_out"},
            said={"error": {"odd": 1}},
        ),
    )
    found = dict(await each(played.c.dashboard_data("d1", refresh=False)))
    assert {name: type(error) for name, error in found.items()} == {
        "none": NoCachedData,
        "bad": JobFailed,
        "gone": JobCancelled,
        "slow": JobFailed,
        "said": JobFailed,
    }
    assert found["bad"].job_id == RUN
    assert "the database refused the SQL" in str(found["bad"])
    assert played.clock.sleeps == []


@pytest.mark.parametrize(
    ("refresh", "looks"),
    [(False, 1), ("if_stale", 2), (True, 2)],
)
async def test_stale_data_is_waited_for_as_far_as_it_was_asked_to_be_fresh(
    refresh: Any, looks: int, played: Played
) -> None:
    played.on("POST /dashboards/d1/refresh", reply())
    played.on(STATUS, status(a=success(1, data_current=False, running=True)), status(a=success(2)))
    found = await each(played.c.dashboard_data("d1", refresh=refresh))
    assert [type(data).__name__.removeprefix("Async") for _, data in found] == ["ReportData"]
    assert played.paths.count(STATUS) == looks
    assert played.paths.count("POST /dashboards/d1/refresh") == (refresh is True)


async def test_current_data_is_not_waited_for_although_a_query_runs(played: Played) -> None:
    played.on(STATUS, status(a=success(1, running=True)))
    assert len(await each(played.c.dashboard_data("d1"))) == 1


async def test_a_status_that_nobody_knows_is_waited_on(played: Played) -> None:
    played.on(STATUS, status(a={"result_status": "hibernating"}), status(a=success()))
    assert len(await each(played.c.dashboard_data("d1"))) == 1
    assert played.clock.sleeps == [7]


@pytest.mark.parametrize(("delay", "waited"), [(0, 0.5), (-5, 0.5), (3, 3)])
async def test_the_servers_delay_is_obeyed_but_never_nothing(delay: int, waited: float, played: Played) -> None:
    played.on(STATUS, status(a={"result_status": "running"}, delay=delay), status(a=success()))
    await each(played.c.dashboard_data("d1"))
    assert played.clock.sleeps == [waited]


async def test_without_a_delay_it_is_a_minute(played: Played) -> None:
    states = {"k/a": {"result_status": "running"}}
    body = {"reports": {"a": {"data_key": "k/a"}}, "filters": {}, "data_keys": states}
    played.on(STATUS, reply(body), status(a=success()))
    await each(played.c.dashboard_data("d1"))
    assert played.clock.sleeps == [60]


@pytest.mark.parametrize("delay", ["soon", True, [], None])
async def test_a_delay_that_is_no_number_is_taken_as_a_minute(delay: Any, played: Played) -> None:
    played.on(STATUS, status(a={"result_status": "running"}, delay=delay), status(a=success()))
    await each(played.c.dashboard_data("d1"))
    assert played.clock.sleeps == [60]


@pytest.mark.parametrize("delay", ["NaN", "1e999", "-1e999", f"1{'0' * 400}"])
async def test_a_delay_that_no_clock_has_does_not_break_the_wait(delay: str, played: Played) -> None:
    text = status(a={"result_status": "running"}, delay=77777).text.replace("77777", delay)
    played.on(
        STATUS, httpx2.Response(200, text=text, headers={"content-type": "application/json"}), status(a=success())
    )
    found = dict(await each(played.c.dashboard_data("d1", timeout=600)))
    assert isinstance(found["a"], ReportData | AsyncReportData)
    assert all(0.5 <= waited <= 600 for waited in played.clock.sleeps)


@pytest.mark.parametrize("odd", [[], {}, [1], {"a": 1}, 7, True])
async def test_states_of_another_type_than_described_are_an_error_of_that_report(odd: Any, played: Played) -> None:
    body = status(a=success(), b={"result_status": odd}, c=success(2)).json()
    body["reports"]["c"]["data_key"] = odd
    played.on(STATUS, reply(body))
    found = dict(await each(played.c.dashboard_data("d1", timeout=90)))
    assert isinstance(found["a"], ReportData | AsyncReportData)
    assert isinstance(found["b"], DecodeError)
    assert isinstance(found["c"], DecodeError)
    assert played.clock.sleeps == []


@pytest.mark.parametrize("body", [[], {"reports": {}}, {"reports": [], "data_keys": {}}, {"reports": {"a": 1}}])
async def test_statuses_that_are_never_as_described_end_in_that_error(body: Any, played: Played) -> None:
    played.on(STATUS, reply(body))
    with pytest.raises(DecodeError, match="is not an object of objects"):
        await each(played.c.dashboard_data("d1", timeout=30))


async def test_when_the_time_is_up_each_open_report_has_an_error_to_go_on_from(played: Played) -> None:
    running = {"result_status": "running", "running": True, "execution_id": RUN, "execution_status": "running"}
    played.on(STATUS, status(a=success(), b=running, delay=60))
    found = dict(await each(played.c.dashboard_data("d1", {"aggregation": "day"}, timeout=150)))
    assert played.clock.monotonic() == 150
    assert isinstance(found["b"], WaitTimeout)
    assert (found["b"].job_id, found["b"].last_status) == (RUN, "running")
    played.on(f"GET /executions/{RUN}", execution("success"))
    played.on("POST /reports/b/data", reply(access()))
    played.on(FIRST, table([1, "a"]))
    assert await rows(played.c.resume(found["b"].token)) == ROWS
    assert played.bodies[-1] == {"data_format": "json", "parameters": {"aggregation": "day"}}


async def test_looks_that_fail_do_not_end_the_wait(played: Played) -> None:
    played.on(STATUS, reply({}, 503), httpx2.ConnectError("refused"), reply({"reports": []}), status(a=success()))
    assert len(await each(played.c.dashboard_data("d1"))) == 1


async def test_looks_that_never_succeed_end_in_the_last_error_and_not_in_a_hang(played: Played) -> None:
    played.on(STATUS, reply({}, 500))
    with pytest.raises(ServerError):
        await each(played.c.dashboard_data("d1", timeout=600))
    assert 600 <= played.clock.monotonic() <= 601


async def test_a_look_that_is_refused_ends_it_at_once(played: Played) -> None:
    played.on(STATUS, reply({"errors": [{"code": "404", "detail": "There is no dashboard d1"}]}, 404))
    with pytest.raises(NotFound, match="There is no dashboard d1"):
        await each(played.c.dashboard_data("d1"))
    assert played.clock.sleeps == []


async def test_a_token_of_the_status_that_has_expired_is_fetched_anew_from_the_report(played: Played) -> None:
    played.on(STATUS, status(r1=success(1)))
    played.on("data.cluvio.test GET /data/k/r1", reply({"errors": []}, 401))
    played.on(DATA, reply(access(2)))
    played.on(SECOND, table([1, "a"]))
    [(_, data)] = await each(played.c.dashboard_data("d1"))
    assert await rows(data) == ROWS


async def test_a_dashboard_is_refreshed_and_waited_for(played: Played) -> None:
    played.on("POST /dashboards/d1/refresh", reply())
    played.on(
        STATUS,
        status(a=success(1)),
        status(a=success(1, running=True)),
        status(a=success(2), b={"result_status": "query_error"}),
    )
    last = await do(played.c.refresh_dashboard("d1", {"timerange": "~"}))
    assert set(last.reports.additional_properties) == {"a", "b"}
    asked, inputs = "POST /dashboards/d1/status", {"parameters": {"timerange": "~"}}
    assert played.paths == [asked, "POST /dashboards/d1/refresh", asked, asked]
    look = {**inputs, "refresh_data": False}
    assert played.bodies == [look, inputs, look, look]


@pytest.mark.parametrize("edition", [{"execution_id": RUN}, {"data_timestamp": 1_700_000_000}])
async def test_what_was_there_before_a_refresh_is_not_taken_for_its_result(
    played: Played, edition: dict[str, Any]
) -> None:
    old = success(1, **edition)
    failed = {"result_status": "query_error", **edition}
    newer = {name: (RUN.replace("5", "6") if isinstance(value, str) else value + 1) for name, value in edition.items()}
    played.on("POST /dashboards/d1/refresh", reply())
    played.on(
        STATUS,
        status(a=old, b=failed),
        status(a=old, b=failed),  # the server has not yet begun, or does not say so
        status(a=success(2, **newer), b=success(3, **newer)),
    )
    played.on("data.cluvio.test GET /data/k/a", table([1, "a"]))
    found = dict(await each(played.c.dashboard_data("d1", refresh=True)))
    assert await rows(found["a"]) == ROWS
    assert played.requests[-1].headers["authorization"] == "Data t0ken-2"
    assert not isinstance(found["b"], JobFailed)


async def test_a_refresh_that_changes_nothing_ends_with_the_time(played: Played) -> None:
    played.on("POST /dashboards/d1/refresh", reply())
    played.on(STATUS, status(a=success(1, execution_id=RUN)))
    (found,) = await each(played.c.dashboard_data("d1", refresh=True, timeout=30))
    assert isinstance(found[1], WaitTimeout)


@pytest.mark.parametrize("arguments", [{"dashboard_id": 3}, {"refresh": "always"}, {"timeout": 0}])
def test_wrong_arguments_are_refused_at_once_not_at_the_first_item(arguments: dict[str, Any], played: Played) -> None:
    with pytest.raises(InvalidInput):
        played.c.dashboard_data(**{"dashboard_id": "d1", **arguments})
