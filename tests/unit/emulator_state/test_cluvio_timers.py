"""Cluvio's alerts by the clock: at local times of the organization, at intervals, each occurrence once (sections 15,
16 and 20 of the fact sheet, and its rules of time zones)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme_emulator.cluvio.organization import organization, put_organization
from bireme_emulator.cluvio.timers import fire, timers
from tests.unit.emulator_state.cluvio_alerts_world import made, mails
from tests.unit.emulator_state.cluvio_world import START, Cluvio, emulation_of_cluvio

EVERY_TIME: dict[str, Any] = {"sql_query": "SELECT 1", "email_condition": "all"}


def hours(cluvio: Cluvio, count: float) -> None:
    cluvio.session.clock.advance(count * 3600)


def alert_jobs(cluvio: Cluvio) -> list[Any]:
    return [job for job in cluvio.session.jobs.list(cluvio.api) if job["kind"] == "sql_alert"]


def runs(cluvio: Cluvio) -> list[str]:
    """When what has run by now was due, in New York; all of it has ended."""
    assert cluvio.session.timetable.settle()
    jobs = [job["params"] for job in alert_jobs(cluvio)]
    zone = organization(cluvio.session, cluvio.api)["time_zone"]
    assert zone == "America/New_York"
    due = [datetime.fromisoformat(params["due"]) - timedelta(hours=4) for params in jobs]
    return [moment.strftime("%d %H:%M") for moment in due]


async def test_the_demo_sends_nothing_unasked(cluvio: Cluvio) -> None:
    keys = [timer.key.partition("/")[0] for timer in timers(cluvio.session, cluvio.api)]
    assert not {"alert", "schedule"} & {*keys}


async def test_disabled_runs_on_request_only(cluvio: Cluvio) -> None:
    await made(cluvio, **EVERY_TIME, run_at="06:00", run_every=10)
    hours(cluvio, 48)
    assert runs(cluvio) == []


async def test_at_runs_at_its_times_in_the_organizations_zone(cluvio: Cluvio) -> None:
    await made(cluvio, **EVERY_TIME, run_schedule="at", run_at="6:00am,18:30")
    hours(cluvio, 10.4)  # it is noon UTC on the first, 08:00 in New York
    assert runs(cluvio) == []
    hours(cluvio, 0.2)
    assert runs(cluvio) == ["01 18:30"]
    hours(cluvio, 24)
    assert runs(cluvio) == ["01 18:30", "02 06:00", "02 18:30"]
    assert len(mails(cluvio)) == 3


async def test_every_runs_at_intervals_from_when_that_was_set(cluvio: Cluvio) -> None:
    hours(cluvio, 0.1)
    id = await made(cluvio, **EVERY_TIME, run_schedule="every", run_every=25)
    hours(cluvio, 1)
    assert runs(cluvio) == ["01 08:31", "01 08:56"]
    await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(name="renamed"))
    hours(cluvio, 0.3)
    assert runs(cluvio)[2:] == ["01 09:21"], "another name does not change when it runs"
    await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(run_every=60))
    hours(cluvio, 1)
    assert runs(cluvio)[3:] == ["01 10:24"]


async def test_a_jump_of_the_clock_leaves_no_occurrence_out(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1", email_condition="changed", run_schedule="every", run_every=30)
    hours(cluvio, 24)
    assert len(runs(cluvio)) == 48
    assert (await cluvio.get(f"/sql_alerts/{id}/results"))["count"] == 48
    assert len(mails(cluvio)) == 1, "it has changed once"


async def test_a_change_makes_up_for_nothing(cluvio: Cluvio) -> None:
    id = await made(cluvio, **EVERY_TIME)
    hours(cluvio, 30)
    reply = await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(run_schedule="at", run_at="09:00"))
    assert reply.status_code == 200
    assert runs(cluvio) == []
    hours(cluvio, 19.1)
    assert runs(cluvio) == ["03 09:00"]
    await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(run_schedule="disabled"))
    hours(cluvio, 48)
    assert runs(cluvio) == ["03 09:00"]


async def test_a_run_by_hand_does_not_shift_the_next_regular_one(cluvio: Cluvio) -> None:
    id = await made(cluvio, **EVERY_TIME, run_schedule="every", run_every=60)
    hours(cluvio, 0.5)
    await cluvio.post(f"/sql_alerts/{id}/run")
    hours(cluvio, 0.5)
    assert cluvio.session.timetable.settle()
    due = [job["params"]["due"] for job in alert_jobs(cluvio)]
    assert due == [None, (START + timedelta(hours=1)).isoformat()]


async def test_clocks_that_change_leave_local_times_what_they_are(cluvio: Cluvio) -> None:
    cluvio.session.clock.set(datetime(2013, 11, 2, 12, tzinfo=UTC))  # the night before New York's clocks go back
    await made(cluvio, **EVERY_TIME, run_schedule="at", run_at="01:30,06:00")
    hours(cluvio, 48)
    assert cluvio.session.timetable.settle()
    due = [job["params"]["due"][:16] for job in alert_jobs(cluvio)]
    assert due == ["2013-11-03T05:30", "2013-11-03T11:00", "2013-11-04T06:30", "2013-11-04T11:00"]


async def test_another_zone_of_the_organization_counts_at_once(cluvio: Cluvio) -> None:
    session = cluvio.session
    await made(cluvio, **EVERY_TIME, run_schedule="at", run_at="20:00")
    put_organization(session, cluvio.api, {**organization(session, cluvio.api), "time_zone": "Asia/Tokyo"})
    (only,) = [timer for timer in timers(session, cluvio.api) if timer.key.startswith("alert/")]
    assert only.timezone == "Asia/Tokyo"
    assert next(only.after(START)).isoformat() == "2013-07-02T11:00:00+00:00"


async def test_what_has_gone_when_it_is_due_does_nothing(cluvio: Cluvio) -> None:
    fire(cluvio.session, cluvio.api, "alert/none-none-none", START)
    assert cluvio.session.jobs.list(cluvio.api) == ()


async def test_an_alert_of_one_location_runs_in_that_one(cluvio: Cluvio) -> None:
    there = cluvio.at("us")
    await made(there, **EVERY_TIME, run_schedule="every", run_every=60)
    hours(cluvio, 1.1)
    assert cluvio.session.timetable.settle()
    assert [job["api"] for job in cluvio.session.jobs.list()] == ["cluvio_us"]


async def test_a_held_run_is_not_lost(cluvio: Cluvio) -> None:
    id = await made(cluvio, **EVERY_TIME, run_schedule="every", run_every=60)
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    hours(cluvio, 2.1)
    held = alert_jobs(cluvio)
    for _ in range(100):
        if len(held) == 2:
            break
        cluvio.session.timetable.settle(0.1)
        held = alert_jobs(cluvio)
    assert (await cluvio.get(f"/sql_alerts/{id}/results"))["count"] == 0
    for job in held:
        for _ in range(3):
            cluvio.session.jobs.advance(job["id"])
    assert (await cluvio.get(f"/sql_alerts/{id}/results"))["count"] == 2
    assert len(mails(cluvio)) == 2


@pytest.mark.parametrize("held", [True, False])
async def test_a_restart_finds_what_was_under_way_and_what_was_due(tmp_path: Path, held: bool) -> None:
    """The emulator is stopped while a run waits, and its clock has passed two more occurrences when it comes back."""
    state = {"state": str(tmp_path / "state.db")}
    emulation = emulation_of_cluvio(**state)
    session = emulation.sessions.default
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=emulation.api), base_url="http://testserver"
    ) as client:
        cluvio = Cluvio(emulation, "default", client)
        id = await made(cluvio, **EVERY_TIME, run_schedule="every", run_every=60)
        if held:
            session.jobs.set_progression("sql_alert", "manual")
        session.clock.advance(3600)
        session.timetable.settle(0.5)
        assert (len(mails(cluvio)) == 0) == held
    emulation.close()
    emulation = emulation_of_cluvio(**state)
    session = emulation.sessions.default
    try:
        session.jobs.set_progression("sql_alert", "immediate")
        for job in session.jobs.list("cluvio_eu"):
            while session.jobs.get(job["id"])["status"] not in ("success", "failure"):  # type: ignore[index]
                session.jobs.advance(job["id"])
        session.clock.advance(2 * 3600)
        assert session.timetable.settle()
        assert len(session.deliveries.list()) == 3
        assert len(session.store.list("cluvio_eu", f"sql_alert_results/{id}")) == 3
    finally:
        emulation.close()
