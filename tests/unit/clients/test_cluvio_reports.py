"""Data of reports and options of filters, with both kinds of client; a played server says what comes.

Rules of the fact sheet: 6 (204), 9 (executions), 12 (report data), 13.1 (options).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme import (
    DecodeError,
    InvalidInput,
    JobFailed,
    NoCachedData,
    NoData,
    ResultExpired,
    Unsupported,
    WaitTimeout,
)
from bireme.cluvio import Parameters
from tests.unit.clients.cluvio_clients import Played, access, do, execution, reply, table

RUN = "5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10"
DATA = "POST /reports/r1/data"
FIRST, SECOND = "data.cluvio.test GET /data/eu/o/r1", "data.cluvio.test GET /data/eu/o/r2"
ROWS = [{"n": 1, "s": "a"}]


async def rows(data: Any) -> Any:
    return (await do(data.to_arrow())).to_pylist()


# --- reports ---


async def test_cached_data_is_read_without_starting_a_query(played: Played) -> None:
    played.on(DATA, reply(access()))
    played.on(FIRST, table([1, "a"]))
    data = await do(played.c.report_data("r1", Parameters(aggregation="week", filters={"x": 1})))
    assert await rows(data) == ROWS
    assert played.paths == ["POST /reports/r1/data", "GET /data/eu/o/r1"]
    sent = {"aggregation": "week", "filters": [{"variable_name": "x", "selected_values": [1]}]}
    assert played.bodies == [{"parameters": sent, "data_format": "json"}]
    assert (data.report_id, data.execution_id, data.format, data.status) == ("r1", None, "json", "success")


async def test_nothing_cached_is_an_error_that_says_to_refresh_and_never_none(played: Played) -> None:
    played.on(DATA, reply())
    with pytest.raises(NoCachedData, match=r"nothing is cached for report r1 .* Use refresh=True") as caught:
        await do(played.c.report_data("r1"))
    assert caught.value.job_id == "r1"
    assert isinstance(caught.value, NoData)


async def test_a_refresh_runs_waits_and_fetches(played: Played) -> None:
    played.on("POST /reports/r1/refresh", reply({"execution_id": RUN}))
    played.on(f"GET /executions/{RUN}", execution("running"), execution("success"))
    played.on(DATA, reply(access()))
    played.on(FIRST, table([1, "a"]))
    data = await do(played.c.report_data("r1", {"timerange": "1~2"}, refresh=True))
    assert data.execution_id == RUN
    assert await rows(data) == ROWS
    assert played.paths == [
        "POST /reports/r1/refresh",
        f"GET /executions/{RUN}",
        f"GET /executions/{RUN}",
        "POST /reports/r1/data",
        "GET /data/eu/o/r1",
    ]
    assert played.bodies == [
        {"parameters": {"timerange": "1~2"}},
        {"parameters": {"timerange": "1~2"}, "data_format": "json"},
    ]


async def test_csv_comes_with_the_options_that_were_asked_for(played: Played) -> None:
    played.on(DATA, reply(access()))
    played.on(FIRST, httpx2.Response(200, content=b"n,s\n1,a\n", headers={"content-type": "text/csv"}))
    options = {"csv_column_separator": ",", "csv_decimal_separator": ".", "csv_quote_style": "always"}
    data = await do(played.c.report_data("r1", format="csv", **options))
    assert played.bodies == [{"data_format": "csv", **options}]
    assert await rows(data) == ROWS
    assert await do(data.read()) == b"n,s\n1,a\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"format": "xlsx"}, "format='xlsx' is none of the choices. Use one of 'json', 'csv'"),
        ({"csv_column_separator": ";"}, "csv_column_separator=';' is about CSV. Ask for format='csv'"),
        ({"format": "csv", "csv_quote_style": "never"}, "Use one of 'necessary', 'always'"),
        ({"format": "csv", "csv_column_separator": "|"}, "csv_column_separator='|' is none of the choices"),
        ({"format": "csv", "csv_decimal_separator": ";"}, "Use one of '.', ',', '/'"),
        ({"refresh": "yes"}, "refresh='yes' is none of the choices"),
        ({"refresh": 1}, "refresh=1 is none of the choices"),
        ({"report_id": ""}, "report_id='' is not an id"),
    ],
)
async def test_what_cannot_be_asked_for_is_refused_before_anything_is_sent(
    arguments: dict[str, Any], message: str, played: Played
) -> None:
    with pytest.raises(InvalidInput) as caught:
        await do(played.c.report_data(**{"report_id": "r1", **arguments}))
    assert message in str(caught.value)
    assert played.requests == []


async def test_a_report_token_that_has_expired_is_fetched_anew_once(played: Played) -> None:
    played.on(DATA, reply(access(1)), reply(access(2)))
    played.on(FIRST, reply({"errors": [{"code": "401", "detail": "expired"}]}, 401))
    played.on(SECOND, table([1, "a"]))
    assert await rows(await do(played.c.report_data("r1"))) == ROWS
    assert played.paths == [DATA, "GET /data/eu/o/r1", DATA, "GET /data/eu/o/r2"]


async def test_a_second_token_that_is_refused_ends_it(played: Played) -> None:
    played.on(DATA, reply(access(1)))
    played.on(FIRST, reply({"errors": []}, 403))
    data = await do(played.c.report_data("r1"))
    with pytest.raises(ResultExpired):
        await do(data.to_arrow())
    assert len(played.requests) == 4


async def test_cached_data_that_went_between_hand_off_and_fetch_is_an_error(played: Played) -> None:
    played.on(DATA, reply(access(1)), reply())
    played.on(FIRST, reply({"errors": []}, 401))
    data = await do(played.c.report_data("r1"))
    with pytest.raises(NoCachedData):
        await do(data.to_arrow())


@pytest.mark.parametrize(
    "body",
    [
        {"data_key": "", "data_access_token": "t0ken-1"},
        {"data_key": "a//b", "data_access_token": "t0ken-1"},
        {"data_key": "../x", "data_access_token": "t0ken-1"},
        {"data_key": "a", "data_access_token": "t0ken-1\r\nx: y"},
        {"data_key": "a", "data_access_token": ""},
        {"data_key": "a"},
        {},
    ],
)
async def test_a_hand_off_that_cannot_be_used_is_an_error_of_the_reply(body: Any, played: Played) -> None:
    played.on(DATA, reply(body))
    with pytest.raises(DecodeError):
        await do(played.c.report_data("r1"))
    assert played.paths == [DATA]


async def test_a_page_in_place_of_the_data_is_not_taken_for_it(played: Played) -> None:
    played.on(DATA, reply(access()))
    played.on(FIRST, httpx2.Response(200, content=b"<html>", headers={"content-type": "text/html"}))
    data = await do(played.c.report_data("r1"))
    with pytest.raises(DecodeError, match="json is due here, not text/html"):
        await do(data.to_arrow())


async def test_a_refresh_that_runs_out_goes_on_from_its_token(played: Played) -> None:
    played.on("POST /reports/r1/refresh", reply({"execution_id": RUN}))
    played.on(f"GET /executions/{RUN}", execution("waiting"))
    with pytest.raises(WaitTimeout) as caught:
        await do(played.c.report_data("r1", {"aggregation": "day"}, refresh=True, format="csv", timeout=30))
    played.on(f"GET /executions/{RUN}", execution("success"))
    played.on(DATA, reply(access()))
    played.on(FIRST, httpx2.Response(200, content=b"n,s\n1,a\n", headers={"content-type": "text/csv"}))
    data = played.c.resume(caught.value.token)
    assert await do(data.read()) == b"n,s\n1,a\n"
    assert played.bodies[-1] == {"parameters": {"aggregation": "day"}, "data_format": "csv"}


@pytest.mark.parametrize(
    "token",
    [
        '{"v": 1, "operation": "refreshReport", "job_id": "x", "data": {}}',
        '{"v": 1, "operation": "refreshReport", "job_id": "x", "data": {"report_id": "r1", "data_format": "xml"}}',
        '{"v": 1, "operation": "reports_submit_export", "job_id": "x"}',
        '{"v": 1, "operation": "runExecution", "job_id": 7}',
        "{",
    ],
)
def test_a_token_of_something_else_is_refused(token: str, played: Played) -> None:
    with pytest.raises(InvalidInput):
        played.c.resume(token)


@pytest.mark.parametrize("options", [{}, {"csv_column_separator": ";"}, {"csv_decimal_separator": "."}])
async def test_csv_whose_separators_are_not_certain_is_saved_but_not_misread(
    options: dict[str, str], played: Played, tmp_path: Path
) -> None:
    played.on(DATA, reply(access()))
    played.on(FIRST, httpx2.Response(200, content=b"n;s\n1,5;a\n", headers={"content-type": "text/csv"}))
    data = await do(played.c.report_data("r1", format="csv", **options))
    with pytest.raises(InvalidInput, match=r"its rows could be misread. Leave format= out"):
        await do(data.to_arrow())
    with pytest.raises(InvalidInput, match="misread"):
        await do(data.to_file(tmp_path / "a.parquet"))
    assert (await do(data.to_file(tmp_path / "a.csv"))).read_bytes() == b"n;s\n1,5;a\n"


async def test_csv_is_read_with_the_separators_that_were_asked_for(played: Played) -> None:
    played.on(DATA, reply(access()))
    played.on(FIRST, httpx2.Response(200, content=b"n;s\n1,5;a\n", headers={"content-type": "text/csv"}))
    options = {"csv_column_separator": ";", "csv_decimal_separator": ","}
    assert await rows(await do(played.c.report_data("r1", format="csv", **options))) == [{"n": 1.5, "s": "a"}]


# --- options of filters ---

OPTIONS, AGAIN = "POST /filters/f1/options", "POST /filters/f1/refresh"


async def test_options_that_are_there_need_no_refresh(played: Played) -> None:
    played.on(OPTIONS, reply({"options": {"values": ["a"], "value_names": ["A"]}}))
    options = await do(played.c.filter_options("f1", "d1", {"aggregation": "day"}))
    assert options.options.values == ["a"]
    assert played.bodies == [{"dashboard_id": "d1", "parameters": {"aggregation": "day"}}]


async def test_options_that_are_not_there_are_fetched_first(played: Played) -> None:
    played.on(OPTIONS, reply({}), reply({"options": {"values": ["a"]}, "data_timestamp": 1}))
    played.on(AGAIN, reply({"execution_id": RUN}))
    played.on(f"GET /executions/{RUN}", execution("running"), execution("success"))
    assert (await do(played.c.filter_options("f1"))).options.values == ["a"]
    assert played.paths == [OPTIONS, AGAIN, f"GET /executions/{RUN}", f"GET /executions/{RUN}", OPTIONS]


async def test_no_options_without_a_refresh_is_an_error_that_says_so(played: Played) -> None:
    played.on(OPTIONS, reply({}))
    with pytest.raises(NoCachedData, match="Use refresh=True"):
        await do(played.c.filter_options("f1", refresh=False))


async def test_an_empty_list_that_was_fetched_is_a_list(played: Played) -> None:
    played.on(OPTIONS, reply({"options": {"values": []}, "data_timestamp": 1712233090}))
    assert (await do(played.c.filter_options("f1"))).options.values == []


async def test_a_manual_drop_down_has_nothing_to_refresh(played: Played) -> None:
    played.on(OPTIONS, reply({"options": {"values": ["a"]}}))
    played.on(AGAIN, reply())
    assert (await do(played.c.filter_options("f1", refresh=True))).options.values == ["a"]
    assert played.paths == [AGAIN, OPTIONS]


async def test_options_that_never_come_are_an_error_and_never_none(played: Played) -> None:
    played.on(OPTIONS, reply({}))
    played.on(AGAIN, reply({"execution_id": RUN}))
    played.on(f"GET /executions/{RUN}", execution("success"))
    with pytest.raises(NoData, match="though its query has run"):
        await do(played.c.filter_options("f1"))


async def test_a_drop_down_whose_query_fails_says_how(played: Played) -> None:
    played.on(OPTIONS, reply({}))
    played.on(AGAIN, reply({"execution_id": RUN}))
    played.on(f"GET /executions/{RUN}", execution("query_error"))
    with pytest.raises(JobFailed, match="query_error"):
        await do(played.c.filter_options("f1"))


async def test_a_schedule_is_triggered(played: Played) -> None:
    played.on("POST /dashboard_schedules/s1/trigger", reply())
    assert await do(played.c.trigger_schedule("s1")) is None
    with pytest.raises(InvalidInput):
        await do(played.c.trigger_schedule(None))


async def test_cached_data_has_no_execution_to_ask_for_and_says_so(played: Played) -> None:
    played.on(DATA, reply(access()))
    data = await do(played.c.report_data("r1"))
    with pytest.raises(Unsupported, match="refresh=True"):
        await do(data.refresh())
    await do(data.cancel())  # nothing is under way
    assert played.paths == [DATA]


async def test_an_empty_reply_says_that_nothing_is_cached_only_if_it_is_a_204(played: Played) -> None:
    played.on(DATA, httpx2.Response(200, content=b""))
    with pytest.raises(DecodeError, match="the body is empty"):
        await do(played.c.report_data("r1"))
