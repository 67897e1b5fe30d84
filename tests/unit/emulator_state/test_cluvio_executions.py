"""Cluvio executions: fact sheet sections 9 (executions) and 20 (limits and periods)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.cluvio import executions, results
from bireme_emulator.cluvio.execution_book import book_of
from bireme_emulator.cluvio.inputs import Inputs
from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.jobs import JobContext, JobFailure
from bireme_emulator.kernel.sessions import Session
from tests.unit.emulator_state.cluvio_world import Cluvio, emulation_of_cluvio
from tests.unit.emulator_state.r_here import NEEDS_R

SAMPLE = "smpl-data-0001"
RUN = f"/datasources/{SAMPLE}/executions"
ENDLESS = "SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3"
DAY = 86_400


async def run(cluvio: Cluvio, sql: str, **more: Any) -> str:
    """The id of an execution that has been started."""
    started = await cluvio.post(RUN, {"sql_query": sql, **more}, status=201)
    return str(started["data"]["attributes"]["execution_id"])


def settle(session: Session, api: str = "cluvio_eu") -> None:
    """Wait until all executions have ended."""
    while jobs := [job for job in session.jobs.list(api) if job["status"] not in executions.JOB_FINAL]:
        for job in jobs:
            assert session.jobs.wait(job["id"])["status"] in executions.JOB_FINAL


async def ended(cluvio: Cluvio, sql: str, **more: Any) -> dict[str, Any]:
    """The attributes of an execution when it has ended."""
    id = await run(cluvio, sql, **more)
    settle(cluvio.session, cluvio.api)
    return await attributes(cluvio, id)


async def attributes(cluvio: Cluvio, id: str) -> dict[str, Any]:
    found: dict[str, Any] = (await cluvio.get(f"/executions/{id}"))["data"]["attributes"]
    return found


async def status(cluvio: Cluvio, id: str) -> str:
    return str((await attributes(cluvio, id))["execution_status"])


async def rows(cluvio: Cluvio, id: str) -> list[Any]:
    access = await cluvio.get(f"/executions/{id}/data")
    data = cluvio.server("data", f"Data {access['data_access_token']}")
    return list((await data.get(f"/data/{access['data_key']}"))["rows"])


class TestRun:
    async def test_an_ad_hoc_execution_runs_its_sql_and_gives_its_rows_by_the_data_server(self, cluvio: Cluvio) -> None:
        id = await run(cluvio, "SELECT carrier, count(*) AS n FROM flights GROUP BY ALL ORDER BY n DESC LIMIT 2")
        settle(cluvio.session)
        assert await status(cluvio, id) == "success"
        assert await rows(cluvio, id) == [["UA", 58665], ["B6", 54635]]

    async def test_parameters_fill_the_cluvio_expressions_of_the_sql(self, cluvio: Cluvio) -> None:
        parameters = {"filters": [{"variable_name": "carriers", "selected_values": ["UA", "x' OR 1=1 --"]}]}
        sql = "SELECT count(*) AS n FROM flights WHERE {carrier=carriers}"
        id = await run(cluvio, sql, parameters=parameters)
        settle(cluvio.session)
        assert await rows(cluvio, id) == [[58665]]

    async def test_execution_attributes_tell_type_size_and_times(self, cluvio: Cluvio) -> None:
        found = await ended(cluvio, "SELECT 1 AS a, 2 AS b UNION ALL SELECT 3, 4")
        assert (found["execution_type"], found["result_rows"], found["result_columns"]) == ("sql_query", 2, 2)
        assert found["result_size"] > 0
        times = [found[name] for name in ("created_at", "started_at", "completed_at", "updated_at")]
        assert times == ["2013-07-01T12:00:00.000Z"] * 4

    async def test_executions_have_no_relationships(self, cluvio: Cluvio) -> None:
        id = await run(cluvio, "SELECT 1")
        assert set((await cluvio.get(f"/executions/{id}"))["data"]) == {"id", "type", "attributes"}

    @pytest.mark.parametrize(
        "sql",
        [
            "SELECT nonsense",
            "DROP TABLE flights",
            "SELECT 1; SELECT 2",
            "SELECT * FROM read_csv('/etc/passwd')",
            "SELECT {oops",
            "-- nothing",
        ],
    )
    async def test_sql_that_cannot_run_ends_with_query_error(self, cluvio: Cluvio, sql: str) -> None:
        found = await ended(cluvio, sql)
        assert found["execution_status"] == "query_error"
        record = executions.find(cluvio.session, cluvio.api, found["execution_id"])
        assert record is not None
        assert record["error"]
        reply = await cluvio.call("GET", f"/executions/{found['execution_id']}/data")
        assert (reply.status_code, reply.content) == (204, b"")

    @NEEDS_R[0]
    @NEEDS_R[1]
    async def test_r_query_works_on_the_result_of_the_sql(self, cluvio: Cluvio) -> None:
        id = await run(
            cluvio, "SELECT range AS n FROM range(3)", r_query="sql.data$total <- cumsum(sql.data$n); sql.data"
        )
        settle(cluvio.session)
        assert await rows(cluvio, id) == [[0, 0], [1, 1], [2, 3]]
        failed = await ended(cluvio, "SELECT 1", r_query="stop('no')")
        assert failed["execution_status"] == "query_error"

    @NEEDS_R[0]
    @NEEDS_R[1]
    async def test_cancel_stops_a_running_script(self, cluvio: Cluvio) -> None:
        id = await run(cluvio, "SELECT 1", r_query="while (TRUE) {}")
        await cluvio.post(f"/executions/{id}/cancel", status=204)
        settle(cluvio.session)  # only if R has let go
        assert await status(cluvio, id) == "cancelled"

    async def test_where_r_is_missing_a_query_with_a_script_ends_with_query_error(
        self, cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bireme_emulator.cluvio.rscript.shutil.which", lambda name: None)
        found = await ended(cluvio, "SELECT 1", r_query="sql.data")
        assert found["execution_status"] == "query_error"

    async def test_a_query_beyond_the_engines_time_ends_with_timed_out(
        self, cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cluvio.session.engine, "_timeout", 0.1)
        assert (await ended(cluvio, ENDLESS))["execution_status"] == "timed_out"

    async def test_a_fault_of_the_emulator_ends_with_internal_error_and_no_detail(
        self, cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken(*given: object, **named: object) -> None:
            raise RuntimeError("a pipe burst")

        monkeypatch.setattr("bireme_emulator.cluvio.execution_job.reach", broken)
        found = await ended(cluvio, "SELECT 1")
        assert found["execution_status"] == "internal_error"
        record = executions.find(cluvio.session, cluvio.api, found["execution_id"])
        assert record is not None
        assert "burst" not in record["error"]
        assert "burst" in caplog.text

    async def test_blank_sql_and_unusable_parameters_are_refused(self, cluvio: Cluvio) -> None:
        assert (await cluvio.refused("POST", RUN, json={"sql_query": " "}))[0] == 422
        body = {"sql_query": "SELECT 1", "parameters": {"timerange": "9~1"}}
        code, detail = await cluvio.refused("POST", RUN, json=body)
        assert code == 422
        assert "parameters.timerange" in detail

    async def test_a_datasource_that_is_unknown_or_beyond_the_key_is_refused(self, cluvio: Cluvio) -> None:
        body = {"sql_query": "SELECT 1"}
        assert (await cluvio.refused("POST", "/datasources/none/executions", json=body))[0] == 404
        narrowed = cluvio.key("manage_dashboards", datasource_ids=["othr-data-0001"])
        assert (await narrowed.refused("POST", RUN, json=body))[0] == 403

    @pytest.mark.parametrize("permission", ["manage_datasources", "manage_dashboards", "manage_alerts"])
    async def test_each_of_the_three_manage_permissions_may_run_one(self, cluvio: Cluvio, permission: str) -> None:
        assert await run(cluvio.key(permission), "SELECT 1")

    async def test_a_view_key_may_read_an_execution_but_not_run_one(self, cluvio: Cluvio) -> None:
        id = await run(cluvio, "SELECT 1")
        viewer = cluvio.key("view_dashboards", type="view")
        assert (await viewer.refused("POST", RUN, json={"sql_query": "SELECT 1"}))[0] == 403
        assert (await viewer.refused("POST", f"/executions/{id}/cancel"))[0] == 403
        assert (await attributes(viewer, id))["execution_id"] == id

    async def test_an_execution_of_the_other_location_is_unknown(self, cluvio: Cluvio) -> None:
        id = await run(cluvio, "SELECT 1")
        assert (await cluvio.at("us").refused("GET", f"/executions/{id}"))[0] == 404

    async def test_a_result_may_have_types_of_all_kinds(self, cluvio: Cluvio) -> None:
        sql = """SELECT 1::TINYINT AS a, 170141183460469231731687303715884105727 AS b, 1.5::DECIMAL(10,2) AS c,
            NULL AS d, 'x'::ENUM('x', 'y') AS e, [1, 2] AS f, {'k': 1} AS g, MAP {'k': 1} AS h, INTERVAL 1 DAY AS i,
            '\\xAA'::BLOB AS j, uuid() AS k,
            TIME '01:02:03' AS l, TIMESTAMPTZ '2013-01-01 00:00:00Z' AS m, '{"a": 1}'::JSON AS n,
            'nan'::DOUBLE AS o, '101'::BIT AS p FROM range(2)"""
        id = await run(cluvio, sql)
        settle(cluvio.session)
        assert await status(cluvio, id) == "success"
        first = (await rows(cluvio, id))[0]
        assert first[:5] == [1, 2**127 - 1, 1.5, None, "x"]
        assert len(first) == 16


class TestStatuses:
    async def test_an_execution_starts_is_scheduled_runs_and_ends(self, cluvio: Cluvio) -> None:
        cluvio.control.jobs.set_progression(executions.JOB, "manual")
        id = await run(cluvio, "SELECT 1")
        record = executions.find(cluvio.session, cluvio.api, id)
        assert record is not None
        seen = [await status(cluvio, id)]
        for _ in range(3):
            cluvio.control.jobs.advance(record["job_id"])
            seen.append(await status(cluvio, id))
        assert (seen[:2], seen[-1]) == (["starting", "scheduled"], "success")

    async def test_no_more_than_max_concurrent_executions_run_on_a_datasource_and_others_wait(
        self, cluvio: Cluvio
    ) -> None:
        await cluvio.call("PATCH", f"/datasources/{SAMPLE}", json=cluvio.data(max_concurrent_executions=1))
        first, second, third = [
            await run(cluvio, ENDLESS),
            await run(cluvio, "SELECT 2"),
            await run(cluvio, "SELECT 3"),
        ]
        assert [await status(cluvio, id) for id in (second, third)] == ["waiting", "waiting"]
        await cluvio.post(f"/executions/{first}/cancel", status=204)
        settle(cluvio.session)
        assert [await status(cluvio, id) for id in (first, second, third)] == ["cancelled", "success", "success"]

    async def test_raising_the_limit_starts_what_waits(self, cluvio: Cluvio) -> None:
        cluvio.control.jobs.set_progression(executions.JOB, "manual")
        await cluvio.call("PATCH", f"/datasources/{SAMPLE}", json=cluvio.data(max_concurrent_executions=1))
        await run(cluvio, "SELECT 1")
        waiting = await run(cluvio, "SELECT 2")
        assert await status(cluvio, waiting) == "waiting"
        await cluvio.call("PATCH", f"/datasources/{SAMPLE}", json=cluvio.data(max_concurrent_executions=2))
        assert await status(cluvio, waiting) == "starting"

    async def test_a_datasource_takes_20_at_once_by_default(self, cluvio: Cluvio) -> None:
        cluvio.control.jobs.set_progression(executions.JOB, "manual")
        ids = [await run(cluvio, f"SELECT {number}") for number in range(22)]
        assert [await status(cluvio, id) for id in ids] == ["starting"] * 20 + ["waiting"] * 2


class TestCancel:
    async def test_cancel_stops_a_running_query(self, cluvio: Cluvio) -> None:
        id = await run(cluvio, ENDLESS)
        await cluvio.post(f"/executions/{id}/cancel", status=204)
        assert await status(cluvio, id) == "cancelled"
        settle(cluvio.session)  # only if the database has let go
        assert await status(cluvio, id) == "cancelled"
        assert cluvio.session.jobs.occupancy()[1] == 0

    async def test_cancel_of_a_completed_execution_has_no_effect_and_no_error(self, cluvio: Cluvio) -> None:
        found = await ended(cluvio, "SELECT 1")
        await cluvio.post(f"/executions/{found['execution_id']}/cancel", status=204)
        assert await attributes(cluvio, found["execution_id"]) == found

    async def test_cancel_of_an_unknown_execution_is_refused(self, cluvio: Cluvio) -> None:
        assert (await cluvio.refused("POST", "/executions/none/cancel"))[0] == 404

    async def test_cancel_ends_one_that_waits(self, cluvio: Cluvio) -> None:
        cluvio.control.jobs.set_progression(executions.JOB, "manual")
        await cluvio.call("PATCH", f"/datasources/{SAMPLE}", json=cluvio.data(max_concurrent_executions=1))
        await run(cluvio, "SELECT 1")
        waiting = await run(cluvio, "SELECT 2")
        await cluvio.post(f"/executions/{waiting}/cancel", status=204)
        assert await status(cluvio, waiting) == "cancelled"


class TestPeriods:
    async def test_an_execution_can_be_read_for_24_hours_from_its_start(self, cluvio: Cluvio) -> None:
        found = await ended(cluvio, "SELECT 1")
        cluvio.control.clock.advance(DAY - 1)
        assert await status(cluvio, found["execution_id"]) == "success"
        cluvio.control.clock.advance(1)
        assert (await cluvio.refused("GET", f"/executions/{found['execution_id']}"))[0] == 404

    async def test_the_data_of_an_execution_is_kept_for_24_hours_from_its_completion(self, cluvio: Cluvio) -> None:
        cluvio.control.jobs.set_progression(executions.JOB, "manual")
        id = await run(cluvio, "SELECT 1 AS n")
        record = executions.find(cluvio.session, cluvio.api, id)
        assert record is not None
        cluvio.control.clock.advance(3600)
        for _ in range(3):
            cluvio.control.jobs.advance(record["job_id"])
        done = book_of(cluvio.session, cluvio.api).get(id)
        assert done is not None
        cluvio.control.clock.advance(DAY - 1)  # 25 hours after the start, almost 24 after the completion
        assert executions.find(cluvio.session, cluvio.api, id) is None
        assert results.open(cluvio.session, cluvio.api, done).reader().read_all().to_pylist() == [{"n": 1}]
        cluvio.control.clock.advance(1)
        with pytest.raises(results.NoResult, match="24 hours"):
            results.open(cluvio.session, cluvio.api, done)

    async def test_what_is_past_its_day_is_dropped_with_the_next_execution(self, cluvio: Cluvio) -> None:
        old = (await ended(cluvio, "SELECT 1"))["execution_id"]
        cluvio.control.clock.advance(DAY)
        new = (await ended(cluvio, "SELECT 2"))["execution_id"]
        kept = {one["id"] for one in cluvio.session.store.list(cluvio.api, executions.KIND)}
        assert (old in kept, new in kept) == (False, True)


class TestData:
    async def test_execution_data_gives_key_token_and_timestamp(self, cluvio: Cluvio) -> None:
        found = await ended(cluvio, "SELECT 1")
        access = await cluvio.get(f"/executions/{found['execution_id']}/data")
        assert set(access) == {"data_key", "data_access_token", "data_timestamp"}
        assert access["data_timestamp"] == dt.datetime(2013, 7, 1, 12, tzinfo=dt.UTC).timestamp()
        assert "/" in access["data_key"]

    async def test_execution_data_is_204_while_it_runs_or_did_not_succeed(self, cluvio: Cluvio) -> None:
        running = await run(cluvio, ENDLESS)
        assert (await cluvio.call("GET", f"/executions/{running}/data")).status_code == 204
        await cluvio.post(f"/executions/{running}/cancel", status=204)
        assert (await cluvio.call("GET", f"/executions/{running}/data")).status_code == 204

    async def test_a_result_without_rows_keeps_its_columns(self, cluvio: Cluvio) -> None:
        found = await ended(cluvio, "SELECT 1 AS a, 'x' AS b WHERE false")
        record = executions.find(cluvio.session, cluvio.api, found["execution_id"])
        assert record is not None
        result = results.open(cluvio.session, cluvio.api, record)
        assert ([field["name"] for field in result.fields], result.rows) == (["a", "b"], 0)


class TestJobsThatRunTheirOwn:
    """`begin` and `run_now`: queries that another job runs itself."""

    @pytest.fixture
    def context(self, cluvio: Cluvio) -> JobContext:
        session = cluvio.session
        session.jobs.set_progression(executions.JOB, "manual")  # a job that does nothing meanwhile
        job = session.jobs.submit(cluvio.api, executions.JOB, {"api": cluvio.api, "execution_id": "none"})
        return JobContext(session, job, session.jobs._live[job["id"]], lambda *line: None)

    def test_run_now_runs_in_the_calling_job_and_gives_the_ended_execution(
        self, cluvio: Cluvio, context: JobContext
    ) -> None:
        begun = executions.begin(context, cluvio.api, SAMPLE, "SELECT 1 AS n", inputs=Inputs.of(None))
        done = executions.run_now(context, begun)
        assert (done["id"], done["status"], done["rows"]) == (begun["id"], "success", 1)

    def test_a_job_that_is_run_again_goes_on_with_the_execution_that_it_had_begun(
        self, cluvio: Cluvio, context: JobContext
    ) -> None:
        first = executions.begin(context, cluvio.api, SAMPLE, "SELECT 1", inputs=Inputs.of(None))
        again = executions.begin(context, cluvio.api, SAMPLE, "SELECT 1", inputs=Inputs.of(None))
        other = executions.begin(context, cluvio.api, SAMPLE, "SELECT 2", inputs=Inputs.of(None))
        assert first["id"] == again["id"] != other["id"]

    def test_an_execution_whose_job_has_ended_without_it_ends_with_internal_error(
        self, cluvio: Cluvio, context: JobContext
    ) -> None:
        begun = executions.begin(context, cluvio.api, SAMPLE, "SELECT 1", inputs=Inputs.of(None))
        cluvio.session.jobs.cancel(context.job_id)
        found = executions.find(cluvio.session, cluvio.api, begun["id"])
        assert found is not None
        assert found["status"] == "internal_error"

    def test_cancelling_the_execution_stops_the_query_of_the_job(self, cluvio: Cluvio, context: JobContext) -> None:
        begun = executions.begin(context, cluvio.api, SAMPLE, ENDLESS, inputs=Inputs.of(None))
        executions.cancel(cluvio.session, cluvio.api, begun["id"])
        assert executions.run_now(context, begun)["status"] == "cancelled"

    def test_when_the_job_is_to_stop_run_now_says_so(self, cluvio: Cluvio, context: JobContext) -> None:
        begun = executions.begin(context, cluvio.api, SAMPLE, ENDLESS, inputs=Inputs.of(None))
        context._live.tell_to_stop()
        with pytest.raises(JobFailure):
            executions.run_now(context, begun)


class TestRestart:
    """What a killed emulator leaves behind: nothing hangs, nothing acknowledged is lost."""

    def started(self, state: Path) -> Emulation:
        return emulation_of_cluvio(state=str(state))

    def test_results_survive_a_restart(self, tmp_path: Path) -> None:
        emulation = self.started(tmp_path)
        session = emulation.sessions.default
        id = executions.start(session, "cluvio_eu", SAMPLE, "SELECT 42 AS n", inputs=Inputs.of(None))["id"]
        settle(session)
        emulation.close()
        emulation = self.started(tmp_path)
        record = executions.find(emulation.sessions.default, "cluvio_eu", id)
        assert record is not None
        table = results.open(emulation.sessions.default, "cluvio_eu", record).reader().read_all()
        assert table.to_pylist() == [{"n": 42}]
        emulation.close()

    def test_what_ran_when_the_emulator_stopped_is_run_again_and_what_waited_follows(self, tmp_path: Path) -> None:
        emulation = self.started(tmp_path)
        session = emulation.sessions.default
        source = session.store.get("cluvio_eu", "datasources", SAMPLE)
        assert source is not None
        changed = {**source, "attributes": {**source["attributes"], "max_concurrent_executions": 1}}
        session.store.put("cluvio_eu", "datasources", SAMPLE, changed)
        first = executions.start(session, "cluvio_eu", SAMPLE, ENDLESS, inputs=Inputs.of(None))["id"]
        second = executions.start(session, "cluvio_eu", SAMPLE, "SELECT 1", inputs=Inputs.of(None))["id"]
        emulation.close()
        emulation = self.started(tmp_path)
        session = emulation.sessions.default
        found = [executions.find(session, "cluvio_eu", id) for id in (first, second)]
        assert [
            one and executions.status_of(session, one) in ("starting", "scheduled", "running") for one in found
        ] == [
            True,
            False,
        ]
        executions.cancel(session, "cluvio_eu", first)
        settle(session)
        found = [executions.find(session, "cluvio_eu", id) for id in (first, second)]
        assert [one and one["status"] for one in found] == ["cancelled", "success"]
        emulation.close()

    def test_a_reset_while_a_query_runs_leaves_nothing_of_it(self, tmp_path: Path) -> None:
        emulation = self.started(tmp_path)
        session = emulation.sessions.default
        id = executions.start(session, "cluvio_eu", SAMPLE, ENDLESS, inputs=Inputs.of(None))["id"]
        emulation.control.reset()
        assert executions.find(session, "cluvio_eu", id) is None
        again = executions.start(session, "cluvio_eu", SAMPLE, "SELECT 1", inputs=Inputs.of(None))["id"]
        settle(session)
        found = executions.find(session, "cluvio_eu", again)
        assert found is not None
        assert found["status"] == "success"
        emulation.close()
