"""The client of the legacy API: reports exported and queried, as a caller meets them."""

from __future__ import annotations

import datetime
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from bireme import (
    AsyncHolisticsV1,
    ConfigError,
    DecodeError,
    HolisticsV1,
    InvalidInput,
    JobFailed,
    NotFound,
    ResultExpired,
    Unauthorized,
    UnprocessableEntity,
    WaitTimeout,
)
from bireme._runtime.clock import VirtualClock
from bireme.holistics_v1 import Export, Query

Step = Callable[[Any], None]


def finish(control: Any, id: int) -> None:
    """Lets a job run to its end."""
    while control.job(id)["status"] in ("created", "queued", "running"):
        control.jobs.advance(id)


def asked(control: Any) -> list[str]:
    return [entry["operation"] for entry in control.journal(listener="api")]


def answers(control: Any, operation: str, body: Any) -> None:
    """Has the next call of an operation answered with this."""
    control.fault("status", status=200, body=body, operation=operation, times=1)


# --- exports ---


def test_an_export_is_submitted_waited_for_and_read(v1: HolisticsV1, step: Step) -> None:
    export = v1.export_report(12345, on_progress=step)
    assert (export.status, export.format, export.done()) == ("success", "csv", True)
    table = export.to_arrow()
    assert table.column_names == ["Month", "Flights"]
    assert (table.num_rows, table["Flights"][0].as_py()) == (12, 27_004)
    assert export.to_pandas()["Flights"].sum() == export.to_polars()["Flights"].sum() == 336_776
    assert pa.table(export) == table
    assert export.logs()[-1].message == "Finished"


def test_the_id_may_have_the_title_behind_it(v1: HolisticsV1, step: Step) -> None:
    assert v1.export_report("12345-flights-per-month", on_progress=step).to_arrow().num_rows == 12


def test_filters_go_by_name_with_one_value_or_several(v1: HolisticsV1, step: Step, control: Any) -> None:
    def flights(**filters: Any) -> int:
        export = v1.export_report(12345, filters=filters, on_progress=step)
        return sum(row["Flights"] for row in export.iter_rows())

    assert flights(carrier="UA") == 58_665
    assert flights(carrier=["UA", "AA"]) == 58_665 + 32_729
    assert flights(carrier=("UA",), month=None, nonsense=True) == 58_665
    query = control.journal(operation="reports_submit_export")[-1]["query"]
    assert "carrier=UA" in query
    assert "nonsense=true" in query
    assert "month" not in query


def test_dates_and_numbers_of_other_libraries_are_sent_as_the_api_writes_them(
    v1: HolisticsV1, step: Step, control: Any
) -> None:
    day = datetime.date(2013, 1, 1)
    v1.export_report(12345, filters={"a": day, "b": np.int64(5), "c": 1.5}, wait=False)
    assert control.journal(operation="reports_submit_export")[0]["query"] == "a=2013-01-01&b=5&c=1.5"


def test_long_filters_are_sent_in_the_body(v1: HolisticsV1, step: Step, control: Any) -> None:
    carriers = ["UA", *(f"none-{number:03}" for number in range(60))]
    export = v1.export_report(12345, filters={"carrier": carriers, "x": True}, on_progress=step)
    assert sum(row["Flights"] for row in export.iter_rows()) == 58_665
    (entry,) = control.journal(operation="reports_submit_export_with_body")
    assert json.loads(entry["body"]) == {"carrier": carriers, "x": True}
    assert entry["query"] == ""


def test_a_workbook_with_long_filters_has_them_in_the_address_since_the_api_takes_no_body(
    v1: HolisticsV1, control: Any
) -> None:
    v1.export_report(12345, "xlsx", {"carrier": ["x" * 600]}, wait=False)
    assert asked(control) == ["reports_submit_export"]


@pytest.mark.parametrize(("format", "start"), [("json", b"["), ("xlsx", b"PK"), ("csv", b"Month,Flights\n")])
def test_every_format_can_be_saved(v1: HolisticsV1, step: Step, format: str, start: bytes, tmp_path: Path) -> None:
    export = v1.export_report(12345, format, on_progress=step)
    path = export.to_file(tmp_path / f"report.{format}")
    assert path.read_bytes() == export.read()
    assert export.read().startswith(start)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_csv_cannot_be_read_as_rows(v1: HolisticsV1, control: Any) -> None:
    with pytest.raises(InvalidInput, match="format='csv'"):
        v1.export_report(12345, "json", wait=False).to_arrow()


def test_wait_false_gives_a_handle_at_once(v1: HolisticsV1, control: Any) -> None:
    export = v1.export_report(12345, wait=False)
    assert asked(control) == ["reports_submit_export"]
    assert repr(export) == f"Export(id={export.id}, status='created')"
    assert not export.done()
    assert export.status == "not yet"
    finish(control, export.id)
    assert export.done()
    assert export.result() is export
    assert export.to_arrow().num_rows == 12


def test_a_failure_carries_the_databases_message_and_the_log(v1: HolisticsV1, step: Step) -> None:
    with pytest.raises(JobFailed, match="carier") as caught:
        v1.export_report(12346, on_progress=step)
    assert "Binder Error" in str(caught.value.last_error)
    assert any(entry["level"] == "ERROR" for entry in caught.value.logs)


def test_a_cancelled_export_ends_as_a_failure(v1: HolisticsV1, control: Any) -> None:
    export = v1.export_report(12345, wait=False)
    export.cancel()
    with pytest.raises(JobFailed, match="cancelled"):
        export.wait()


def test_an_equal_export_under_way_is_followed(v1: HolisticsV1, control: Any) -> None:
    """The submission says so, with the id of that job."""
    first = v1.export_report(12345, wait=False)
    moved = {"status": "already_existed", "job_id": first.id}
    answers(control, "reports_submit_export", moved)
    second = v1.export_report(12345, wait=False)
    assert second.id == first.id
    finish(control, first.id)
    assert second.to_arrow().num_rows == 12


def test_a_poll_that_names_another_job_is_followed(v1: HolisticsV1, control: Any) -> None:
    other, export = v1.export_report(12345, wait=False), v1.export_report(12347, wait=False)
    finish(control, other.id)
    moved = {"status": "already_existed", "job_id": other.id}
    answers(control, "reports_get_export_results", moved)
    export.wait()
    assert (export.id, export.status) == (other.id, "success")
    assert export.to_arrow().num_rows == 12


def test_asking_once_follows_as_well(v1: HolisticsV1, control: Any) -> None:
    other, export = v1.export_report(12345, wait=False), v1.export_report(12347, wait=False)
    finish(control, other.id)
    moved = {"status": "already_existed", "job_id": other.id}
    answers(control, "reports_get_export_results", moved)
    assert export.done()
    assert export.id == other.id


def test_the_key_does_not_go_to_where_the_file_is(v1: HolisticsV1, step: Step, control: Any) -> None:
    v1.export_report(12345, on_progress=step).read()
    (entry,) = control.journal(listener="files")
    assert entry["credentials_present"] is False
    assert "x-holistics-key" not in {name.lower() for name in entry["headers"]}


def test_an_expired_link_is_fetched_anew_once(v1: HolisticsV1, step: Step, control: Any) -> None:
    export = v1.export_report(12345, on_progress=step)
    control.fault("expired_url", listener="files", times=1)
    assert export.to_arrow().num_rows == 12
    assert asked(control).count("exports_download") == 2
    control.fault("expired_url", listener="files", times=2)
    with pytest.raises(ResultExpired):
        export.read()


def test_an_unknown_status_is_waited_on(v1: HolisticsV1, control: Any, step: Step) -> None:
    control.fault("body_patch", operation="reports_get_export_results", pointer="/status", value="pondering", times=2)
    seen: list[str | None] = []

    def watch(progress: Any) -> None:
        seen.append(progress.status)
        step(progress)

    assert v1.export_report(12345, on_progress=watch).status == "success"
    assert seen.count("pondering") == 2


def test_a_submission_without_a_job_id_is_a_decode_error(v1: HolisticsV1, control: Any) -> None:
    answers(control, "reports_submit_export", {"status": "created"})
    with pytest.raises(DecodeError, match="job_id"):
        v1.export_report(12345)


# --- queries ---


def test_a_query_is_read_page_by_page_with_types(v1: HolisticsV1, step: Step, control: Any) -> None:
    query = v1.query_report(12345, columns=["month", "flights"], page_size=5, on_progress=step)
    assert isinstance(query, Query)
    control.clear_journal()
    table = query.to_arrow()
    assert table.column_names == ["month", "flights"]
    assert table["month"][0].as_py() == datetime.date(2013, 1, 1)
    assert sum(table["flights"].to_pylist()) == 336_776
    assert asked(control) == ["reports_get_query_results"] * 3
    assert [entry["query"].partition("_page=")[2] for entry in control.journal()] == [
        "1&_page_size=5", "2&_page_size=5", "3&_page_size=5",
    ]  # fmt: skip


def test_columns_without_names_are_numbered(v1: HolisticsV1, step: Step) -> None:
    query = v1.query_report(12345, {"carrier": ["UA"]}, on_progress=step)
    rows = list(query.iter_rows())
    assert rows[0] == {"column_1": datetime.date(2013, 1, 1), "column_2": 4_637}
    assert query.to_pandas()["column_2"].sum() == 58_665


def test_an_empty_query_has_no_rows(v1: HolisticsV1, step: Step) -> None:
    query = v1.query_report(12345, {"carrier": "none"}, columns=["a", "b"], on_progress=step)
    assert query.to_arrow().num_rows == 0
    assert query.to_arrow().column_names == ["a", "b"]
    assert list(v1.query_report(12345, {"carrier": "none"}, on_progress=step).iter_rows()) == []


def test_null_and_empty_text_commas_quotes_and_line_breaks_survive(v1: HolisticsV1, step: Step, control: Any) -> None:
    query = v1.query_report(12345, on_progress=step)
    rows = [["a,b", 'say "x"', None, ""], ["two\nlines", "é\r", "1", "x"]]
    control.fault("body_patch", operation="reports_get_query_results", pointer="/values", value=rows)
    table = query.to_arrow(strings=True)
    assert [list(row.values()) for row in table.to_pylist()] == rows


def test_a_query_that_fails_says_why(v1: HolisticsV1, step: Step) -> None:
    with pytest.raises(JobFailed, match="carier"):
        v1.query_report(12346, on_progress=step)


def test_pages_that_are_no_success_any_more_are_a_decode_error(v1: HolisticsV1, step: Step, control: Any) -> None:
    query = v1.query_report(12345, on_progress=step)
    control.fault("body_patch", operation="reports_get_query_results", pointer="/status", value="running")
    with pytest.raises(DecodeError, match="/status"):
        query.to_arrow()


# --- errors ---


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda v1: v1.export_report(0.5), "report_id"),
        (lambda v1: v1.export_report(-1), "report_id"),
        (lambda v1: v1.export_report(True), "report_id"),
        (lambda v1: v1.export_report("sales"), "report_id"),
        (lambda v1: v1.export_report("1/../2"), "report_id"),
        (lambda v1: v1.export_report(1, "pdf"), "format"),
        (lambda v1: v1.export_report(1, filters=[1]), "filters"),
        (lambda v1: v1.export_report(1, filters={1: 2}), "filters"),
        (lambda v1: v1.export_report(1, filters={"a": {"b": 1}}), "filters['a']"),
        (lambda v1: v1.export_report(1, filters={"a": [None]}), "filters['a']"),
        (lambda v1: v1.export_report(1, filters={"a": float("nan")}), "filters['a']"),
        (lambda v1: v1.query_report("x"), "report_id"),
        (lambda v1: v1.query_report(1, columns="month"), "columns"),
        (lambda v1: v1.query_report(1, columns=[1]), "columns"),
        (lambda v1: v1.query_report(1, page_size=0), "page_size"),
        (lambda v1: v1.resume("nonsense"), "token"),
        (lambda v1: v1.resume('{"v": 1, "operation": "jobs_get", "job_id": 7}'), "token"),
        (lambda v1: v1.resume('{"v": 1, "operation": "reports_submit_query", "job_id": "x"}'), "token.job_id"),
        (lambda v1: v1.resume('{"v": 1, "operation": "reports_submit_export", "job_id": 7}'), "token.data.format"),
    ],
)
def test_a_wrong_argument_is_refused_before_anything_is_sent(
    v1: HolisticsV1, control: Any, call: Callable[[HolisticsV1], Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        call(v1)
    assert caught.value.field == field
    assert control.journal() == []


def test_an_unknown_report_and_a_wrong_key_are_told_with_the_servers_words(
    v1: HolisticsV1, legacy: dict[str, Any]
) -> None:
    with pytest.raises(NotFound, match="Resource not found"):
        v1.export_report(999)
    with HolisticsV1("no-such-key-0001", legacy["url"]) as wrong:
        with pytest.raises(UnprocessableEntity, match="Holistics::InvalidAuthenticationToken") as caught:
            wrong.export_report(12345)
        assert "no-such-key-0001" not in str(caught.value)
        with pytest.raises(UnprocessableEntity) as caught:
            wrong.groups.list()
        assert caught.value.message == "Holistics::InvalidAuthenticationToken"


def test_a_reply_of_401_is_unauthorized(v1: HolisticsV1, control: Any) -> None:
    control.fault("status", status=401, operation="reports_submit_export")
    with pytest.raises(Unauthorized):
        v1.export_report(12345)


def test_a_wait_that_runs_out_is_taken_up_from_its_token(v1: HolisticsV1, control: Any) -> None:
    with pytest.raises(WaitTimeout) as caught:
        v1.export_report(12345, timeout=5)
    assert caught.value.last_status == "not yet"
    finish(control, int(caught.value.job_id))
    export = v1.resume(caught.value.token)
    assert isinstance(export, Export)
    assert export.to_arrow().num_rows == 12
    with pytest.raises(WaitTimeout) as caught:
        v1.query_report(12345, columns=["a", "b"], timeout=5)
    finish(control, int(caught.value.job_id))
    assert v1.resume(caught.value.token).to_arrow().column_names == ["a", "b"]


# --- settings ---


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOLISTICS_API_KEY", "HOLISTICS_HOST", "HOLISTICS_REGION"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ConfigError, match="HOLISTICS_API_KEY"):
        HolisticsV1()
    monkeypatch.setenv("HOLISTICS_API_KEY", "k3y-0001")
    assert repr(HolisticsV1()) == "HolisticsV1('https://secure.holistics.io')"
    monkeypatch.setenv("HOLISTICS_HOST", "eu.holistics.io/")
    assert repr(HolisticsV1()) == "HolisticsV1('https://eu.holistics.io')"
    assert repr(HolisticsV1(region="us")) == "HolisticsV1('https://us.holistics.io')"
    assert repr(AsyncHolisticsV1(url="https://demo.holistics.io")) == "AsyncHolisticsV1('https://demo.holistics.io')"
    with pytest.raises(ConfigError, match="url"):
        HolisticsV1(url="nonsense")


def test_clients_and_handles_are_not_sent_to_other_processes(v1: HolisticsV1) -> None:
    with pytest.raises(TypeError, match="key"):
        pickle.dumps(v1)
    with pytest.raises(TypeError, match="resume_token"):
        pickle.dumps(v1.export_report(12345, wait=False))
    with pytest.raises(InvalidInput, match=r"httpx2\.Client"):
        HolisticsV1("k3y-0001", http=5)  # type: ignore[arg-type]


# --- the asynchronous kind ---


async def test_asynchronous_callers_have_the_same(
    av1: AsyncHolisticsV1, step: Step, control: Any, tmp_path: Path
) -> None:
    async with av1 as v1:
        export = await v1.export_report(12345, filters={"carrier": "UA"}, on_progress=step)
        assert await export.done()
        assert (await export.to_arrow()).num_rows == 12
        assert (await export.to_pandas())["Flights"].sum() == (await export.to_polars())["Flights"].sum() == 58_665
        assert (await export.to_file(tmp_path / "x.csv")).read_bytes() == await export.read()
        assert (await export.logs())[-1].message == "Finished"
        query = await v1.query_report(12345, columns=["a", "b"], on_progress=step)
        assert sum([row["b"] async for row in query.iter_rows()]) == 336_776
        waiting = await v1.export_report(12345, wait=False)
        assert (v1.resume(waiting.resume_token)).id == waiting.id
        await waiting.cancel()
        with pytest.raises(JobFailed):
            await waiting.wait()


def test_the_clock_of_a_client_is_the_only_one_it_waits_by(legacy: dict[str, Any], control: Any) -> None:
    import httpx2

    clock = VirtualClock()
    with (
        httpx2.Client(headers={"X-Emulator-Session": control.name}) as http,
        pytest.raises(WaitTimeout) as caught,
    ):
        HolisticsV1(**legacy, http=http, clock=clock).export_report(12345, timeout=3600)
    assert 3590 < clock.monotonic() <= 3600
    assert caught.value.elapsed == pytest.approx(clock.monotonic(), abs=1)
