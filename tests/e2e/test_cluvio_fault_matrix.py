"""Cluvio's fault matrix: every fault at execution, hand-off and export, once and lasting, with both kinds of client.

The table itself stands in `cluvio_fault_table`; here it is made true on real sockets and in virtual time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bireme._runtime.errors import BiremeError, WaitTimeout
from bireme_emulator import Emulator, registry
from bireme_emulator.cluvio.plugin import make_plugins
from bireme_emulator.kernel.specs import load_bundle

from .cluvio_fault_table import PAGE_FILE, Case, Stage, cases, markdown
from .cluvio_fault_world import EXPORTS, FILE, OLD, ROWS, START, World
from .fault_world import Stranger

pytestmark = pytest.mark.socket

CASES = list(cases())


@pytest.fixture(scope="module")
def stranger() -> Iterator[Stranger]:
    server = Stranger()
    yield server
    server.close()


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """Cluvio alone, with a clock that only moves when it is told to."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "_plugins", lambda: make_plugins(load_bundle("cluvio")))
        with Emulator(port=0, files_port=0, strict=True, clock=START) as running:
            yield running


@pytest.fixture(params=["sync", "async"])
def world(emulator: Emulator, stranger: Stranger, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[World]:
    for name in (ROWS, FILE):
        (tmp_path / name).write_bytes(OLD)
    made = World(emulator, stranger, request.param, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def truth(emulator: Emulator, stranger: Stranger, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What comes back when nothing goes wrong."""
    world = World(emulator, stranger, "sync", tmp_path_factory.mktemp("truth"))
    found = {
        stage: world.drive_cluvio(lambda c, stage=stage: _unharmed(c, world, stage), _unused)  # type: ignore[misc]
        for stage in (Stage.ROWS, Stage.FILE)
    }
    world.close()
    return {"rows": found[Stage.ROWS], "file": found[Stage.FILE]}


def _unharmed(c: Any, world: World, stage: Stage) -> Any:
    from .cluvio_fault_world import INPUTS, REPORT, SOURCE, SQL

    if stage is Stage.FILE:
        return c.export_report(REPORT, "csv").read()
    return c.query(SOURCE, SQL, parameters=INPUTS).to_arrow().to_pylist()


async def _unused(client: Any) -> Any:
    raise AssertionError("the truth is asked for by the blocking client")


def test_what_is_compared_against_is_the_data_as_the_workspace_has_it(truth: dict[str, Any]) -> None:
    assert [row["carrier"] for row in truth["rows"]] == ["AA", "DL", "UA"]
    assert truth["rows"][0]["flights"] == 32729
    assert len(truth["file"].decode().splitlines()) == 1 + 12


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_ends_as_the_table_says(
    case: Case, world: World, truth: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    error: BiremeError | None = None
    result: Any = None
    try:
        result = world.attempt(case)
    except BiremeError as caught:
        error = caught

    check_end(case, error)
    expected = truth["file"] if case.stage in EXPORTS else truth["rows"]
    if error is None:
        assert result == expected
    check_requests(case, world)
    check_files(case, world, written=error is None)
    assert set(world.astray().values()) == {0}, world.astray()
    assert world.leaks(error, caplog) == []
    if isinstance(error, WaitTimeout):
        check_resumed(case, error, world, expected)


def check_end(case: Case, error: BiremeError | None) -> None:
    """The very class that the table names, saying what it names."""
    if case.outcome.error is None:
        if error is not None:
            raise error
        return
    assert type(error) is case.outcome.error, repr(error)
    for name, expected in case.outcome.attributes.items():
        found = getattr(error, name)
        assert (type(found) if isinstance(expected, type) else found) == expected, name
    assert len(str(error)) > 40, "an error says what happened and what to do"


def check_requests(case: Case, world: World) -> None:
    """As many requests as the table says, waits as the server wished, and nothing started twice."""
    if case.outcome.requests is not None:
        assert world.seen(case.stage) == case.outcome.requests
    if case.outcome.waited is not None:
        assert case.outcome.waited <= max(world.clock.sleeps) <= 1.5 * case.outcome.waited
    assert world.starts() <= (2 if case.stage in EXPORTS else 1)  # an export runs the report's query as well


def check_files(case: Case, world: World, *, written: bool) -> None:
    """The folder of the download has its two files in it, whole: new ones or the old."""
    assert sorted(path.name for path in world.folder.iterdir()) == [FILE, ROWS]
    ours, other = (FILE, ROWS) if case.stage in EXPORTS else (ROWS, FILE)
    assert (world.folder / other).read_bytes() == OLD
    assert ((world.folder / ours).read_bytes() == OLD) is not written


def check_resumed(case: Case, error: WaitTimeout, world: World, expected: Any) -> None:
    """A wait that has run out was no longer than allowed, and goes on from its token once the fault is gone."""
    silence = 0.0 if isinstance(case.plant, str) else max(rule.get("interval", 0.0) for rule in case.plant)
    assert 0.9 * 600 <= error.elapsed <= 600 + 3 * silence
    world.control.clear_faults()
    if world.door is not None:
        world.door.open()
    world.finish_all()
    export = case.stage in EXPORTS

    def resumed(c: Any) -> Any:
        handle = c.resume(error.token)
        return handle.read() if export else handle.to_arrow().to_pylist()

    async def later(c: Any) -> Any:
        handle = c.resume(error.token)
        return await handle.read() if export else (await handle.to_arrow()).to_pylist()

    assert world.drive_cluvio(resumed, later, case.stage) == expected


def test_a_credential_that_went_astray_would_be_counted(world: World) -> None:
    key, token = f"Api {world.key}", "Data t0ken"
    world.sent += [
        (f"{world.ready['eu']['api']}/x", token),
        (f"{world.ready['eu']['data']}/x", key),
        (f"{world.ready['us']['data']}/x", token),
        ("http://elsewhere.test/x", token),
    ]
    assert world.astray() == {
        "token at an API server": 1,
        "key at a data server": 1,
        "at the other location": 1,
        "elsewhere": 1,
    }


def test_every_stage_meets_many_faults() -> None:
    met = {stage: {case.name for case in CASES if case.stage is stage} for stage in Stage}
    assert all(len(names) >= 17 for names in met.values()), {stage: len(names) for stage, names in met.items()}


def test_the_page_about_cluvios_faults_is_that_of_the_table() -> None:
    assert PAGE_FILE.read_text(encoding="utf-8") == markdown(), "run: python -m tests.e2e.cluvio_fault_table"
