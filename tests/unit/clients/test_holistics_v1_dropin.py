"""`HolisticsAPI` in place of the vendor's: the same results, and what is better."""

from __future__ import annotations

import inspect
import io
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme import ApiError, ConfigError, DecodeError, InvalidInput, JobFailed, NetworkError, NotFound, WaitTimeout
from bireme._runtime.clock import VirtualClock
from bireme._runtime.flow import Flow, Offload
from bireme._runtime.flow import run as run_flow
from bireme._runtime.poll import Poll
from bireme._runtime.tables import Source, to_pandas_as_read
from bireme.holistics_v1 import HolisticsAPI

Make = Callable[..., HolisticsAPI]


@pytest.fixture
def make(control: Any, legacy: dict[str, Any]) -> Iterator[Make]:
    for kind in ("report_export", "report_query"):
        control.jobs.set_progression(kind, "immediate")
    with httpx2.Client(headers={"X-Emulator-Session": control.name}) as http:
        yield lambda **more: HolisticsAPI(
            **{"api_key": legacy["api_key"], "url": legacy["url"], "http": http, **more}  # type: ignore[arg-type]
        )


@pytest.fixture
def api(make: Make) -> HolisticsAPI:
    return make(poll=Poll(first=0.02, factor=0, cap=0.02))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_names_and_arguments_are_those_of_the_vendors_class() -> None:
    def names(function: Any) -> list[tuple[str, Any]]:
        kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD,)
        return [(p.name, p.default) for p in inspect.signature(function).parameters.values() if p.kind in kinds][1:]

    required = inspect.Parameter.empty
    assert names(HolisticsAPI.__init__) == [("api_key", required), ("url", None)]
    assert names(HolisticsAPI.submit_export) == [("report_id", required), ("filters", None)]
    assert names(HolisticsAPI.get_export_results) == [("job_id", required), ("_page_size", None), ("_page", None)]
    assert [name for name, _ in names(HolisticsAPI.download_results)] == ["job_id", "path"]
    assert names(HolisticsAPI.export_data) == [
        ("report_id", required), ("path", None), ("filters", None), ("page_size", None), ("page", None),
    ]  # fmt: skip


def test_a_report_comes_as_a_frame_and_nothing_is_written_or_printed(
    api: HolisticsAPI, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = api.export_data("12345", None, {"carrier": ["UA", "AA"]}, page_size=12, page=5)
    assert isinstance(frame, pd.DataFrame)
    assert frame["Flights"].sum() == 58_665 + 32_729
    assert frame["Month"][0] == "2013-01-01", "dates stay text, as before"
    assert list(folder.iterdir()) == []
    assert capsys.readouterr().out == ""


def test_with_a_path_the_file_is_kept_as_it_came(api: HolisticsAPI, folder: Path) -> None:
    frame = api.export_data(12345, path=str(folder / "report.csv"))
    assert (folder / "report.csv").read_bytes().startswith(b"Month,Flights\n2013-01-01,27004\n")
    pd.testing.assert_frame_equal(frame, pd.read_csv(folder / "report.csv"))
    assert [path.name for path in folder.iterdir()] == ["report.csv"]


def test_the_single_steps_give_what_they_gave(api: HolisticsAPI, folder: Path) -> None:
    job_id = api.submit_export("12345")
    assert isinstance(job_id, str)
    assert api.get_export_results(job_id, 10, 1) == 1
    assert len(api.download_results(job_id, "a.csv")) == 12
    assert len(api.download_results(int(job_id))) == 12
    assert [path.name for path in folder.iterdir()] == ["a.csv"]


def test_what_fails_leaves_the_earlier_file_alone(api: HolisticsAPI, folder: Path, control: Any) -> None:
    path = folder / "report.csv"
    path.write_text("earlier")
    with pytest.raises(JobFailed):
        api.export_data(12346, path=path)
    control.fault("truncate", listener="files", after_bytes=20)
    with pytest.raises(NetworkError):
        api.export_data(12345, path=path)
    assert path.read_text() == "earlier"
    assert list(folder.iterdir()) == [path]


def test_a_body_that_breaks_off_once_is_fetched_again_into_file_and_frame(
    api: HolisticsAPI, folder: Path, control: Any
) -> None:
    control.fault("truncate", listener="files", after_bytes=20, times=1)
    frame = api.export_data(12345, path=folder / "report.csv")
    pd.testing.assert_frame_equal(frame, pd.read_csv(folder / "report.csv"))
    assert len(frame) == 12


# --- errors ---


def test_a_failure_is_a_runtime_error_with_the_reason(api: HolisticsAPI) -> None:
    with pytest.raises(RuntimeError, match="carier") as caught:
        api.export_data(12346)
    assert isinstance(caught.value, JobFailed)
    assert caught.value.logs
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is JobFailed
    assert str(again) == str(caught.value)


def test_an_error_reply_is_an_http_error_of_requests_where_that_is_loaded(
    api: HolisticsAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = pytest.importorskip("requests")
    with pytest.raises(requests.exceptions.HTTPError, match="Resource not found") as caught:
        api.submit_export("999")
    assert caught.value.response.status_code == 404
    assert caught.value.response.text == "Resource not found"
    assert isinstance(caught.value, NotFound)
    monkeypatch.delitem(sys.modules, "requests.exceptions")
    with pytest.raises(OSError) as otherwise:
        api.submit_export("999")
    assert isinstance(otherwise.value, ApiError)
    assert not isinstance(otherwise.value, requests.exceptions.HTTPError)


def test_no_connection_is_an_os_error() -> None:
    with (
        HolisticsAPI("k3y-0001", "http://127.0.0.1:9", clock=VirtualClock()) as api,
        pytest.raises(OSError) as caught,
    ):
        api.export_data(1)
    assert isinstance(caught.value, NetworkError)


def test_what_is_no_table_is_pandas_parser_error(api: HolisticsAPI, control: Any) -> None:
    control.fault("garbage", listener="files")
    with pytest.raises((pd.errors.ParserError, OSError)) as caught:
        api.export_data(12345)
    assert isinstance(caught.value, DecodeError | NetworkError)


def test_a_wait_has_a_deadline(make: Make, control: Any) -> None:
    control.jobs.set_progression("report_export", "manual")
    api = make(timeout=30, clock=VirtualClock())
    with pytest.raises(TimeoutError) as caught:
        api.export_data(12345)
    assert isinstance(caught.value, WaitTimeout)
    assert caught.value.last_status == "not yet"


@pytest.mark.parametrize("job_id", ["", "x", -1, None, "1e5"])
def test_what_is_no_job_is_refused(api: HolisticsAPI, job_id: Any) -> None:
    with pytest.raises(InvalidInput, match="job_id"):
        api.get_export_results(job_id)


def test_addresses_are_taken_as_the_documents_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLISTICS_HOST", "https://eu.holistics.io")
    assert repr(HolisticsAPI("k3y-0001")._client) == "HolisticsV1('https://secure.holistics.io')"
    assert repr(HolisticsAPI("k3y-0001", "demo.holistics.io")._client) == "HolisticsV1('https://demo.holistics.io')"
    with pytest.raises(ConfigError):
        HolisticsAPI("")
    with pytest.raises(TypeError, match="HolisticsV1 holds a key"):
        pickle.dumps(HolisticsAPI("k3y-0001"))


# --- types, against read_csv ---


def read(body: str, **how: Any) -> pd.DataFrame:
    def into(file: Any) -> Flow[None]:
        yield Offload(lambda: file.write(body.encode()))

    return run_flow(to_pandas_as_read(Source(into), **how), None)  # type: ignore[arg-type]


BODY = """n,f,mixed,zero,date,time,flag,gap,na,text,empty,word
1,1.5,1,007,2013-01-01,2013-01-01 05:00:00,True,1,NA,a,,true
-2,2,2.5,010,2013-01-02,2013-01-01 06:00:00,False,,3,"b,c",,x
3,1e3,3,000,2013-01-03,2013-01-01 07:00:00,True,3,null,"",,
"""


def test_columns_have_the_types_and_values_of_read_csv() -> None:
    frame, expected = read(BODY), pd.read_csv(io.StringIO(BODY))
    pd.testing.assert_frame_equal(frame, expected, check_dtype=False)
    kinds = {name: (frame[name].dtype.kind, expected[name].dtype.kind) for name in frame}
    assert {name: pair for name, pair in kinds.items() if pair[0] != pair[1]} == {}


def test_leading_zeros_are_kept_when_asked_for() -> None:
    frame = read(BODY, keep_leading_zeros=True)
    assert list(frame["zero"]) == ["007", "010", "000"]
    assert list(frame["n"]) == [1, -2, 3]
    assert frame["date"][0] == "2013-01-01"


def test_leading_zeros_are_kept_by_the_class_when_asked_for(make: Make, control: Any) -> None:
    body = "zip\n01067\n"
    control.fault("status", status=200, body=body, content_type="text/csv", listener="files")
    assert list(make().export_data(12345)["zip"]) == [1067]
    assert list(make(keep_leading_zeros=True).export_data(12345)["zip"]) == ["01067"]


def test_integers_with_gaps_that_a_float_cannot_hold_stay_whole() -> None:
    assert list(read("a\n9007199254740993\n\n,\n".replace(",", "")).dropna()["a"]) == [9007199254740993]


VALUE = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: f"{number:.3f}"),
    st.sampled_from(["", "NA", "null", "007", "2013-01-01", "a", "True", "false", "x y", "0.50"]),
)


@given(st.lists(VALUE, min_size=1, max_size=6), st.lists(VALUE, min_size=1, max_size=6))
def test_whatever_a_column_holds_it_is_read_as_read_csv_reads_it(one: list[str], other: list[str]) -> None:
    size = min(len(one), len(other))
    body = "a,b\n" + "".join(f"{x},{y}\n" for x, y in zip(one[:size], other[:size], strict=True))
    pd.testing.assert_frame_equal(read(body), pd.read_csv(io.StringIO(body)), check_dtype=False)


def test_no_file_stays_open(api: HolisticsAPI) -> None:
    api.export_data(12345)
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        api.export_data(12345)
    assert len(os.listdir("/proc/self/fd")) <= before + 1
