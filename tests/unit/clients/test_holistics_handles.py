"""Jobs and exports as a caller meets them: waiting, following, failing, resuming elsewhere, reading and saving."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bireme import (
    AsyncHolistics,
    BiremeError,
    DecodeError,
    Holistics,
    InvalidInput,
    JobCancelled,
    JobFailed,
    Unsupported,
    WaitTimeout,
)
from bireme.holistics import AsyncExport, Export, Filter, Job

Step = Callable[[Any], None]


def finish(control: Any, id: int) -> None:
    """Lets a job run to its end."""
    while control.job(id)["status"] in ("created", "queued", "running"):
        control.jobs.advance(id)


def asked(control: Any) -> list[str]:
    return [entry["operation"] for entry in control.journal(listener="api")]


# --- submit, wait, read ---


def test_an_export_is_submitted_waited_for_and_read(h: Holistics, step: Step) -> None:
    export = h.export_widget(4175, on_progress=step)
    assert (export.status, export.format, export.done()) == ("success", "csv", True)
    table = export.to_arrow()
    assert table.column_names == ["Month", "Flights"]
    assert (table.num_rows, table["Flights"][0].as_py()) == (12, 27_004)
    assert next(export.iter_rows())["Flights"] == 27_004
    assert export.to_pandas()["Flights"].sum() == export.to_polars()["Flights"].sum() == 336_776
    assert pa.table(export) == table
    assert sum(batch.num_rows for batch in export.iter_batches()) == 12
    assert export.read().startswith(b"Month,Flights\n")


def test_filters_in_all_their_forms_reach_the_query(h: Holistics, step: Step) -> None:
    def flights(*filters: Any) -> int:
        return sum(row["Flights"] for row in h.export_widget(4175, filters=filters, on_progress=step).iter_rows())

    united = flights(Filter(2336).is_("UA"))
    assert united == 58_665
    assert flights("2336 is UA") == united
    assert flights({"dynamic_filter_id": 2336, "condition": {"operator": "is", "values": ["UA"]}}) == united
    assert flights("2336 is UA", Filter(2335).matches("january 2013")) == 4_637


def test_wait_false_gives_a_handle_at_once_whose_state_can_be_asked_for(h: Holistics, control: Any) -> None:
    export = h.export_widget(4175, wait=False)
    assert asked(control) == ["dashboard_widgets_submit_export"]
    assert export.status == "created"
    assert repr(export) == f"Export(id={export.id}, status='created')"
    assert not export.done()
    control.jobs.advance(export.id)
    assert not export.done()
    assert export.status == "queued"
    control.jobs.advance(export.id)
    assert export.refresh().start_time
    assert export.status == "running"
    finish(control, export.id)
    assert export.done()
    assert export.status == "success"
    asked_before = len(asked(control))
    assert export.done()
    assert export.result() is export
    assert len(asked(control)) == asked_before, "what has ended is not asked for again"
    assert export.logs()[-1].message == "Finished"


def test_reading_waits_for_the_job_first(h: Holistics, control: Any) -> None:
    export = h.export_widget(4175, wait=False)
    finish(control, export.id)
    assert export.to_arrow().num_rows == 12


def test_a_preload_runs_to_its_end_and_gives_the_record(h: Holistics, step: Step, control: Any) -> None:
    job = h.preload_dashboard(16076, ["2336 is UA"], bust_cache=True, on_progress=step)
    assert type(job) is Job
    assert job.status == "success"
    assert job.result().end_time
    body = json.loads(control.journal(operation="dashboards_submit_preload")[0]["body"])
    assert body["bust_cache"] is True
    assert body["dashboard_filter_conditions"][0]["dynamic_filter_id"] == 2336


def test_a_job_known_by_its_id_alone_can_be_waited_for(h: Holistics, control: Any) -> None:
    id = h.export_widget(4175, wait=False).id
    job = h.job(id)
    assert (job.id, job.status, job.operation) == (id, None, None)
    finish(control, id)
    assert job.result().id == id
    assert job.status == "success"


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda h: h.job(0), "id"),
        (lambda h: h.job("7"), "id"),
        (lambda h: h.job(True), "id"),
        (lambda h: h.export_widget("4175"), "widget_id"),
        (lambda h: h.export_widget(4175, "excel"), "format"),
        (lambda h: h.export_widget(4175, ["csv"]), "format"),
        (lambda h: h.export_widget(4175, filters="2336 is UA"), "filters"),
        (lambda h: h.export_widget(4175, filters=5), "filters"),
        (lambda h: h.export_widget(4175, filters=["2335 last 7"]), "modifier"),
        (lambda h: h.preload_dashboard(-1), "dashboard_id"),
        (lambda h: h.preload_dashboard(16076, filters=["2336 was UA"]), "operator"),
    ],
)
def test_a_wrong_argument_is_refused_before_anything_is_sent(
    h: Holistics, control: Any, call: Callable[[Holistics], Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        call(h)
    assert caught.value.field == field
    assert control.journal() == []


# --- what can come of a job ---


def test_a_failure_carries_the_databases_message_and_the_log(h: Holistics, step: Step) -> None:
    with pytest.raises(JobFailed, match="carier") as caught:
        h.export_widget(4178, on_progress=step)
    assert "Binder Error" in str(caught.value.last_error)
    assert any(entry["level"] == "ERROR" for entry in caught.value.logs)


def test_every_read_of_a_failed_export_says_that_it_failed(h: Holistics, control: Any, tmp_path: Path) -> None:
    export = h.export_widget(4178, wait=False)
    finish(control, export.id)
    assert export.done()
    for read in (export.wait, export.to_arrow, export.read, lambda: export.to_file(tmp_path / "x.csv")):
        with pytest.raises(JobFailed):
            read()
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_somebody_cancels_raises_job_cancelled(h: Holistics, control: Any) -> None:
    export = h.export_widget(4175, wait=False)
    control.jobs.cancel(export.id)
    with pytest.raises(JobCancelled):
        export.wait()
    assert export.status == "cancelled"


def test_an_equal_export_under_way_is_followed(h: Holistics, control: Any) -> None:
    first = h.export_widget(4175, wait=False)
    second = h.export_widget(4175, wait=False)
    assert second.id == first.id
    assert json.loads(second.resume_token)["job_id"] == first.id
    assert not second.done()
    finish(control, first.id)
    assert second.to_arrow().num_rows == 12


def test_a_job_that_turns_out_to_be_another_is_followed_when_asked_for(h: Holistics, control: Any) -> None:
    other, export = h.export_widget(4176, wait=False), h.export_widget(4175, wait=False)
    finish(control, other.id)
    moved = {"id": export.id, "user_id": 1, "status": "already_existed", "existing_job_id": other.id}
    control.fault("body_patch", operation="jobs_get", pointer="/job", value=moved, times=1)
    assert export.done()
    assert (export.id, export.status) == (other.id, "success")


def test_an_unknown_status_is_waited_on(h: Holistics, control: Any, step: Step) -> None:
    control.fault("body_patch", operation="jobs_get", pointer="/job/status", value="pondering", times=2)
    seen: list[str | None] = []

    def watch(progress: Any) -> None:
        seen.append(progress.status)
        step(progress)

    assert h.export_widget(4175, on_progress=watch).status == "success"
    assert seen.count("pondering") == 2


def test_a_reply_without_a_job_id_is_a_decode_error(h: Holistics, control: Any) -> None:
    control.fault(
        "body_patch", operation="dashboard_widgets_submit_export", pointer="/job", value={"status": "created"}, times=1
    )
    with pytest.raises(DecodeError, match="/job/id"):
        h.export_widget(4175)


def test_cancelling_says_that_it_cannot_be_done_and_what_can(h: Holistics, control: Any) -> None:
    export = h.export_widget(4175, wait=False)
    with pytest.raises(Unsupported, match=r"cancel\(\): Holistics API v2 has no operation") as caught:
        export.cancel()
    assert isinstance(caught.value, BiremeError)
    assert isinstance(caught.value, NotImplementedError)
    assert "web interface" in caught.value.remedy


# --- time runs out, and is taken up again ---


def test_a_wait_that_runs_out_can_go_on_with_the_same_handle(h: Holistics, control: Any, step: Step) -> None:
    export = h.export_widget(4175, wait=False)
    with pytest.raises(WaitTimeout) as caught:
        export.wait(5)
    assert caught.value.last_status == "created"
    assert caught.value.token == export.resume_token
    control.jobs.advance(export.id)
    control.clear_journal()
    statuses: list[str | None] = []
    finish(control, export.id)
    export.wait(on_progress=lambda progress: statuses.append(progress.status))
    assert statuses == ["success"], "the reply that started the job is not news to a second wait"


RESUMER = """
import os, sys, httpx2
from bireme import Holistics
with httpx2.Client(headers={"X-Emulator-Session": sys.argv[1]}) as http, Holistics(http=http) as h:
    export = h.resume(sys.argv[2])
    print(type(export).__name__, export.id, export.to_arrow().num_rows)
"""


def test_another_process_goes_on_from_the_token(h: Holistics, control: Any, settings: dict[str, Any]) -> None:
    with pytest.raises(WaitTimeout) as caught:
        h.export_widget(4175, timeout=1)
    assert settings["api_key"] not in caught.value.token
    finish(control, int(caught.value.job_id))
    host = settings["base_url"].removesuffix("/api/v2")
    run = subprocess.run(
        [sys.executable, "-c", RESUMER, control.name, caught.value.token],
        env={**os.environ, "HOLISTICS_API_KEY": settings["api_key"], "HOLISTICS_HOST": host},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["Export", str(caught.value.job_id), "12"]


def test_a_resumed_export_keeps_its_format_and_a_resumed_job_is_a_job(h: Holistics, control: Any) -> None:
    export = h.resume(h.export_widget(4175, "xlsx", wait=False).resume_token)
    assert isinstance(export, Export)
    assert export.format == "xlsx"
    finish(control, export.id)
    assert export.read().startswith(b"PK")
    job = h.resume(h.preload_dashboard(16076, wait=False).resume_token)
    assert type(job) is Job
    assert type(h.resume(h.job(job.id).resume_token)) is Job


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        "[]",
        '{"v": 99}',
        '{"v": 1, "operation": "reports_export", "job_id": 7, "data": {}}',
        '{"v": 1, "operation": "", "job_id": "seven", "data": {}}',
        '{"v": 1, "operation": "dashboard_widgets_submit_export", "job_id": -7, "data": {"format": "csv"}}',
        '{"v": 1, "operation": "dashboard_widgets_submit_export", "job_id": 7, "data": {"format": "exe"}}',
        '{"v": 1, "operation": "dashboard_widgets_submit_export", "job_id": 7}',
        None,
    ],
)
def test_what_is_no_token_of_this_api_is_refused(h: Holistics, token: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        h.resume(token)
    assert caught.value.field.startswith("token")


# --- files ---


def test_files_are_saved_as_they_came_or_as_parquet(h: Holistics, step: Step, tmp_path: Path) -> None:
    export = h.export_widget(4175, on_progress=step)
    got: list[int] = []
    path = export.to_file(tmp_path / "flights.csv", on_progress=lambda received, total: got.append(received))
    assert path == tmp_path / "flights.csv"
    assert path.read_bytes() == export.read()
    assert got[-1] == path.stat().st_size
    export.to_file(tmp_path / "flights.parquet", types={"Flights": "string"})
    assert pq.read_table(tmp_path / "flights.parquet").schema.field("Flights").type == pa.string()
    with (tmp_path / "open.bin").open("wb") as file:
        assert export.to_file(file) is None
    assert (tmp_path / "open.bin").read_bytes() == export.read()


def test_a_document_is_saved_but_is_no_table(h: Holistics, step: Step, tmp_path: Path) -> None:
    export = h.export_widget(4175, "pdf", on_progress=step)
    assert export.to_file(tmp_path / "flights.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(InvalidInput, match="format='csv'"):
        export.to_arrow()


# --- the asynchronous kind ---


async def test_asynchronous_callers_have_the_same(ah: AsyncHolistics, step: Step, control: Any, tmp_path: Path) -> None:
    async with ah as h:
        export = await h.export_widget(4175, filters=["2336 is UA"], on_progress=step)
        assert await export.done()
        assert (await export.to_arrow()).num_rows == 12
        assert (await export.to_pandas())["Flights"].sum() == (await export.to_polars())["Flights"].sum() == 58_665
        assert [row["Flights"] async for row in export.iter_rows()][:2] == [4_637, 4_346]
        assert sum([batch.num_rows async for batch in export.iter_batches()]) == 12
        assert (await export.to_file(tmp_path / "x.csv")).read_bytes() == await export.read()
        assert (await export.logs())[-1].message == "Finished"
        with pytest.raises(Unsupported):
            await export.cancel()
        with pytest.raises(JobFailed):
            await h.export_widget(4178, on_progress=step)


async def test_asynchronous_callers_take_jobs_up_again(ah: AsyncHolistics, step: Step, control: Any) -> None:
    export = await ah.export_widget(4177, wait=False)
    resumed = ah.resume(export.resume_token)
    assert isinstance(resumed, AsyncExport)
    finish(control, resumed.id)
    assert (await resumed.result()) is resumed
    job = await ah.preload_dashboard(16078, on_progress=step)
    assert (await job.result()).id == job.id == (await ah.job(job.id).refresh()).id
