"""A world for flows: an API made of a function, a clock that only flows move, and both drivers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

from bireme._runtime.clock import VirtualClock
from bireme._runtime.config import Settings
from bireme._runtime.flow import Flow, aiterate, arun, iterate, run
from bireme._runtime.http import AsyncIO, SyncIO
from bireme._runtime.retry import Retry
from bireme._runtime.timeouts import Timeouts
from bireme._runtime.transport import Session
from bireme._wire import AsyncJob, Operation, Pagination, ParseError, Reply, Request

KEY = "k3y-very-secret-0001"
BASE = "http://api.test/api/v2"
FILES = "http://files.test"

Handler = Callable[[httpx2.Request], httpx2.Response]


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in steps: bytes come, a number is a pause in seconds, an exception is raised."""

    def __init__(self, *steps: bytes | float | BaseException, clock: VirtualClock | None = None) -> None:
        self.steps, self.clock, self.closed = steps, clock, 0

    def __iter__(self) -> Iterator[bytes]:
        for step in self.steps:
            if isinstance(step, BaseException):
                raise step
            if isinstance(step, bytes):
                yield step
            elif self.clock is not None:
                self.clock.advance(float(step))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def reply(status: int = 200, body: Any = None, headers: dict[str, str] | None = None) -> httpx2.Response:
    """A JSON reply."""
    return httpx2.Response(status, json=body, headers=headers)


def parse_json(wire: Reply) -> Any:
    if wire.status != 200:
        raise ParseError("", f"status {wire.status} is not documented")
    return wire.json()


def operation(id: str = "things_get", method: str = "GET", **more: Any) -> Operation:
    settings: dict[str, Any] = {"tag": "Things", "success": (200,), "retry": "safe", "evidence": "documented"}
    return Operation(id=id, method=method, path="/things", **{**settings, **more})


def request(path: str = "/things/1", **more: Any) -> Request[Any]:
    return Request(operation(**more), path, parse_json)


GET = request()
POST = request("/things", id="things_create", method="POST", retry="unsafe")
DOWNLOAD = Request(operation("things_download", success=(302,), download=True), "/download", lambda wire: wire.content)
LIST = Request(
    operation("things_list", pagination=Pagination("cursor", "/things", "/cursors/next", "after")),
    "/things",
    parse_json,
)
SUBMIT = request("/things/1/export", id="things_export", method="POST", retry="unsafe")
JOB = AsyncJob(
    id="/job/id",
    status="/job/status",
    poll="jobs_get",
    waiting=("created", "queued", "running", "cancelling"),
    success=("success",),
    failure=("failure",),
    cancelled=("cancelled",),
    moved={"already_existed": "/job/existing_job_id"},
    error="/job/last_error_log",
    logs="jobs_get_logs",
)


def look(job_id: int | str) -> Request[Any]:
    return request(f"/jobs/{job_id}", id="jobs_get")


def logs(job_id: int | str) -> Request[Any]:
    return request(f"/jobs/{job_id}/logs", id="jobs_get_logs")


class World:
    """An API that `handler` plays, seen through one of the drivers. `requests` is what it was asked."""

    def __init__(self, driver: str, **session: Any) -> None:
        self.driver = driver
        self.clock = VirtualClock()
        self.requests: list[httpx2.Request] = []
        self.handler: Handler = lambda _: reply(200, {})
        self.session = self.new_session(**session)

    def new_session(self, retry: Retry | None = None, timeouts: Timeouts | None = None, base: str = BASE) -> Session:
        settings = Settings(base_url=base, auth_header="X-Key", key=KEY, vendor="Test")
        self.session = Session(settings, retry=retry, timeouts=timeouts, clock=self.clock)
        return self.session

    def answers(self, *answers: httpx2.Response | BaseException | Handler) -> None:
        """Each request gets the next answer; the last one serves for all that follow."""
        left = list(answers)

        def handler(request: httpx2.Request) -> httpx2.Response:
            answer = left.pop(0) if len(left) > 1 else left[0]
            if isinstance(answer, BaseException):
                raise answer
            return answer(request) if callable(answer) else answer

        self.handler = handler

    def _transport(self) -> httpx2.MockTransport:
        def handle(request: httpx2.Request) -> httpx2.Response:
            self.requests.append(request)
            return self.handler(request)

        return httpx2.MockTransport(handle)

    def io(self, **client: Any) -> Any:
        timeouts = self.session.timeouts
        if self.driver == "sync":
            return SyncIO(self.clock, timeouts, httpx2.Client(transport=self._transport(), **client))
        return AsyncIO(self.clock, timeouts, httpx2.AsyncClient(transport=self._transport(), **client))

    def run(self, flow: Flow[Any], **client: Any) -> Any:
        io = self.io(**client)
        return run(flow, io) if self.driver == "sync" else asyncio.run(arun(flow, io))

    def collect(self, flow: Flow[Any]) -> list[Any]:
        io = self.io()
        if self.driver == "sync":
            return list(iterate(flow, io))

        async def gather() -> list[Any]:
            return [item async for item in aiterate(flow, io)]

        return asyncio.run(gather())

    @property
    def paths(self) -> list[str]:
        return [f"{r.method} {r.url.path}" for r in self.requests]


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


def job(status: str, id: int = 7, **more: Any) -> httpx2.Response:
    return httpx2.Response(200, content=json.dumps({"job": {"id": id, "status": status, **more}}).encode())


@pytest.fixture(scope="session")
def kit() -> Any:
    """The names above, for tests: this folder is no package, so they cannot be imported."""
    return SimpleNamespace(**{name: value for name, value in globals().items() if not name.startswith("_")})
