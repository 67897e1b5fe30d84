"""The world in which the fault matrix is tried: one time for client and server, doors that can be shut, a stranger.

Nothing here waits for real time, other than for threads to get round to what they do anyway.
"""

from __future__ import annotations

import asyncio
import faulthandler
import pickle
import socket
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx2
import pytest

from bireme._runtime.clock import VirtualClock
from bireme.holistics import AsyncHolistics, Holistics
from bireme_emulator import Emulator

from .fault_table import Case, Stage

T = TypeVar("T")

WIDGET = 4175
PAGE_SIZE = 2
OLD = b"what was here before\n"
NAME = "flights.csv"
PATIENCE = 30.0  # real seconds for one case, which takes well under one


class SharedClock(VirtualClock):
    """Time of a client that the emulator's clock follows: when either waits, both move.

    It stands still while the emulator has real work in hand, so that nothing depends on how fast this machine is. The
    client's calendar is an hour late, as those of laptops are.
    """

    def __init__(self, emulator: Emulator) -> None:
        self.server = emulator.control.clock
        self.jobs = emulator.control.jobs
        super().__init__(start=self.server.now() - timedelta(hours=1))
        self.looked = threading.Event()
        self.over = False
        self.replies: list[asyncio.Task[Any] | None] = []
        self.on_sleep: Callable[[int], None] = lambda count: None

    def monotonic(self) -> float:
        self.looked.set()
        return super().monotonic()

    def advance(self, seconds: float) -> None:
        super().advance(seconds)
        self.server.advance(seconds)

    def sleep(self, seconds: float) -> None:
        self.let_work_end()
        super().sleep(seconds)
        self.server.advance(max(seconds, 0.0))
        self.on_sleep(len(self.sleeps))

    def let_work_end(self) -> None:
        """Returns once the emulator has done what it is doing; jobs whose steps are ours are left alone."""
        if self.jobs.progression("widget_export")[0] == "immediate":
            for job in self.jobs.list():
                self.jobs.wait(job["id"])

    async def server_sleep(self, seconds: float) -> None:
        """How the emulator waits between two pieces of a slow reply: until the client has dealt with the last one.

        Only the newest reply moves time: the client has turned away from those before it.
        """
        reply = asyncio.current_task()
        if reply not in self.replies:
            self.replies.append(reply)
        await asyncio.to_thread(self.looked.wait, 1.0)
        if not self.over and reply is self.replies[-1]:
            self.looked.clear()
            self.advance(seconds)

    def stop(self) -> None:
        """Lets slow replies that nobody reads any more come to their end."""
        self.over = True
        self.looked.set()
        pause = threading.Event()
        for _ in range(5000):
            if all(reply is None or reply.done() for reply in self.replies):
                return
            pause.wait(0.001)
        raise AssertionError("the emulator goes on with replies whose connections are closed")


class Door:
    """A port of this machine that passes connections on, or refuses them while it is shut."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname, parts.port)
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._port = 0
        self._listening = self._bound()
        self._port = self._listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}{parts.path}"

    def _bound(self) -> socket.socket:
        """A socket that holds the port without listening, which is how a connection gets refused."""
        held = socket.socket()
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", self._port))
        return held

    def open(self) -> None:
        self._listening.listen()
        self._start(self._accept, self._listening)

    def shut(self) -> None:
        """Ends all connections and refuses new ones; the port stays taken."""
        self.close()
        self._listening = self._bound()

    def close(self) -> None:
        for each in [self._listening, *self._open]:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        for thread in self._threads:
            thread.join(5)
        self._open.clear()
        self._threads.clear()

    def _start(self, call: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=call, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection(self._target)
                self._open += [near, far]
                self._start(self._copy, near, far)
                self._start(self._copy, far, near)

    @staticmethod
    def _copy(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)


class Stranger:
    """Another origin: a page to sign in at, and the file at `/flights.csv`; it keeps every byte that it is sent."""

    def __init__(self) -> None:
        self.file = b""
        self.seen: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                with connection, suppress(OSError):
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request and (data := connection.recv(65536)):
            request += data
        self.seen.append(request)
        kind, body = "text/html", b"<html><body><form>Please sign in</form></body></html>"
        if request.startswith(b"GET /flights.csv "):
            kind, body = "text/csv", self.file
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode() + body)

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)


class World:
    """One case being tried: a client of one kind, the emulator, and what stands around them."""

    def __init__(self, emulator: Emulator, stranger: Stranger, mode: str, folder: Path) -> None:
        self.emulator, self.stranger, self.mode, self.folder = emulator, stranger, mode, folder
        self.control = emulator.control
        self.clock = SharedClock(emulator)
        self.control.clock.sleep_async = self.clock.server_sleep  # type: ignore[method-assign]
        self.door: Door | None = None
        self.journal: list[dict[str, Any]] = []
        self.before = 0
        stranger.seen.clear()

    # --- trying a case ---

    def attempt(self, case: Case) -> Any:
        """Runs a case to its end: the bytes of the export, or the ids of the dashboards; raises what it ends in."""
        if case.fault.manual_jobs:
            self.control.jobs.set_progression("widget_export", "manual")
        if case.plant == "refuse" and case.stage is not Stage.FILE:
            self.door = Door(self.url)
            self.door.open()
        return self.drive(
            lambda client: _act(client, self, case),
            lambda client: _async_act(client, self, case),
        )

    def drive(self, blocking: Callable[[Holistics], T], asynchronous: Callable[[AsyncHolistics], Any]) -> T:
        """Calls one of the two with a client of this world, under the eye of a watchdog."""
        settings: dict[str, Any] = {"base_url": self.door.url if self.door else self.url, "clock": self.clock}

        def block() -> T:
            with Holistics(self.key, **settings) as client:
                return blocking(client)

        async def work() -> T:
            async with AsyncHolistics(self.key, **settings) as client:
                found: T = await asynchronous(client)
                return found

        return watched(block if self.mode == "sync" else lambda: asyncio.run(work()))

    @property
    def url(self) -> str:
        url: str = self.emulator.ready["holistics"]["url"]
        return url

    @property
    def key(self) -> str:
        key: str = self.emulator.ready["holistics"]["key"]
        return key

    def close(self) -> None:
        if self.door is not None:
            self.door.close()
        self.clock.stop()
        self.clock.let_work_end()
        del self.control.clock.sleep_async
        self.control.reset()

    # --- faults ---

    def plant(self, case: Case, job_id: int | None = None) -> None:
        """Lets the fault strike from now on; what was sent so far is not of the matter."""
        if isinstance(case.plant, str):
            getattr(self, f"_{case.plant}")(case, job_id)
        else:
            for fields in case.plant:
                self._rule(case, **fields)
        self.journal += self.control.journal()
        self.control.clear_journal()
        self.clock.sleeps.clear()

    def _rule(self, case: Case, kind: str, **fields: Any) -> None:
        where = {"listener": "files"} if case.stage is Stage.FILE else {"operation": OPERATIONS[case.stage]}
        if "location" in fields:
            fields["location"] = fields["location"].format(elsewhere=self.stranger.url)
        self.control.fault(kind, **where, **fields, times=None if case.persistent else 1)

    def _refuse(self, case: Case, job_id: int | None) -> None:
        if case.stage is Stage.FILE:
            with socket.create_server(("127.0.0.1", 0)) as gone:
                dead = f"http://127.0.0.1:{gone.getsockname()[1]}/gone.csv"
            times = None if case.persistent else 1
            self.control.fault("redirect", operation="exports_download", location=dead, times=times)
            return
        assert self.door is not None
        door = self.door
        door.shut()
        if not case.persistent:
            # a wait begins with a sleep, every other call with a request
            opens_at = 2 if case.stage is Stage.POLL else 1
            self.clock.on_sleep = lambda count: door.open() if count == opens_at else None

    def _moved(self, case: Case, job_id: int | None) -> None:
        if case.stage is Stage.SUBMIT:
            self._end_after(2, self._submit())
            return
        assert job_id is not None
        self.finish(job_id)
        other = self._submit()
        self.finish(other)
        self._rule(case, "body_patch", pointer="/job/status", value="already_existed")
        self._rule(case, "body_patch", pointer="/job/existing_job_id", value=other)

    def _submit(self) -> int:
        """Asks for the same export on the side; gives the job's id."""
        headers = {"X-Holistics-Key": self.key}
        reply = httpx2.post(f"{self.url}/dashboard_widgets/{WIDGET}/submit_export?output=csv", headers=headers)
        id: int = reply.json()["job"]["id"]
        return id

    def _stuck(self, case: Case, job_id: int | None) -> None:
        assert job_id is not None
        self.control.jobs.advance(job_id)
        self.control.jobs.advance(job_id)
        if not case.persistent:
            self._end_after(20, job_id)

    def _cancel(self, case: Case, job_id: int | None) -> None:
        assert job_id is not None
        self.control.jobs.cancel(job_id)

    def _end_after(self, sleeps: int, job_id: int) -> None:
        self.clock.on_sleep = lambda count: self.finish(job_id) if count == sleeps else None

    def finish(self, job_id: int) -> None:
        """Takes a job whose steps are ours to its end."""
        while self.control.jobs.get(job_id)["status"] in ("created", "queued", "running"):  # type: ignore[index]
            self.control.jobs.advance(job_id)

    # --- what was seen ---

    def requests(self, stage: Stage) -> int:
        """How many requests of a stage the emulator has seen since the fault was planted."""
        if stage is Stage.FILE:
            return len(self.control.journal(listener="files"))
        return len(self.control.journal(listener="api", operation=OPERATIONS[stage]))

    def exports(self) -> list[Any]:
        """The export jobs that run or ran, without those that stand for another."""
        return [job for job in self.control.jobs.list() if job["status"] != "already_existed"]

    def strangers_with_secrets(self) -> list[str]:
        """Requests that carried a credential to where none belongs."""
        entries = [*self.journal, *self.control.journal()]
        found = [str(entry) for entry in entries if entry["listener"] == "files" and entry["credentials_present"]]
        found += [str(entry) for entry in entries if entry["listener"] == "api" and not entry["credentials_present"]]
        key = self.key.encode().lower()
        names = (key, b"x-holistics-key", b"authorization", b"cookie")
        found += [repr(sent) for sent in self.stranger.seen if any(name in sent.lower() for name in names)]
        return found

    def leaks(self, error: BaseException | None, logs: pytest.LogCaptureFixture) -> list[str]:
        """Where the key can be read: logs, and every shape in which an error may be shown or stored."""
        shapes: dict[str, Any] = {}
        for number, record in enumerate(logs.records):
            shapes[f"log {number} of {record.name}"] = f"{record.getMessage()} {record.__dict__!r}"
        if error is not None:
            told = traceback.TracebackException.from_exception(error, capture_locals=True)
            shapes["traceback"] = "".join(told.format())
            shapes["text"] = f"{error} {error!r} {error.args!r} {vars(error)!r}"
            shapes["pickle"] = pickle.dumps(error)
            shapes["copy"] = f"{vars(pickle.loads(pickle.dumps(error)))!r}"
        key = self.key
        return [
            name
            for name, shape in shapes.items()
            if (key.encode() in shape if isinstance(shape, bytes) else key in shape)
        ]


OPERATIONS = {
    Stage.SUBMIT: "dashboard_widgets_submit_export",
    Stage.POLL: "jobs_get",
    Stage.LINK: "exports_download",
    Stage.PAGE: "dashboards_list",
}


def _act(client: Holistics, world: World, case: Case) -> Any:
    match case.stage:
        case Stage.SUBMIT:
            world.plant(case)
            return client.export_widget(WIDGET).read()
        case Stage.POLL:
            export = client.export_widget(WIDGET, wait=False)
            world.plant(case, export.id)
            return export.wait().read()
        case Stage.LINK | Stage.FILE:
            export = client.export_widget(WIDGET)
            world.plant(case, export.id)
            return export.to_file(world.folder / NAME).read_bytes()
        case Stage.PAGE:
            found, ids = client.dashboards.iter(limit=PAGE_SIZE), []
            for dashboard in found:
                ids.append(dashboard.id)
                if len(ids) == PAGE_SIZE:
                    world.plant(case)
            return ids


async def _async_act(client: AsyncHolistics, world: World, case: Case) -> Any:
    match case.stage:
        case Stage.SUBMIT:
            world.plant(case)
            return await (await client.export_widget(WIDGET)).read()
        case Stage.POLL:
            export = await client.export_widget(WIDGET, wait=False)
            world.plant(case, export.id)
            return await (await export.wait()).read()
        case Stage.LINK | Stage.FILE:
            export = await client.export_widget(WIDGET)
            world.plant(case, export.id)
            return (await export.to_file(world.folder / NAME)).read_bytes()
        case Stage.PAGE:
            found, ids = client.dashboards.iter(limit=PAGE_SIZE), []
            async for dashboard in found:
                ids.append(dashboard.id)
                if len(ids) == PAGE_SIZE:
                    world.plant(case)
            return ids


def watched(call: Callable[[], T], patience: float = PATIENCE) -> T:
    """Calls in a thread and gives or raises what comes; a call that hangs fails the test and shows every stack."""
    ended: list[T] = []
    raised: list[BaseException] = []

    def work() -> None:
        try:
            ended.append(call())
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=work, name="case", daemon=True)
    thread.start()
    thread.join(patience)
    if thread.is_alive():
        faulthandler.dump_traceback(all_threads=True)
        pytest.fail(f"hangs: no end after {patience:g} real seconds; the stacks stand on standard error")
    if raised:
        raise raised.pop()
    return ended[0]
