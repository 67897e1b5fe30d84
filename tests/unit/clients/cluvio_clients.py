"""Both Cluvio clients as one, against the emulator or against a server that a test plays.

Test bodies are asynchronous and say `await do(...)`: what the blocking client gives comes as it is, what the other
gives is awaited. So each test runs with both, and neither can do what the other cannot.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count
from typing import Any

import httpx2
import pytest

from bireme import AsyncCluvio, Cluvio
from bireme._runtime.clock import VirtualClock
from bireme_emulator import Emulator

KEY = "k3y-very-secret-0001"
API, DATA, FILES = "https://api.cluvio.test", "https://data.cluvio.test", "https://files.test"
SOURCE = "smpl-data-0001"

_names = count(1)


async def do(given: Any) -> Any:
    """What a call of either client gives."""
    return await given if inspect.isawaitable(given) else given


async def each(given: Any) -> list[Any]:
    """What either client lets iterate over."""
    if hasattr(given, "__aiter__"):
        return [item async for item in given]
    return list(given)


# --- against the emulator ---


@pytest.fixture(scope="session")
def cluvio_emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


class PatientClock(VirtualClock):
    """Time that stands still while the emulator has real work in hand, so that no wait runs out on a slow machine."""

    def __init__(self, control: Any) -> None:
        super().__init__()
        self._jobs = control.jobs

    def sleep(self, seconds: float) -> None:
        if self._jobs.progression("execution")[0] == "immediate":
            for job in self._jobs.list():
                self._jobs.wait(job["id"])
        super().sleep(seconds)


class Here:
    """One kind of client in a session of the emulator's own; `client` is the class, `c` is made of it."""

    def __init__(self, emulator: Emulator, client: type[Cluvio] | type[AsyncCluvio]) -> None:
        self.name = f"cluvio-{next(_names)}"
        self.control = emulator.control.session(self.name)
        self.ready = emulator.ready["cluvio"]
        self.clock = PatientClock(self.control)
        self.client = client
        kind = httpx2.Client if client is Cluvio else httpx2.AsyncClient
        self.http: Any = kind(headers={"X-Emulator-Session": self.name})
        self.c = self.at("eu")

    def at(self, location: str, key: str | None = None) -> Any:
        """A client of a location."""
        servers = self.ready[location]
        arguments: dict[str, Any] = {"api_url": servers["api"], "data_url": servers["data"], "http": self.http}
        return self.client(key or self.ready["key"], clock=self.clock, **arguments)

    def manual(self, kind: str = "execution") -> None:
        """Lets jobs of a kind wait until they are moved on."""
        self.control.jobs.set_progression(kind, "manual")

    def journal(self, operation: str) -> list[Any]:
        """The requests of an operation."""
        return list(self.control.journal(operation=operation))


@pytest.fixture(params=[Cluvio, AsyncCluvio], ids=["sync", "async"])
async def here(cluvio_emulator: Emulator, request: pytest.FixtureRequest) -> AsyncIterator[Here]:
    made = Here(cluvio_emulator, request.param)
    yield made
    await do(made.http.aclose() if hasattr(made.http, "aclose") else made.http.close())
    cluvio_emulator.control.delete_session(made.name)


# --- against a server that a test plays ---


class Played:
    """A vendor made of answers: `on("POST /reports/r/data", reply, ...)`; the last one serves for all that follow.

    `requests` is what was asked for, `secrets` where each credential went: (origin, Authorization).
    """

    def __init__(self, client: type[Cluvio] | type[AsyncCluvio], **settings: Any) -> None:
        self.clock = VirtualClock()
        self.answers: dict[str, list[Any]] = {}
        self.requests: list[httpx2.Request] = []
        transport = httpx2.MockTransport(self._answer)
        http: Any = httpx2.Client if client is Cluvio else httpx2.AsyncClient
        arguments = {"api_url": API, "data_url": DATA, "clock": self.clock, **settings}
        self.c: Any = client(KEY, http=http(transport=transport), **arguments)

    def on(self, request: str, *answers: httpx2.Response | BaseException | Callable[[Any], Any]) -> None:
        self.answers[request] = list(answers)

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        host = "" if str(request.url).startswith(API) else f"{request.url.host} "
        left = self.answers.get(f"{host}{request.method} {request.url.path}")
        if left is None:
            raise AssertionError(f"nobody plays {host}{request.method} {request.url.path}")
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            return answer(request)  # type: ignore[no-any-return]
        return httpx2.Response(answer.status_code, content=answer.content, headers=answer.headers)

    @property
    def paths(self) -> list[str]:
        return [f"{each.method} {each.url.path}" for each in self.requests]

    @property
    def bodies(self) -> list[Any]:
        """The JSON that was sent, of requests that had some."""
        return [json.loads(each.content) for each in self.requests if each.content]

    def check_secrets(self) -> None:
        """The key went to the API server, tokens to the data server, and neither anywhere else."""
        for each in self.requests:
            secret, where = each.headers.get("authorization"), f"{each.url.scheme}://{each.url.host}"
            told = f"{each.method} {each.url}: {secret}"
            if where == API:
                assert secret == f"Api {KEY}", told
            elif where == DATA:
                assert secret is not None, told
                assert secret.startswith("Data t0ken-"), told
            else:
                assert secret is None, told
            elsewhere = KEY if where != API else "t0ken-"
            everything = f"{each.url} {dict(each.headers)} {each.content!r}"
            assert elsewhere not in everything, told


@pytest.fixture(params=[Cluvio, AsyncCluvio], ids=["sync", "async"])
def played(request: pytest.FixtureRequest) -> Iterator[Played]:
    made = Played(request.param)
    yield made
    made.check_secrets()


def reply(body: Any = None, status: int = 200, **headers: str) -> httpx2.Response:
    """A JSON reply; a 204 where the body is None."""
    if body is None:
        return httpx2.Response(204, headers=headers)
    return httpx2.Response(status, json=body, headers=headers)


def access(number: int = 1, key: str = "eu/o/r") -> dict[str, Any]:
    """What hands over to the data server."""
    return {"data_key": f"{key}{number}", "data_access_token": f"t0ken-{number}"}


def table(*rows: list[Any], **more: Any) -> httpx2.Response:
    """A result with the columns `n` (Integer) and `s` (String)."""
    fields = [
        {"idx": 0, "name": "n", "data_type": "Integer"},
        {"idx": 1, "name": "s", "data_type": "String"},
    ]
    return httpx2.Response(200, json={"fields": fields, "rows": list(rows), **more})


def execution(status: str, id: str = "5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10") -> httpx2.Response:
    """The document of an execution."""
    attributes = {"execution_id": id, "execution_type": "sql_query", "execution_status": status}
    return httpx2.Response(200, json={"data": {"id": id, "type": "executions", "attributes": attributes}})
