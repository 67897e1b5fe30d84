"""The world in which Cluvio's fault matrix is tried: that of `fault_world`, with two servers in two locations.

Every request that leaves the client is written down with its credential, so that those at a wrong place can be counted.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import pyarrow.parquet as pq

from bireme import AsyncCluvio, Cluvio
from bireme_emulator import Emulator

from . import fault_world
from .cluvio_fault_table import OPERATIONS, Case, Stage
from .fault_world import OLD, Door, SharedClock, Stranger, watched

T = TypeVar("T")

SOURCE, REPORT = "smpl-data-0001", "flts-mnth-0001"
SQL = "select carrier, count(*) as flights from flights where {[carrier]=carrier} group by 1 order by 1"
INPUTS = {"filters": {"carrier": ["UA", "AA", "DL"]}}
ROWS, FILE = "rows.parquet", "flights.csv"
KINDS = ("execution", "export")
START = datetime(2025, 6, 2, 9, tzinfo=UTC)
DATA_STAGES = (Stage.ROWS,)
EXPORTS = (Stage.EXPORT, Stage.JOB, Stage.FILE)


class CluvioClock(SharedClock):
    """Time that stands still while the emulator runs queries and renders; jobs whose steps are ours are left alone."""

    def let_work_end(self) -> None:
        manual = {kind for kind in KINDS if self.jobs.progression(kind)[0] != "immediate"}
        for job in self.jobs.list():
            if job["kind"] not in manual:
                self.jobs.wait(job["id"])


class World(fault_world.World):
    """One case being tried."""

    def __init__(self, emulator: Emulator, stranger: Stranger, mode: str, folder: Path) -> None:
        super().__init__(emulator, stranger, mode, folder)
        self.clock = CluvioClock(emulator)
        self.control.clock.sleep_async = self.clock.server_sleep  # type: ignore[method-assign]
        self.sent: list[tuple[str, str | None]] = []
        self.ready: dict[str, Any] = emulator.ready["cluvio"]

    @property
    def key(self) -> str:
        key: str = self.ready["key"]
        return key

    def attempt(self, case: Case) -> Any:  # type: ignore[override]
        """Runs a case to its end: the rows of the query, or the bytes of the file; raises what it ends in."""
        if case.manual:
            for kind in KINDS:
                self.control.jobs.set_progression(kind, "manual")
        if case.plant == "refuse" and case.stage is not Stage.FILE:
            self.door = Door(self.ready["eu"]["data" if case.stage in DATA_STAGES else "api"])
            self.door.open()
        return self.drive_cluvio(lambda c: _act(c, self, case), lambda c: _async_act(c, self, case), case.stage)

    def drive_cluvio(
        self, blocking: Callable[[Cluvio], T], asynchronous: Callable[[AsyncCluvio], Any], stage: Stage = Stage.RUN
    ) -> T:
        """Calls one of the two with a client of this world, under the eye of a watchdog."""
        urls = {"api_url": self.ready["eu"]["api"], "data_url": self.ready["eu"]["data"]}
        if self.door is not None:
            urls["data_url" if stage in DATA_STAGES else "api_url"] = self.door.url

        def block() -> T:
            http = httpx2.Client(event_hooks={"request": [self._note]})
            with http, Cluvio(self.key, http=http, clock=self.clock, **urls) as client:
                return blocking(client)

        async def note(request: httpx2.Request) -> None:
            self._note(request)

        async def work() -> T:
            http = httpx2.AsyncClient(event_hooks={"request": [note]})
            async with http, AsyncCluvio(self.key, http=http, clock=self.clock, **urls) as client:
                found: T = await asynchronous(client)
                return found

        return watched(block if self.mode == "sync" else lambda: asyncio.run(work()))

    def _note(self, request: httpx2.Request) -> None:
        self.sent.append((str(request.url), request.headers.get("authorization")))

    # --- faults ---

    def _rule(self, case: Any, kind: str, **fields: Any) -> None:
        where = {"listener": "files"} if case.stage is Stage.FILE else {"operation": OPERATIONS[case.stage]}
        if "location" in fields:
            places = {f"{place}_{kind}": self.ready[place][kind] for place in ("eu", "us") for kind in ("api", "data")}
            fields["location"] = fields["location"].format(elsewhere=self.stranger.url, **places)
        self.control.fault(kind, **where, **fields, times=None if case.persistent else 1)

    def _refuse(self, case: Any, job_id: Any) -> None:
        if case.stage is Stage.FILE:
            with socket.create_server(("127.0.0.1", 0)) as gone:
                dead = f"http://127.0.0.1:{gone.getsockname()[1]}/gone.csv"
            times = None if case.persistent else 1
            self.control.fault("redirect", listener="files", location=dead, times=times)
            return
        assert self.door is not None
        door = self.door
        door.shut()
        if not case.persistent:
            opens_at = 2 if case.stage in (Stage.LOOK, Stage.JOB) else 1
            self.clock.on_sleep = lambda count: door.open() if count == opens_at else None

    def _stuck(self, case: Any, job_id: Any) -> None:
        if not case.persistent:
            self.clock.on_sleep = lambda count: self.finish_all() if count == 20 else None

    def _cancel(self, case: Any, job_id: Any) -> None:
        headers = {"Authorization": f"Api {self.key}"}
        reply = httpx2.post(f"{self.ready['eu']['api']}/executions/{job_id}/cancel", headers=headers)
        assert reply.status_code == 204

    def finish_all(self) -> None:
        """Takes all jobs whose steps are ours to their end."""
        for job in self.control.jobs.list():
            while self.control.jobs.get(job["id"])["status"] in ("created", "queued", "running"):  # type: ignore[index]
                self.control.jobs.advance(job["id"])

    # --- what was seen ---

    def seen(self, stage: Stage) -> int:
        """How many requests of a stage the emulator has seen since the fault was planted."""
        if stage is Stage.FILE:
            return len(self.control.journal(listener="files"))
        return len(self.control.journal(listener="api", operation=OPERATIONS[stage]))

    def astray(self) -> dict[str, int]:
        """Credentials at places where they do not belong, by kind; none is the only right number."""
        found = {"token at an API server": 0, "key at a data server": 0, "at the other location": 0, "elsewhere": 0}
        doors = () if self.door is None else (self.door.url,)
        for url, secret in self.sent:
            if secret is None:
                continue
            home = next((place for place in ("eu", "us") if f"/cluvio/{place}/" in url), None)
            ours = url.startswith((self.ready["eu"]["api"], self.ready["eu"]["data"], *doors))
            found["at the other location"] += home == "us"
            found["elsewhere"] += not ours and home != "us"
            found["token at an API server"] += secret.startswith("Data ") and f"/{home}/api/" in url
            found["key at a data server"] += self.key in secret and f"/{home}/data/" in url
        found["elsewhere"] += sum(b"uthorization" in each or self.key.encode() in each for each in self.stranger.seen)
        journal = [*self.journal, *self.control.journal()]
        found["elsewhere"] += sum(entry["listener"] == "files" and entry["credentials_present"] for entry in journal)
        return found

    def starts(self) -> int:
        """How many queries and exports were started within two minutes; alerts come by the timetable later."""
        latest = (START + timedelta(minutes=2)).isoformat()
        return sum(job["kind"] in KINDS and str(job["created_at"]) < latest for job in self.control.jobs.list())


def _act(c: Cluvio, world: World, case: Case) -> Any:
    if case.stage in EXPORTS:
        return _export(c, world, case)
    if case.stage is Stage.RUN:
        world.plant(case)  # type: ignore[arg-type]
    query = c.query(SOURCE, SQL, parameters=INPUTS, wait=False)
    if case.stage is Stage.LOOK:
        world.plant(case, query.id)  # type: ignore[arg-type]
    query.wait()
    if case.stage in (Stage.HANDOFF, Stage.ROWS):
        world.plant(case)  # type: ignore[arg-type]
    query.to_file(world.folder / ROWS)
    return pq.read_table(world.folder / ROWS).to_pylist()


def _export(c: Cluvio, world: World, case: Case) -> Any:
    if case.stage is Stage.EXPORT:
        world.plant(case)  # type: ignore[arg-type]
    export = c.export_report(REPORT, "csv", wait=False)
    if case.stage is Stage.JOB:
        world.plant(case, export.id)  # type: ignore[arg-type]
    export.wait()
    if case.stage is Stage.FILE:
        world.plant(case)  # type: ignore[arg-type]
    export.to_file(world.folder / FILE)
    return (world.folder / FILE).read_bytes()


async def _async_act(c: AsyncCluvio, world: World, case: Case) -> Any:
    if case.stage in EXPORTS:
        return await _async_export(c, world, case)
    if case.stage is Stage.RUN:
        world.plant(case)  # type: ignore[arg-type]
    query = await c.query(SOURCE, SQL, parameters=INPUTS, wait=False)
    if case.stage is Stage.LOOK:
        world.plant(case, query.id)  # type: ignore[arg-type]
    await query.wait()
    if case.stage in (Stage.HANDOFF, Stage.ROWS):
        world.plant(case)  # type: ignore[arg-type]
    await query.to_file(world.folder / ROWS)
    return pq.read_table(world.folder / ROWS).to_pylist()


async def _async_export(c: AsyncCluvio, world: World, case: Case) -> Any:
    if case.stage is Stage.EXPORT:
        world.plant(case)  # type: ignore[arg-type]
    export = await c.export_report(REPORT, "csv", wait=False)
    if case.stage is Stage.JOB:
        world.plant(case, export.id)  # type: ignore[arg-type]
    await export.wait()
    if case.stage is Stage.FILE:
        world.plant(case)  # type: ignore[arg-type]
    await export.to_file(world.folder / FILE)
    return (world.folder / FILE).read_bytes()


__all__ = ["EXPORTS", "FILE", "OLD", "ROWS", "START", "World"]
