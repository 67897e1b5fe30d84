"""The Cluvio API in process, for tests of its resources one by one.

`cluvio` (a fixture of this folder) is the EU location as the demo's manage key sees it, in a session of its own:

    async def test_a_group_has_a_name(cluvio):
        made = await cluvio.call("POST", "/user_groups", json=cluvio.data(name="Pilots"))
        assert made.status_code == 201
        assert await cluvio.refused("GET", "/user_groups/none") == (404, "There is no user group none")

`cluvio.key(...)` makes a key with given permissions, and `cluvio.at("us")` and `cluvio.server("data")` lead elsewhere.
"""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any, Literal

import httpx2
import pytest

from bireme_emulator import create_app
from bireme_emulator.cluvio.access import put_key
from bireme_emulator.kernel.emulation import Control, Emulation
from bireme_emulator.kernel.sessions import Session

START = datetime(2013, 7, 1, 12, tzinfo=UTC)
VND_API = "application/vnd.api+json"
MANAGE, VIEW = "cluvio-demo-manage-key-0001", "cluvio-demo-view-key-0001"


def emulation_of_cluvio(**settings: Any) -> Emulation:
    """An emulator whose clock stands still at `START` unless the settings say otherwise; the caller closes it."""
    return create_app(**{"clock": START, **settings})


class Cluvio:
    """One server of one location as one key of one session sees it."""

    def __init__(
        self,
        emulation: Emulation,
        session: str,
        client: httpx2.AsyncClient,
        location: str = "eu",
        server: str = "api",
    ) -> None:
        self.emulation, self.session_name, self.client = emulation, session, client
        self.location, self.kind = location, server
        self.credential = f"Api {MANAGE}"

    @property
    def api(self) -> str:
        return f"cluvio_{self.location}"

    @property
    def control(self) -> Control:
        return self.emulation.control.session(self.session_name)

    @property
    def session(self) -> Session:
        return self.control._session

    def at(self, location: str) -> Cluvio:
        """The same server in another location."""
        return self._as(location=location)

    def server(self, kind: Literal["api", "data"], credential: str | None = None) -> Cluvio:
        """The other server of the location; `credential` is the whole value of Authorization."""
        return self._as(kind=kind, credential=self.credential if credential is None else credential)

    def with_key(self, secret: str) -> Cluvio:
        """The same with another API key."""
        return self._as(credential=f"Api {secret}")

    def key(self, *permissions: str, type: Literal["view", "manage"] = "manage", **fields: Any) -> Cluvio:
        """The same with a new key that has these permissions; further fields are those of `put_key`."""
        secret = f"test-key-{self.session_name}-{'-'.join(permissions)}-{len(fields)}-{type}"
        put_key(self.session, self.api, secret, type, permissions, **fields)
        return self.with_key(secret)

    async def call(self, method: str, path: str, **options: Any) -> httpx2.Response:
        """Any request; a `json` goes out as `application/vnd.api+json` where it is a JSON:API document."""
        headers = {"X-Emulator-Session": self.session_name, **options.pop("headers", {})}
        if self.credential:
            headers.setdefault("Authorization", self.credential)
        body = options.get("json")
        if isinstance(body, dict) and set(body) == {"data"}:
            headers.setdefault("Content-Type", VND_API)
        return await self.client.request(
            method, f"/cluvio/{self.location}/{self.kind}{path}", headers=headers, **options
        )

    async def get(self, path: str, **query: Any) -> Any:
        """The body of a successful GET."""
        reply = await self.call("GET", path, params=query)
        assert reply.status_code == 200, reply.text
        return reply.json()

    async def post(self, path: str, body: Any = None, status: int = 200) -> Any:
        """The body of a successful POST, `None` where there is none."""
        reply = await self.call("POST", path, **({} if body is None else {"json": body}))
        assert reply.status_code == status, reply.text
        return reply.json() if reply.content else None

    async def refused(self, method: str, path: str, **options: Any) -> tuple[int, str]:
        """Status and detail of an error with one detail, which must be in the vendor's shape."""
        reply = await self.call(method, path, **options)
        assert reply.headers["content-type"] == VND_API, reply.text
        errors = reply.json()["errors"]
        assert all(set(error) == {"code", "detail"} and error["code"] == str(reply.status_code) for error in errors)
        return reply.status_code, "; ".join(error["detail"] for error in errors)

    @staticmethod
    def data(_relationships: dict[str, Any] | None = None, **attributes: Any) -> dict[str, Any]:
        """A request document; relationships are given as they stand in a document."""
        document: dict[str, Any] = {"attributes": attributes}
        return {"data": document if _relationships is None else {**document, "relationships": _relationships}}

    def _as(self, **changes: Any) -> Cluvio:
        other = copy.copy(self)
        for name, value in changes.items():
            setattr(other, name, value)
        return other


@pytest.fixture(scope="session")
def cluvio_emulation() -> Iterator[Emulation]:
    emulation = emulation_of_cluvio()
    yield emulation
    emulation.close()


@pytest.fixture
async def cluvio(cluvio_emulation: Emulation, request: pytest.FixtureRequest) -> AsyncIterator[Cluvio]:
    """The EU API server with the manage key, in a session of this test's own."""
    session = f"t{abs(hash(request.node.nodeid))}"
    transport = httpx2.ASGITransport(app=cluvio_emulation.api, raise_app_exceptions=True)
    async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield Cluvio(cluvio_emulation, session, client)
    cluvio_emulation.control.delete_session(session)
