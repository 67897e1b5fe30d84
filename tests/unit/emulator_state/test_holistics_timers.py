"""Schedules and alerts by the clock: which timers there are, when they count from, and what firing one does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bireme_emulator.holistics.timers import fire, timers
from bireme_emulator.holistics.titles import expanded, timezone_of

START = datetime(2013, 7, 1, 12, tzinfo=UTC)


def schedule(repeat: str = "0 7 * * *", *, paused: bool = False, **changes: Any) -> dict[str, Any]:
    body = {
        "source_type": "QueryReport",
        "source_id": 12345,
        "schedule": {"repeat": repeat, "paused": paused},
        "dest": {"type": "EmailDest", "title": "{{$today}}", "recipients": ["a@example.com"]},
    }
    return {"data_schedule": {**body, **changes}}


def alert(repeat: str = "30 7 * * *", *, paused: bool = False, **changes: Any) -> dict[str, Any]:
    body = {
        "source_type": "DashboardWidget",
        "source_id": 4175,
        "schedule": {"repeat": repeat, "paused": paused},
        "dynamic_filter_presets": [],
        "dest": {"type": "EmailDest", "title": "Alert {{$today}}", "recipients": ["a@example.com"]},
    }
    return {"data_alert": {**body, **changes}}


async def create(api: Any, path: str, body: dict[str, Any], key: str | None = None) -> int:
    reply = await api.call("POST", path, key, json=body)
    assert reply.status_code == 201, reply.text
    id: int = next(iter(reply.json().values()))["id"]
    return id


def session_of(api: Any) -> Any:
    return api.emulation.sessions.get(api.session)


def subjects(api: Any) -> list[str]:
    """What has been sent once all that is due has run; jobs of one moment run side by side, in any order."""
    session = session_of(api)
    assert session.timetable.settle()
    return sorted(record["subject"] for record in session.deliveries.list())


def hours(api: Any, count: float) -> None:
    api.control.clock.advance(count * 3600)


async def test_there_is_a_timer_for_each_that_is_not_paused(api: Any) -> None:
    assert list(timers(session_of(api))) == [], "those of the demo are paused"
    hours(api, 1)
    schedule_id = await create(api, "/data_schedules", schedule("5 4 * * sun"))
    alert_id = await create(api, "/data_alerts", alert())
    await create(api, "/data_alerts", alert(paused=True))
    first, second = timers(session_of(api))
    assert (first.key, first.crontab) == (f"schedule/{schedule_id}", "5 4 * * sun")
    assert (second.key, second.timezone) == (f"alert/{alert_id}", "America/New_York")
    assert first.since == START + timedelta(hours=1)


async def test_a_schedule_runs_at_its_time_in_the_workspaces_zone_once(api: Any) -> None:
    await create(api, "/data_schedules", schedule())
    hours(api, 22.9)  # 06:54 in New York
    assert subjects(api) == []
    hours(api, 0.2)
    assert subjects(api) == ["2013-07-02 Tue"]
    hours(api, 1)
    assert subjects(api) == ["2013-07-02 Tue"]
    hours(api, 48)
    assert subjects(api) == ["2013-07-02 Tue", "2013-07-03 Wed", "2013-07-04 Thu"], "each tells of its own day"


async def test_an_alert_fires_once_for_each_occurrence_while_its_conditions_hold(api: Any) -> None:
    condition = {
        "field_path": {"field_name": "flight_date", "model_id": 101},
        "condition": {"operator": "matches", "values": ["last month"]},
    }
    body = alert("0 7 1 * *", viz_conditions=[condition])
    await create(api, "/data_alerts", body)
    hours(api, 24 * 100)
    assert subjects(api) == ["Alert 2013-08-01 Thu", "Alert 2013-09-01 Sun", "Alert 2013-10-01 Tue"]
    texts = {record["subject"]: record["text"] for record in session_of(api).deliveries.list()}
    assert "2013-07-01 | 29,425" in texts["Alert 2013-08-01 Thu"], "last month as seen from its own day"
    assert "2013-08-01 | 29,327" in texts["Alert 2013-09-01 Sun"]


async def test_a_change_counts_from_its_own_time_and_makes_up_for_nothing(api: Any) -> None:
    id = await create(api, "/data_schedules", schedule())
    hours(api, 24)
    assert subjects(api) == ["2013-07-02 Tue"]
    reply = await api.call("PUT", f"/data_schedules/{id}", json=schedule("0 6 * * *"))
    assert reply.status_code == 200
    assert subjects(api) == ["2013-07-02 Tue"], "six o'clock of today is past"
    hours(api, 24)
    assert subjects(api) == ["2013-07-02 Tue", "2013-07-03 Wed"]


async def test_a_pause_is_not_made_up_for(api: Any) -> None:
    id = await create(api, "/data_schedules", schedule())
    await api.call("PUT", f"/data_schedules/{id}", json=schedule(paused=True))
    hours(api, 48)
    await api.call("PUT", f"/data_schedules/{id}", json=schedule())
    assert subjects(api) == []
    hours(api, 24)
    assert subjects(api) == ["2013-07-04 Thu"]


async def test_what_is_deleted_does_not_run(api: Any) -> None:
    id = await create(api, "/data_schedules", schedule())
    await api.call("DELETE", f"/data_schedules/{id}")
    hours(api, 48)
    assert subjects(api) == []
    fire(session_of(api), f"schedule/{id}", START)
    assert session_of(api).jobs.list("holistics") == ()


async def test_an_occurrence_is_a_job_of_the_owners_that_dates_itself_by_its_time(api: Any) -> None:
    id = await create(api, "/data_schedules", schedule(), "holistics-demo-analyst-key-0001")
    due = START + timedelta(days=10)
    fire(session_of(api), f"schedule/{id}", due)
    (job,) = session_of(api).jobs.list()
    session_of(api).jobs.wait(job["id"])
    assert (job["user_id"], job["params"]) == (2, {"schedule_id": id, "due": due.isoformat()})
    assert session_of(api).deliveries.list()[0]["subject"] == "2013-07-11 Thu"


async def test_a_job_that_runs_again_sends_nothing_twice(api: Any) -> None:
    from bireme_emulator.holistics.schedule_job import run_schedule
    from bireme_emulator.kernel.jobbook import JobContext, Live

    id = await create(api, "/data_schedules", schedule())
    fire(session_of(api), f"schedule/{id}", START)
    session = session_of(api)
    (job,) = session.jobs.list()
    session.jobs.wait(job["id"])
    context = JobContext(session, job, Live(job["id"], 0), lambda *_: None)
    assert run_schedule(context, job["params"]) == {"sent": 1}
    assert len(session.deliveries.list()) == 1


async def test_a_workspace_whose_zone_is_gone_keeps_to_utc(api: Any) -> None:
    store = session_of(api).store
    source = store.get("holistics", "data_sources", 1)
    for zone in ("Mars/Olympus", None, "../etc"):
        store.put("holistics", "data_sources", 1, {**source, "settings": {**source["settings"], "timezone": zone}})
        assert timezone_of(session_of(api)) == "UTC"
    store.delete("holistics", "data_sources", 1)
    assert timezone_of(session_of(api)) == "UTC"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sales report for {{$today}}", "Sales report for 2021-09-29 Wed"),
        ("{{ $today }}, {{$today}}", "2021-09-29 Wed, 2021-09-29 Wed"),
        ("{{$yesterday}} {{today}} {$today}", "{{$yesterday}} {{today}} {$today}"),
        ("two\r\nBcc: lines", "two Bcc: lines"),
    ],
)
def test_titles_know_one_variable_and_keep_the_others(text: str, shown: str) -> None:
    assert expanded(text, datetime(2021, 9, 29, tzinfo=UTC).date()) == shown
