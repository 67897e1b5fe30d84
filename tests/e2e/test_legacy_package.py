"""The vendor's own Python package, unmodified, against the emulator; and ours in its place, with the same results."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench import vendor
from bireme.holistics_v1 import HolisticsAPI
from bireme_emulator import Emulator

PROGRAM = Path(__file__).with_name("legacy_program.py")
PATIENCE = 120.0
UNITED = {"carrier": "UA"}
POLL = "reports_get_export_results"

pytestmark = [pytest.mark.socket, pytest.mark.network, pytest.mark.slow]


@pytest.fixture(scope="module")
def interpreter() -> Path:
    """Python with the vendor's package, pinned with hashes; made on first use."""
    try:
        return vendor.python()
    except vendor.Unavailable as problem:
        pytest.skip(str(problem))


@pytest.fixture(scope="module", params=["at the root", "under the prefix"])
def emulator(request: pytest.FixtureRequest) -> Iterator[Emulator]:
    mount = "holistics_v1" if request.param == "at the root" else None
    with Emulator(mount=mount, strict=True, rate_limits=False) as running:
        yield running


@pytest.fixture
def control(emulator: Emulator) -> Any:
    emulator.control.reset()
    return emulator.control


@pytest.fixture
def case(emulator: Emulator, control: Any) -> dict[str, Any]:
    api = emulator.ready["holistics"]
    return {"key": api["key"], "url": api["legacy_url"], "report": "12345"}


@pytest.fixture
def theirs(interpreter: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    """Runs cases with the vendor's package, in a folder of their own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}

    def run(*cases: dict[str, Any]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [str(interpreter), str(PROGRAM)],
            input=json.dumps(cases),
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
        return found

    return run


def ours(*cases: dict[str, Any]) -> list[dict[str, Any]]:
    """The same with the class that takes its place."""
    from legacy_program import outcome

    return [outcome(HolisticsAPI, case) for case in cases]


@pytest.fixture(autouse=True)
def _program_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PROGRAM.parent))


def with_arguments(case: dict[str, Any], **arguments: Any) -> dict[str, Any]:
    return {**case, "arguments": arguments}


def test_the_installed_package_is_the_vendors_own(interpreter: Path) -> None:
    code = "import importlib.metadata as m; print(m.version('holistics'), m.metadata('holistics')['Home-page'])"
    said = subprocess.run([str(interpreter), "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert said == ["0.0a11", "https://github.com/holistics/holistics-python"]


def test_rows_come_with_the_same_values_and_types(theirs: Any, case: dict[str, Any]) -> None:
    cases = [
        case,
        {**case, "report": "12345-flights-per-month"},
        {**case, "url": case["url"] + "/"},
        with_arguments(case, filters=UNITED),
        with_arguments(case, filters={"carrier": ["UA", "AA"]}),
        with_arguments(case, filters={"carrier": "none"}),
        with_arguments(case, filters={"nonsense": "x", "carrier": None}),
        with_arguments(case, page_size=12, page=5),
        {**case, "report": "12348"},
    ]
    vendors = theirs(*cases)
    assert [len(found["rows"]) for found in vendors] == [12, 12, 12, 12, 12, 0, 12, 12, 0]
    assert vendors[0]["columns"] == ["Month", "Flights"]
    assert vendors[0]["rows"][0] == ["2013-01-01", 27_004]
    assert [sum(row[1] for row in vendors[index]["rows"]) for index in (3, 4)] == [58_665, 58_665 + 32_729]
    mine = ours(*cases)
    for index in (5, 8):  # of an empty result pandas and Arrow know no types
        assert mine[index].pop("kinds")
        assert vendors[index].pop("kinds")
    assert mine == vendors


@pytest.mark.parametrize("emulator", ["under the prefix"], indirect=True)
def test_a_large_report_comes_whole(theirs: Any, case: dict[str, Any]) -> None:
    large = {**case, "report": "12347"}
    (found,), (mine,) = theirs(large), ours(large)
    assert len(found["rows"]) == 336_776
    assert mine == found


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"key": "wrong-key-0000000001"}, 422, "Holistics::InvalidAuthenticationToken"),
        ({"report": "999"}, 404, "Resource not found"),
        ({"key": "wrong-key-0000000001", "report": "999"}, 422, "Holistics::InvalidAuthenticationToken"),
    ],
)
def test_a_wrong_key_and_an_unknown_report_are_http_errors(
    theirs: Any, case: dict[str, Any], change: dict[str, Any], status: int, words: str
) -> None:
    (found,), (mine,) = theirs({**case, **change}), ours({**case, **change})
    assert (found["error"][0], found["status"]) == ("HTTPError", status)
    assert mine["status"] == status
    assert "OSError" in mine["error"]
    assert "ApiError" in mine["error"]
    assert words in mine["text"], "and the server's reason, which the package does not read"
    assert words not in found["text"]


def test_a_failing_report_is_a_runtime_error(theirs: Any, case: dict[str, Any]) -> None:
    (found,), (mine,) = theirs({**case, "report": "12346"}), ours({**case, "report": "12346"})
    assert found["error"][0] == "RuntimeError"
    assert found["text"] == "Status of request is Failure"
    assert "RuntimeError" in mine["error"]
    assert "carier" in mine["text"]


@pytest.mark.parametrize("emulator", ["under the prefix"], indirect=True)
@pytest.mark.parametrize("times", [0, 1, 3])
def test_it_waits_through_not_yet(theirs: Any, case: dict[str, Any], control: Any, times: int) -> None:
    """The job is held, and let go once it has been asked for so often."""
    for run in (theirs, ours):
        control.jobs.set_progression("report_export", "manual")
        control.clear_journal()
        with letting_go(control, after=times):
            (found,) = run(case)
        assert len(found["rows"]) == 12
        polls = control.journal(operation=POLL)
        assert len(polls) > times
        control.jobs.set_progression("report_export", "immediate")


@pytest.mark.parametrize("emulator", ["under the prefix"], indirect=True)
@pytest.mark.parametrize("times", [1, 3])
def test_it_asks_again_exactly_as_often_as_it_is_told_not_yet(
    theirs: Any, case: dict[str, Any], control: Any, times: int
) -> None:
    for run in (theirs, ours):
        control.clear_journal()
        rule = control.fault("status", status=200, body={"status": "not yet"}, operation=POLL, times=times)
        (found,) = run(case)
        assert len(found["rows"]) == 12
        assert rule.hits == times
        assert len(control.journal(operation=POLL)) > times


class letting_go:  # noqa: N801 - reads as the statement that it is
    """Lets held exports run to their end once there have been so many polls."""

    def __init__(self, control: Any, after: int) -> None:
        self._control = control
        self._after = after
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            if len(self._control.journal(operation=POLL)) < self._after:
                continue
            for job in self._control.jobs.list():
                if job["status"] in ("created", "queued", "running"):
                    self._control.jobs.advance(job["id"])


def test_equal_work_under_way_is_followed_and_the_first_id_can_be_downloaded(
    theirs: Any, case: dict[str, Any], control: Any
) -> None:
    for run in (theirs, ours):
        (finished,) = ours(case)
        other = max(job["id"] for job in control.jobs.list())
        moved = {"status": "already_existed", "job_id": other}
        rule = control.fault("status", status=200, body=moved, operation=POLL, times=1)
        (found,) = run(case)
        assert found == finished
        assert rule.hits == 1


def test_the_package_writes_a_file_called_none_and_ours_does_not(
    theirs: Any, case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs(case)
    assert [path.name for path in tmp_path.iterdir()] == ["None"]
    (tmp_path / "None").unlink()
    monkeypatch.chdir(tmp_path)
    ours(case)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("emulator", ["under the prefix"], indirect=True)
def test_both_write_the_same_rows_to_a_path(theirs: Any, case: dict[str, Any], tmp_path: Path) -> None:
    theirs(with_arguments(case, path=str(tmp_path / "theirs.csv")))
    ours(with_arguments(case, path=str(tmp_path / "ours.csv")))
    assert (tmp_path / "theirs.csv").read_text() == (tmp_path / "ours.csv").read_text()


def test_the_package_sends_the_key_to_the_file_store_which_keeps_no_trace_of_it(
    theirs: Any, case: dict[str, Any], control: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (found,) = theirs(case)
    assert len(found["rows"]) == 12
    (entry,) = control.journal(listener="files")
    assert entry["credentials_present"] is True, "requests repeats the header on the other origin"
    assert entry["status"] == 200
    assert case["key"] not in json.dumps(control.journal(), default=str)
    assert case["key"] not in caplog.text
    control.clear_journal()
    ours(case)
    (entry,) = control.journal(listener="files")
    assert entry["credentials_present"] is False
