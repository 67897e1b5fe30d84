"""One emulator in process for all handler tests; each test has a session of its own, so they do not meet."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from bireme_emulator import create_app
from bireme_emulator.kernel.emulation import Control, Emulation
from tests.unit.emulator_state.cluvio_world import cluvio, cluvio_emulation

__all__ = ["cluvio", "cluvio_emulation"]

START = datetime(2013, 7, 1, 12, tzinfo=UTC)


class Api:
    """The Holistics API as one user of one session sees it."""

    def __init__(self, emulation: Emulation, session: str, client: httpx2.AsyncClient) -> None:
        self.emulation, self.session, self.client = emulation, session, client
        self.control: Control = emulation.control.session(session)
        self.key = "holistics-demo-admin-key-0001"

    async def call(self, method: str, path: str, key: str | None = None, **options: Any) -> httpx2.Response:
        headers = {"X-Emulator-Session": self.session, "X-Holistics-Key": key or self.key}
        return await self.client.request(method, f"/holistics/api/v2{path}", headers=headers, **options)

    async def get(self, path: str, key: str | None = None, **query: Any) -> Any:
        reply = await self.call("GET", path, key, params=query)
        assert reply.status_code == 200, reply.text
        return reply.json()

    async def refused(self, method: str, path: str, key: str | None = None, **options: Any) -> tuple[int, str, str]:
        """Status, type and message of an error, which must be in the vendor's shape."""
        reply = await self.call(method, path, key, **options)
        body = reply.json()
        assert set(body) <= {"type", "message", "details"}, body
        return reply.status_code, body["type"], body["message"]

    async def export(self, widget: int, output: str = "csv", key: str | None = None, **body: Any) -> dict[str, Any]:
        """Submit an export and wait for its end; gives the job as the API shows it."""
        path = f"/dashboard_widgets/{widget}/submit_export"
        reply = await self.call("POST", path, key, params={"output": output}, json=body)
        assert reply.status_code == 200, reply.text
        return await self.ended(reply.json()["job"]["id"])

    async def ended(self, id: int) -> dict[str, Any]:
        self.control.jobs.wait(id)
        job: dict[str, Any] = (await self.get(f"/jobs/{id}"))["job"]
        return job

    async def logs(self, id: int) -> list[str]:
        return [line["message"] for line in (await self.get(f"/jobs/{id}/logs"))["job_logs"]]

    async def link(self, job_id: int, key: str | None = None) -> str:
        reply = await self.call("GET", "/exports/download", key, params={"job_id": job_id})
        assert reply.status_code == 302, reply.text
        location: str = reply.headers["location"]
        return location

    async def fetch(self, link: str) -> httpx2.Response:
        """Follow a signed link, without any key."""
        transport = httpx2.ASGITransport(app=self.emulation.files)
        async with httpx2.AsyncClient(transport=transport) as client:
            return await client.get(link)


@pytest.fixture(scope="session")
def emulation() -> Iterator[Emulation]:
    app = create_app(clock=START, rate_limits=False)
    yield app
    app.close()


@pytest.fixture
async def api(emulation: Emulation, request: pytest.FixtureRequest) -> AsyncIterator[Api]:
    session = f"t{abs(hash(request.node.nodeid))}"
    transport = httpx2.ASGITransport(app=emulation.api)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8900") as client:
        yield Api(emulation, session, client)
    emulation.control.delete_session(session)
