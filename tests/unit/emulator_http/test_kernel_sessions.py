"""Sessions: isolated, made on first use, bounded, and on disk where a folder is given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.kernel.config import EmulatorError

ITEMS = "/toys/v1/items"


async def test_each_session_has_its_own_objects_clock_rates_and_faults(toys: Any, client_of: Any) -> None:
    default, other = client_of(toys), client_of(toys, session="other")
    await default.post(ITEMS, json={"name": "x"})
    toys.control.fault("status", status=503)
    toys.control.clock.advance(3600)
    assert (await default.get(ITEMS)).status_code == 503
    reply = await other.get(ITEMS)
    assert [item["id"] for item in reply.json()["items"]] == [1, 2]
    assert (reply.headers["ratelimit-remaining"], reply.headers["date"]) == ("119", "Sat, 01 Jun 2013 12:00:00 GMT")
    assert toys.control.session("other").journal()[0]["session"] == "other"


@pytest.mark.parametrize("name", ["", "..", "a/b", "a b", "x" * 101, "-a", "ü"])
async def test_a_name_that_cannot_be_a_folder_is_refused(toys: Any, client_of: Any, name: str) -> None:
    reply = await client_of(toys).get(ITEMS, headers={"X-Emulator-Session": name.encode()})
    assert reply.status_code == 400
    assert "X-Emulator-Session" in reply.json()["message"]


async def test_there_are_only_so_many_sessions(emulate: Any, client_of: Any) -> None:
    emulation = emulate(max_sessions=2)
    assert (await client_of(emulation, session="one").get(ITEMS)).status_code == 200
    assert (await client_of(emulation, session="two").get(ITEMS)).status_code == 503
    emulation.control.delete_session("one")
    assert (await client_of(emulation, session="two").get(ITEMS)).status_code == 200


async def test_reset_brings_back_the_first_state(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    await client.delete(f"{ITEMS}/1")
    toys.control.clock.advance(100)
    toys.control.fault("status", status=503)
    toys.control.rate_limits(enabled=False, retry_form="http-date")
    toys.control.reset()
    reply = await client.get(f"{ITEMS}/1")
    assert (reply.status_code, reply.headers["date"]) == (200, "Sat, 01 Jun 2013 12:00:00 GMT")
    assert len(toys.control.journal()) == 1
    assert toys.sessions.default.rates.enabled


async def test_a_snapshot_can_be_gone_back_to(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    await client.post(ITEMS, json={"name": "kept"})
    toys.control.snapshot("three")
    await client.delete(f"{ITEMS}/3")
    toys.control.restore("three")
    assert (await client.get(f"{ITEMS}/3")).json()["name"] == "kept"


async def test_a_folder_keeps_the_state_of_every_session(emulate: Any, client_of: Any, tmp_path: Any) -> None:
    first = emulate(state=tmp_path / "state")
    await client_of(first).post(ITEMS, json={"name": "kept"})
    await client_of(first, session="other").delete(f"{ITEMS}/1")
    first.close()
    second = emulate(state=tmp_path / "state")
    assert (await client_of(second).get(f"{ITEMS}/3")).json()["name"] == "kept"
    assert (await client_of(second, session="other").get(f"{ITEMS}/1")).status_code == 404


def test_a_state_of_another_workspace_is_refused(emulate: Any, tmp_path: Any) -> None:
    emulate(state=tmp_path).close()
    with pytest.raises(EmulatorError, match="made from the workspace 'demo', not 'other'"):
        emulate(state=tmp_path, workspace="other")


def test_a_state_in_use_is_refused(emulate: Any, tmp_path: Any) -> None:
    emulate(state=tmp_path)
    with pytest.raises(EmulatorError, match="state"):
        emulate(state=tmp_path)


@pytest.mark.parametrize("start", ["2013-06-01T12:00:00+00:00", None])
def test_a_restart_finds_the_clock_where_it_stood(emulate: Any, tmp_path: Path, start: str | None) -> None:
    clock = None if start is None else datetime.fromisoformat(start)
    first = emulate(state=tmp_path, clock=clock)
    first.control.clock.set(datetime(2030, 1, 1, tzinfo=UTC))
    first.control.clock.advance(60)
    stood = first.control.clock.now()
    first.close()
    second = emulate(state=tmp_path, clock=clock)
    late = (second.control.clock.now() - stood).total_seconds()
    assert late == 0 if start else 0 <= late < 30  # one that runs goes on running
    second.close()


def test_a_clock_that_is_set_at_the_start_begins_there_whatever_the_state_says(emulate: Any, tmp_path: Path) -> None:
    first = emulate(state=tmp_path, clock=datetime(2013, 6, 1, tzinfo=UTC))
    first.control.clock.advance(60)
    first.close()
    second = emulate(state=tmp_path, clock=datetime(2014, 6, 1, tzinfo=UTC))
    assert second.control.clock.now() == datetime(2014, 6, 1, tzinfo=UTC)
    second.close()


def test_a_reset_and_a_restore_keep_to_what_the_clock_shows(emulate: Any, tmp_path: Path) -> None:
    began = datetime(2013, 6, 1, tzinfo=UTC)
    first = emulate(state=tmp_path, clock=began)
    first.control.snapshot("early")
    first.control.clock.advance(60)
    first.control.restore("early")
    first.close()
    second = emulate(state=tmp_path, clock=began)
    assert second.control.clock.now() == began + timedelta(minutes=1)
    second.control.reset()
    second.close()
    third = emulate(state=tmp_path, clock=began)
    assert third.control.clock.now() == began
    third.close()
