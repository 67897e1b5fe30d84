"""Queries on datasources and their tables and columns, against the emulator, with both kinds of client.

Rules of the fact sheet: 4.3 (tokens), 7 (schema, refresh), 9 (executions), 18 (data server), 20 (periods).
"""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bireme import InvalidInput, JobCancelled, JobFailed, NoData, NotFound, Poll, ResultExpired, WaitTimeout
from bireme.cluvio import Parameters
from tests.unit.clients.cluvio_clients import SOURCE, Here, do, each

CARRIERS = "select carrier, count(*) as flights from flights group by 1 order by 2 desc, 1"


async def test_a_query_becomes_a_table_with_the_types_of_its_fields(here: Here) -> None:
    sql = "select 1 as n, 'a\"\n' as s, true as b, 1.5 as f, date '2013-01-31' as d, null as e"
    query = await do(here.c.query(SOURCE, sql))
    table = await do(query.to_arrow())
    assert table.to_pylist() == [{"n": 1, "s": 'a"\n', "b": True, "f": 1.5, "d": date(2013, 1, 31), "e": None}]
    assert (query.status, query.format) == ("success", "json")
    assert [row["n"] for row in await each(query.iter_rows())] == [1]
    assert pa.Table.from_batches(await each(query.iter_batches())).schema.equals(table.schema)
    assert (await do(query.to_pandas())).shape == (1, 6)
    assert (await do(query.to_polars())).shape == (1, 6)


async def test_an_empty_result_keeps_its_columns(here: Here) -> None:
    table = await do((await do(here.c.query(SOURCE, "select carrier, flight from flights where false"))).to_arrow())
    assert (table.num_rows, table.column_names) == (0, ["carrier", "flight"])


async def test_a_result_is_saved_in_the_form_that_the_file_is_named_for(here: Here, tmp_path: Path) -> None:
    query = await do(here.c.query(SOURCE, CARRIERS))
    for name in ("a.parquet", "a.csv", "a.json"):
        assert await do(query.to_file(tmp_path / name)) == tmp_path / name
    rows = (await do(query.to_arrow())).to_pylist()
    assert len(rows) == 16
    assert pq.read_table(tmp_path / "a.parquet").to_pylist() == rows
    with (tmp_path / "a.csv").open(newline="") as file:
        assert [{**row, "flights": int(row["flights"])} for row in csv.DictReader(file)] == rows
    assert json.loads((tmp_path / "a.json").read_text())["rows"] == [list(row.values()) for row in rows]
    with pytest.raises(InvalidInput, match="cannot be made from json"):
        await do(query.to_file(tmp_path / "a", format="xlsx"))


def test_a_result_is_taken_by_whatever_takes_an_arrow_stream(here: Here) -> None:
    if here.client.__name__ == "AsyncCluvio":
        assert not hasattr(here.c.execution("x"), "__arrow_c_stream__")  # a stream that is pulled from cannot await
        return
    assert pa.table(here.c.query(SOURCE, CARRIERS)).num_rows == 16


async def test_parameters_reach_the_expressions_of_the_sql(here: Here) -> None:
    sql = "select count(*) as n from flights where {[time_hour]=timerange} and {[carrier]=carrier}"
    january = (datetime(2013, 1, 1, tzinfo=UTC), datetime(2013, 1, 31, 23, 59, 59, tzinfo=UTC))
    inputs = Parameters(timerange=january, filters={"carrier": ["UA", "AA"]})
    few = await do((await do(here.c.query(SOURCE, sql, parameters=inputs))).to_arrow())
    all_of = await do((await do(here.c.query(SOURCE, sql.split(" where")[0]))).to_arrow())
    assert all_of["n"].to_pylist() == [336776]
    assert 0 < few["n"][0].as_py() < 10_000


async def test_the_rows_come_from_the_data_server_with_a_token_and_without_the_key(here: Here) -> None:
    query = await do(here.c.query(SOURCE, CARRIERS))
    await do(query.read())
    await do(query.read())
    assert len(here.journal("getExecutionData")) == 1  # one token serves for as long as it lives
    assert len(here.journal("getResultData")) == 2
    assert query.data_timestamp is not None
    assert query.data_timestamp.tzinfo is UTC


async def test_a_token_that_expired_between_hand_off_and_fetch_is_fetched_anew(here: Here) -> None:
    query = await do(here.c.query(SOURCE, CARRIERS))
    await do(query.read())
    here.control.clock.advance(3600)
    assert (await do(query.to_arrow())).num_rows == 16
    assert len(here.journal("getExecutionData")) == 2


async def test_a_fresh_token_that_is_refused_too_is_an_error_and_no_loop(here: Here) -> None:
    query = await do(here.c.query(SOURCE, CARRIERS))
    here.control.fault("status", operation="getResultData", status=401)
    with pytest.raises(ResultExpired, match="the data access token had expired or was refused"):
        await do(query.to_arrow())
    assert len(here.journal("getExecutionData")) == 2


async def test_data_is_kept_for_24_hours_and_then_there_is_none(here: Here) -> None:
    query = await do(here.c.query(SOURCE, CARRIERS))
    here.control.clock.advance(25 * 3600)
    with pytest.raises((NoData, NotFound)):
        await do(query.to_arrow())
    with pytest.raises(NotFound):
        await do(here.c.execution(query.id).wait())


async def test_a_query_that_the_database_refuses_says_how_it_ended(here: Here) -> None:
    with pytest.raises(JobFailed, match=r"failed \(query_error\): the database refused the SQL") as caught:
        await do(here.c.query(SOURCE, "select nothing from nowhere"))
    assert caught.value.status == "query_error"
    assert len(here.journal("getExecutionData")) == 0


async def test_without_waiting_a_handle_follows_the_execution(here: Here) -> None:
    here.manual()
    query = await do(here.c.query(SOURCE, CARRIERS, wait=False))
    assert await do(query.done()) is False
    assert query.status in ("starting", "running", "waiting", "scheduled")
    record = await do(query.refresh())
    assert record.execution_type == "sql_query"
    seen: list[str] = []

    def step(progress: Any) -> None:
        seen.append(progress.status)
        if progress.status != "success":
            _advance(here)

    await do(query.wait(on_progress=step))
    assert await do(query.done()) is True
    assert seen[-1] == "success"


def _advance(here: Here) -> None:
    for job in here.control.jobs.list():
        if job["status"] in ("created", "queued", "running"):
            here.control.jobs.advance(job["id"])


async def test_cancelling_stops_the_query_at_the_server(here: Here) -> None:
    here.manual()
    query = await do(here.c.query(SOURCE, CARRIERS, wait=False))
    await do(query.cancel())
    assert query.status == "cancelled"
    with pytest.raises(JobCancelled):
        await do(query.to_arrow())
    await do(query.cancel())  # no effect, and no error
    assert len(here.journal("cancelExecution")) == 1


async def test_a_wait_that_runs_out_goes_on_from_its_token_in_any_process(here: Here) -> None:
    here.manual()
    with pytest.raises(WaitTimeout) as caught:
        await do(here.c.query(SOURCE, CARRIERS, timeout=5))
    assert caught.value.cancelled is False
    assert here.ready["key"] not in caught.value.token
    here.control.jobs.set_progression("execution", "immediate")
    _advance(here)
    _advance(here)
    again = here.at("eu").resume(caught.value.token)
    assert type(again).__name__.endswith("Query")
    assert (await do(again.to_arrow())).num_rows == 16


async def test_a_wait_that_runs_out_stops_the_query_where_that_is_wanted(here: Here) -> None:
    here.manual()
    with pytest.raises(WaitTimeout, match="The server was asked to cancel it") as caught:
        await do(here.c.query(SOURCE, CARRIERS, timeout=5, cancel_on_timeout=True))
    assert caught.value.cancelled is True
    assert (await do(here.c.executions.get(caught.value.job_id))).execution_status == "cancelled"


async def test_ctrl_c_stops_the_query_at_the_server(here: Here) -> None:
    here.manual()

    def interrupt(progress: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await do(here.c.query(SOURCE, CARRIERS, on_progress=interrupt))
    assert len(here.journal("cancelExecution")) == 1


async def test_the_polls_obey_the_cadence(here: Here) -> None:
    here.manual()
    with pytest.raises(WaitTimeout):
        await do(here.c.query(SOURCE, CARRIERS, timeout=20, poll=Poll(first=5, factor=0, cap=5, jitter=0)))
    assert here.clock.sleeps[:3] == [5.0, 5.0, 5.0]


async def test_the_schema_is_whole_or_one(here: Here) -> None:
    whole = await do(here.c.schema(SOURCE))
    [one] = await do(here.c.schema(SOURCE, "main"))
    assert one.name == "main"
    assert one.to_dict() in [schema.to_dict() for schema in whole]
    flights = next(table for table in one.tables if table.name == "flights")
    assert {"carrier", "time_hour"} <= {column.name for column in flights.columns}
    with pytest.raises((NoData, NotFound)):
        await do(here.c.schema(SOURCE, "other"))


async def test_a_schema_token_that_has_expired_is_fetched_anew_once(here: Here) -> None:
    here.control.fault("status", operation="getSchemaData", status=401, times=1)
    assert await do(here.c.schema(SOURCE))
    here.control.fault("status", operation="getSchemaData", status=403)
    with pytest.raises(ResultExpired, match="the data access token was refused"):
        await do(here.c.schema(SOURCE))


async def test_a_datasource_is_refreshed_and_waited_for(here: Here) -> None:
    job = await do(here.c.refresh_datasource(SOURCE))
    assert job.status == "success"
    assert (await do(job.result())).execution_type == "almanach_query"


async def test_a_record_stands_for_its_id(here: Here) -> None:
    [source] = await do(here.c.datasources.list())
    assert (await do((await do(here.c.query(source, "select 1 as n"))).to_arrow()))["n"].to_pylist() == [1]
    alerts = await do(here.c.sql_alerts.list())
    with pytest.raises(InvalidInput, match="is one of the sql_alerts, not of the datasources"):
        await do(here.c.query(alerts[0], "select 1"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"datasource_id": ""}, "datasource_id='' is not an id"),
        ({"datasource_id": 7}, "datasource_id=7 is not an id"),
        ({"sql": " "}, "is no query"),
        ({"r": 3}, "is no R script"),
        ({"parameters": {"time": 1}}, "is no input of a query"),
    ],
)
async def test_what_cannot_be_sent_is_refused_before_anything_is(
    arguments: dict[str, Any], message: str, here: Here
) -> None:
    with pytest.raises(InvalidInput, match=message):
        await do(here.c.query(**{"datasource_id": SOURCE, "sql": "select 1", **arguments}))
    assert here.control.journal() == []


async def test_an_alert_is_run_and_its_results_are_walked_over(here: Here) -> None:
    alert = await do(here.c.sql_alerts.get("mnth-busy-0001"))
    job = await do(here.c.run_alert(alert))
    assert job.status == "success"
    results = await each(here.c.sql_alerts.iter_results(alert.id, limit=1))
    assert len(results) == (await do(here.c.sql_alerts.list_results(alert.id))).count >= 1
    assert str(results[0].result_status) in ("ok", "alert_triggered")


async def test_the_options_of_a_manual_drop_down_need_no_query(here: Here) -> None:
    found = [each for each in await do(here.c.filters.list()) if str(each.control_type).endswith("_manual")]
    for one in found:
        for refresh in ("if_needed", True, False):
            options = await do(here.c.filter_options(one.id, refresh=refresh))
            assert options.options.values
    assert len(here.journal("runExecution")) == 0


async def test_the_data_server_of_one_location_takes_no_token_of_the_other(here: Here) -> None:
    query = await do(here.c.query(SOURCE, "select 1 as n"))
    access = await do(here.c.executions.get_data(query.id))
    data = here.c.data_server(access.data_access_token)
    assert json.loads(await do(data.result_data.get(access.data_key)))["rows"] == [[1]]
    other = here.at("us").data_server(access.data_access_token)
    with pytest.raises(Exception, match=r"answered 40[134]") as caught:
        await do(other.result_data.get(access.data_key))
    assert access.data_access_token not in str(caught.value)
