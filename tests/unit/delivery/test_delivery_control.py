"""Outbox and settling by the control API and from Python, on an emulator without sockets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from bireme_emulator.kernel.config import EmulatorConfig
from bireme_emulator.kernel.context import ApiPlugin, Handlers
from bireme_emulator.kernel.delivery import Attachment, Email, SlackPost
from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.jobs import JobContext
from bireme_emulator.kernel.timetable import Timer

NOON = datetime(2013, 6, 1, 12, tzinfo=UTC)


def mail(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    path = context.session.files.directory.parent / f"hourly-{context.job_id}.csv"  # two jobs may run at once
    path.write_text(params["due"])
    message = Email(("a@b.example",), "Hourly", params["due"], (Attachment("hourly.csv", "text/csv", path),))
    context.session.deliveries.deliver(f"hourly/{params['due']}", message, log=context.log, stop=context.cancelled)
    return {}


def plugin() -> ApiPlugin:
    document = {"openapi": "3.1.0", "info": {"title": "Hourly", "version": "1"}, "paths": {}}
    return ApiPlugin(
        name="hourly",
        bundle=document,
        mount="/hourly",
        handlers=Handlers(),
        authenticate=lambda headers, session: (_ for _ in ()).throw(AssertionError),
        render_fault=lambda fault: {},
        seed=lambda session: None,
        job_kinds={"mail": mail},
        timers=lambda session: [Timer("hourly", "0 * * * *", "UTC", NOON)],
        fire=lambda session, key, due: session.jobs.submit("hourly", "mail", {"due": due.isoformat()}) and None,
    )


@pytest.fixture
def emulation(tmp_path: Path) -> Iterator[Emulation]:
    made = Emulation(EmulatorConfig(strict=True, clock=NOON, state=tmp_path / "state"), [plugin()])
    yield made
    made.close()


@pytest.fixture
async def client(emulation: Emulation) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app=emulation.api)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8900/_emulator/") as made:
        yield made


async def test_a_jump_is_settled_and_read_in_the_outbox(emulation: Emulation, client: httpx2.AsyncClient) -> None:
    await client.post("clock/advance", json={"seconds": 7200})
    settled = await client.post("settle", params={"timeout": 20})
    assert settled.json() == {"settled": True, "time": "2013-06-01T14:00:00+00:00"}
    found = (await client.get("outbox", params={"channel": "email", "to": "a@b.example"})).json()["deliveries"]
    # Two workers send what is due at once, in no set order.
    assert {each["text"] for each in found} == {"2013-06-01T13:00:00+00:00", "2013-06-01T14:00:00+00:00"}
    assert len(found) == 2
    assert {each["status"] for each in found} == {"kept"}
    assert (await client.get("outbox", params={"since": found[0]["id"]})).json()["deliveries"] == found[1:]
    assert (await client.get("outbox", params={"limit": 1})).json()["deliveries"] == found[1:]
    assert (await client.get("outbox", params={"status": "failed"})).json() == {"deliveries": []}
    assert (await client.get("outbox", params={"limit": 0})).status_code == 400
    one = (await client.get(f"outbox/{found[0]['id']}")).json()
    link = urlsplit(one["attachments"][0].pop("url"))
    assert one == found[0]
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=emulation.files)) as files:
        content = await files.get(f"http://127.0.0.1:8901{link.path}?{link.query}")
    assert (content.status_code, content.text) == (200, found[0]["text"])


async def test_the_outbox_can_be_emptied(emulation: Emulation, client: httpx2.AsyncClient) -> None:
    emulation.control.clock.advance(3600)
    assert emulation.control.settle()
    (record,) = emulation.control.outbox(channel="email")
    path = record["attachments"][0]["path"]
    assert path.read_text() == record["text"]
    assert (await client.delete("outbox")).status_code == 204
    assert emulation.control.outbox() == []
    assert not path.exists()
    missing = await client.get(f"outbox/{record['id']}")
    assert (missing.status_code, missing.json()["error"]["type"]) == (404, "NotFound")


async def test_each_session_has_its_own(emulation: Emulation, client: httpx2.AsyncClient) -> None:
    other = emulation.control.session("other")
    other.clock.advance(3600)
    assert other.settle()
    assert len(other.outbox()) == 1
    assert emulation.control.outbox() == []
    seen = await client.get("outbox", headers={"X-Emulator-Session": "other"})
    assert len(seen.json()["deliveries"]) == 1


def test_settling_takes_no_longer_than_it_may(emulation: Emulation) -> None:
    emulation.control.jobs.set_progression("mail", "manual")
    emulation.control.clock.advance(3600)
    assert not emulation.control.settle(0.2)


def test_a_reset_empties_the_outbox_and_begins_anew(emulation: Emulation) -> None:
    session = emulation.sessions.default
    session.deliveries.deliver("one", SlackPost(("C1",), "x"))
    emulation.control.reset()
    assert emulation.control.outbox() == []
    assert session.deliveries.deliver("one", SlackPost(("C1",), "x"))["status"] == "kept"
