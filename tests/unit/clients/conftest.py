"""Clients of an emulator: jobs move only when a test lets them, and the clients' clock only when they sleep."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
import pytest

import bireme
from bireme import AsyncHolistics, AsyncHolisticsV1, Holistics, HolisticsV1
from bireme._runtime.clock import VirtualClock
from bireme_emulator import Emulator
from tests.unit.clients.cluvio_clients import cluvio_emulator, here, played

__all__ = ["cluvio_emulator", "here", "played"]

_names = count(1)


@pytest.fixture(scope="session")
def spec() -> dict[str, Any]:
    """The bundle that the client was generated from."""
    path = Path(bireme.__file__).parent / "specs" / "holistics.json"
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def control(emulator: Emulator) -> Iterator[Any]:
    """A session of the test's own, in which jobs wait to be moved on."""
    name = f"clients-{next(_names)}"
    session = emulator.control.session(name)
    for kind in ("widget_export", "dashboard_preload", "report_export", "report_query"):
        session.jobs.set_progression(kind, "manual")
    yield session
    emulator.control.delete_session(name)


@pytest.fixture
def settings(emulator: Emulator) -> dict[str, Any]:
    api = emulator.ready["holistics"]
    return {"api_key": api["key"], "base_url": api["url"]}


@pytest.fixture
def h(control: Any, settings: dict[str, Any]) -> Iterator[Holistics]:
    with httpx2.Client(headers={"X-Emulator-Session": control.name}) as http:
        yield Holistics(**settings, http=http, clock=VirtualClock())


@pytest.fixture
async def ah(control: Any, settings: dict[str, Any]) -> AsyncIterator[AsyncHolistics]:
    async with httpx2.AsyncClient(headers={"X-Emulator-Session": control.name}) as http:
        yield AsyncHolistics(**settings, http=http, clock=VirtualClock())


@pytest.fixture
def legacy(emulator: Emulator) -> dict[str, Any]:
    """Key and address of the legacy API."""
    api = emulator.ready["holistics"]
    return {"api_key": api["key"], "url": api["legacy_url"]}


@pytest.fixture
def v1(control: Any, legacy: dict[str, Any]) -> Iterator[HolisticsV1]:
    with httpx2.Client(headers={"X-Emulator-Session": control.name}) as http:
        yield HolisticsV1(**legacy, http=http, clock=VirtualClock())


@pytest.fixture
async def av1(control: Any, legacy: dict[str, Any]) -> AsyncIterator[AsyncHolisticsV1]:
    async with httpx2.AsyncClient(headers={"X-Emulator-Session": control.name}) as http:
        yield AsyncHolisticsV1(**legacy, http=http, clock=VirtualClock())


@pytest.fixture
def step(control: Any) -> Callable[[Any], None]:
    """For `on_progress`: every look at a job lets it take its next step."""

    def take(progress: Any) -> None:
        if progress.status in ("created", "queued", "running", "not yet"):
            control.jobs.advance(progress.job_id)

    return take
