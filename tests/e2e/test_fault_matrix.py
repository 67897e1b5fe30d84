"""The fault matrix: every fault at every stage of the work, once and lasting, with both kinds of client.

The table itself stands in `fault_table`; here it is made true on real sockets and in virtual time.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme._runtime.errors import BiremeError, ConnectionFailed, WaitTimeout
from bireme_emulator import Emulator

from .fault_table import FAULTS, PAGE_FILE, Case, Outcome, Stage, cases, markdown, senseless
from .fault_world import NAME, OLD, PAGE_SIZE, WIDGET, Stranger, World, watched

pytestmark = pytest.mark.socket

CASES = list(cases())


@pytest.fixture(scope="module")
def stranger() -> Iterator[Stranger]:
    server = Stranger()
    yield server
    server.close()


@pytest.fixture(params=["sync", "async"])
def world(
    frozen_emulator: Emulator, stranger: Stranger, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[World]:
    (tmp_path / NAME).write_bytes(OLD)
    made = World(frozen_emulator, stranger, request.param, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def truth(frozen_emulator: Emulator, stranger: Stranger, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What comes back when nothing goes wrong."""
    world = World(frozen_emulator, stranger, "sync", tmp_path_factory.mktemp("truth"))
    file = world.drive(lambda client: client.export_widget(WIDGET).read(), _unused)
    ids = world.drive(lambda client: [each.id for each in client.dashboards.list(limit=100).dashboards], _unused)
    world.close()
    stranger.file = file
    return {"file": file, "ids": ids}


async def _unused(client: Any) -> Any:
    raise AssertionError("the truth is asked for by the blocking client")


def test_what_is_compared_against_is_the_widget_as_the_workspace_has_it(truth: dict[str, Any]) -> None:
    lines = truth["file"].decode().splitlines()
    assert lines[:2] == ["Month,Flights", "2013-01-01,27004"]
    assert len(lines) == 1 + 12
    assert len(truth["ids"]) > PAGE_SIZE


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

    check_end(case.outcome, error)
    if error is None:
        assert result == (truth["ids"] if case.stage is Stage.PAGE else truth["file"])
    check_requests(case, world)
    check_files(case, world, truth["file"] if error is None else OLD)
    assert world.strangers_with_secrets() == []
    assert world.leaks(error, caplog) == []
    if isinstance(error, WaitTimeout):
        check_resumed(case, error, world, truth["file"])
    elif error is not None and case.stage is Stage.PAGE:
        assert error.cursor, "a walk over pages must say from where it can go on"


def check_end(outcome: Outcome, error: BiremeError | None) -> None:
    """The very class that the table names, saying what it names."""
    if outcome.error is None:
        if error is not None:
            raise error
        return
    assert type(error) is outcome.error, repr(error)
    for name, expected in outcome.attributes.items():
        found = getattr(error, name)
        assert (type(found) if isinstance(expected, type) else found) == expected, name
    assert len(str(error)) > 40, "an error says what happened and what to do"


def check_requests(case: Case, world: World) -> None:
    """As many requests as the table says, and waits as the server wished."""
    sent = world.requests(case.stage)
    if case.outcome.requests is not None:
        assert sent == case.outcome.requests
    elif case.persistent and case.plant != "refuse":
        assert sent > 1, "what is safe is tried again"
    if case.outcome.waited is not None:
        longest = max(world.clock.sleeps)
        assert case.outcome.waited <= longest <= 1.5 * case.outcome.waited
    # Whatever happens, an export is asked for once.
    assert len(world.exports()) <= (2 if case.plant == "moved" and case.stage is Stage.POLL else 1)
    elsewhere = "another origin" in case.fault.name and case.stage is not Stage.SUBMIT
    assert bool(world.stranger.seen) == elsewhere


def check_files(case: Case, world: World, content: bytes) -> None:
    """The folder of the download has one file in it, whole: the new one or the old."""
    assert [path.name for path in world.folder.iterdir()] == [NAME]
    downloaded = case.stage in (Stage.LINK, Stage.FILE)
    assert (world.folder / NAME).read_bytes() == (content if downloaded else OLD)


def check_resumed(case: Case, error: WaitTimeout, world: World, file: bytes) -> None:
    """A wait that has run out was no longer than allowed, and goes on from its token once the fault is gone."""
    # In virtual time silence ends no read, so a deadline between two bytes of a slow reply shows some bytes later.
    silence = 0.0 if isinstance(case.plant, str) else max(rule.get("interval", 0.0) for rule in case.plant)
    assert 0.9 * 600 <= error.elapsed <= 600 + 3 * silence
    world.control.clear_faults()
    if world.door is not None:
        world.door.open()
    if world.control.jobs.progression("widget_export")[0] == "manual":
        world.finish(int(error.job_id))

    async def resumed(client: Any) -> Any:
        return await client.resume(error.token).read()

    assert world.drive(lambda client: client.resume(error.token).read(), resumed) == file


def test_neither_clients_nor_handles_show_the_key(world: World) -> None:
    async def shown(client: Any) -> str:
        export = await client.export_widget(WIDGET)
        return f"{client!r} {client} {export!r} {export.resume_token} {vars(export)!r} {vars(client)!r}"

    def shown_at_once(client: Any) -> str:
        export = client.export_widget(WIDGET)
        return f"{client!r} {client} {export!r} {export.resume_token} {vars(export)!r} {vars(client)!r}"

    told = world.drive(shown_at_once, shown)
    assert "Export(id=" in told
    assert world.key not in told


def test_a_key_that_gets_about_would_be_found(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("httpx2").debug("sent %s", world.key)
    httpx2.get(world.stranger.url, headers={"x-other": world.key})
    httpx2.get(f"{world.emulator.ready['files']}/x", headers={"x-holistics-key": world.key})
    assert len(world.strangers_with_secrets()) == 2

    def careless() -> None:
        held = world.key
        raise ConnectionFailed("no text", operation="users_me", reason=held)

    with pytest.raises(ConnectionFailed) as caught:
        careless()
    found = " ".join(world.leaks(caught.value, caplog))
    for place in ("of httpx2", "traceback", "text", "pickle", "copy"):
        assert place in found


def test_a_call_that_hangs_would_be_noticed(capfd: pytest.CaptureFixture[str]) -> None:
    for_ever = threading.Event()
    with pytest.raises(pytest.fail.Exception, match="hangs"):
        watched(for_ever.wait, patience=0.05)
    for_ever.set()
    assert "test_fault_matrix.py" in capfd.readouterr().err


def test_every_fault_is_tried_at_every_stage_or_says_why_not() -> None:
    tried = {(case.fault.name, case.stage, case.persistent) for case in CASES}
    explained = {(fault.name, stage, persistent) for fault, stage, persistent, reason in senseless() if reason}
    assert not tried & explained
    assert tried | explained == {(fault.name, stage, lasts) for fault in FAULTS for stage in Stage for lasts in (0, 1)}
    assert len(FAULTS) == len({fault.name for fault in FAULTS}) >= 21


def test_the_page_about_faults_is_that_of_the_table() -> None:
    assert PAGE_FILE.read_text(encoding="utf-8") == markdown(), "run: python -m tests.e2e.fault_table"
