"""Timers of a session: each occurrence fires once, whatever the clock, the store or a kill does in between."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.kernel import timetable as timetable_module
from bireme_emulator.kernel.config import EmulatorConfig
from bireme_emulator.kernel.context import ApiPlugin, Handlers
from bireme_emulator.kernel.jobs import JobContext
from bireme_emulator.kernel.sessions import Session, Sessions
from bireme_emulator.kernel.timetable import Timer

START = datetime(2013, 6, 1, 12, tzinfo=UTC)


class Schedules:
    """An API whose records are schedules; its jobs note what ran."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.seeds: list[dict[str, Any]] = []
        self.lock = threading.Lock()
        self.ran: list[tuple[str, str]] = []
        self.any_ran = threading.Event()

    def timers(self, session: Session) -> Iterator[Timer]:
        for each in session.store.list("api", "schedule"):
            since = datetime.fromisoformat(each["since"])
            every = timedelta(minutes=each["every"]) if "every" in each else None
            yield Timer(f"schedule/{each['id']}", each["cron"], each.get("zone", "UTC"), since, every)

    def fire(self, session: Session, key: str, due: datetime) -> None:
        session.jobs.submit("api", "run", {"key": key, "due": due.isoformat()})
        if key in self.failing:
            raise RuntimeError("the plugin is broken")

    def run(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            self.ran.append((params["key"], params["due"]))
        self.any_ran.set()
        return {}

    def seed(self, session: Session) -> None:
        for each in self.seeds:
            session.store.put("api", "schedule", each["id"], each)

    def plugin(self) -> ApiPlugin:
        return ApiPlugin(
            name="api",
            bundle={},
            mount="/api",
            handlers=Handlers(),
            authenticate=lambda headers, session: (_ for _ in ()).throw(AssertionError),
            render_fault=lambda fault: {},
            seed=self.seed,
            job_kinds={"run": self.run},
            timers=self.timers,
            fire=self.fire,
        )


@pytest.fixture
def schedules() -> Schedules:
    return Schedules()


Open = Callable[..., Session]


@pytest.fixture
def open_session(schedules: Schedules) -> Iterator[Open]:
    made: list[Sessions] = []

    def make(**settings: Any) -> Session:
        made.append(Sessions(EmulatorConfig(**{"clock": START, **settings}), [schedules.plugin()]))
        return made[-1].default

    yield make
    for sessions in made:
        sessions.close()


@pytest.fixture
def session(open_session: Open) -> Session:
    return open_session()


def schedule(session: Session, id: int, cron: str | tuple[str, ...], **more: Any) -> None:
    session.store.put("api", "schedule", id, {"id": id, "cron": cron, "since": START.isoformat(), **more})


def settled(session: Session, schedules: Schedules) -> list[tuple[str, str]]:
    """What has run by now, since the last look, in the order of the jobs."""
    assert session.timetable.settle(10)
    jobs = [(job["params"]["key"], job["params"]["due"]) for job in session.jobs.list("api")]
    assert sorted(jobs) == sorted(schedules.ran)
    return jobs


def hours(jobs: list[tuple[str, str]]) -> list[str]:
    return [f"{key.partition('/')[2]}@{due[11:16]}" for key, due in jobs]


def test_a_timer_of_several_crontabs_fires_for_each_of_them(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, ("0 13 * * *", "30 12,13 * * *"))
    session.clock.advance(7200)
    assert hours(settled(session, schedules)) == ["1@12:30", "1@13:00", "1@13:30"]


def test_a_timer_at_intervals_counts_from_when_it_was_made(session: Session, schedules: Schedules) -> None:
    session.clock.advance(420)
    schedule(session, 1, (), every=25, since=session.clock.now().isoformat())
    session.clock.advance(3600)
    assert hours(settled(session, schedules)) == ["1@12:32", "1@12:57"]
    schedule(session, 1, (), every=25, since=session.clock.now().isoformat())
    session.clock.advance(1500)
    assert hours(settled(session, schedules))[2:] == ["1@13:32"]


def test_a_timer_fires_when_the_clock_reaches_it_and_not_before(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "30 12 * * *")
    session.clock.advance(1799)
    assert settled(session, schedules) == []
    session.clock.advance(1)
    assert settled(session, schedules) == [("schedule/1", "2013-06-01T12:30:00+00:00")]


def test_a_jump_fires_all_between_in_order_of_time(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "0 */6 * * *")
    schedule(session, 2, "30 17 * * *")
    session.clock.advance(86_400)
    assert hours(settled(session, schedules)) == ["2@17:30", "1@18:00", "1@00:00", "1@06:00", "1@12:00"]


def test_an_occurrence_at_the_very_moment_of_since_is_past(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "0 * * * *")
    assert settled(session, schedules) == []
    session.clock.set(START + timedelta(hours=1))
    assert hours(settled(session, schedules)) == ["1@13:00"]


def test_going_back_in_time_fires_nothing_again(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "0 * * * *")
    session.clock.advance(7200)
    assert len(settled(session, schedules)) == 2
    session.clock.set(START)
    session.clock.advance(7200)
    assert len(settled(session, schedules)) == 2
    session.clock.advance(3600)
    assert hours(settled(session, schedules))[2:] == ["1@15:00"]


def test_a_clock_set_back_behind_the_beginning_is_followed_from_there(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "0 0 1 * *", since="2001-01-01T00:00:00+00:00")
    assert settled(session, schedules) == []
    session.clock.set(datetime(2009, 12, 31, tzinfo=UTC))
    session.clock.advance(86_400)
    assert settled(session, schedules) == [("schedule/1", "2010-01-01T00:00:00+00:00")]


def test_timers_older_than_the_session_are_not_made_up_for(open_session: Open, schedules: Schedules) -> None:
    schedules.seeds = [{"id": 1, "cron": "0 * * * *", "since": "1999-01-01T00:00:00+00:00"}]
    session = open_session()
    assert settled(session, schedules) == []
    session.clock.advance(3600)
    assert hours(settled(session, schedules)) == ["1@13:00"]


def test_real_time_fires_by_itself(open_session: Open, schedules: Schedules) -> None:
    session = open_session(clock=None)
    session.clock.set(datetime(2013, 6, 1, 12, 59, 59, 950_000, tzinfo=UTC))
    schedule(session, 1, "0 13 * * *")
    assert schedules.any_ran.wait(10)


def test_freezing_and_resuming_lets_time_go_on(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "0 13 * * *")
    session.clock.set(START + timedelta(minutes=59, seconds=59.95))
    assert settled(session, schedules) == []
    session.clock.resume()
    assert schedules.any_ran.wait(10)


@pytest.mark.parametrize("change", ["deleted", "moved"])
def test_a_timer_that_is_gone_or_changed_no_longer_fires_as_it_was(
    session: Session, schedules: Schedules, change: str
) -> None:
    schedule(session, 1, "0 13 * * *")
    assert settled(session, schedules) == []
    if change == "deleted":
        session.store.delete("api", "schedule", 1)
    else:
        schedule(session, 1, "0 15 * * *")
    session.clock.advance(4 * 3600)
    assert hours(settled(session, schedules)) == ([] if change == "deleted" else ["1@15:00"])


def test_a_session_without_timers_has_no_thread(session: Session, schedules: Schedules) -> None:
    def threads() -> int:
        return sum(thread.name == "bireme-timetable" for thread in threading.enumerate())

    assert session.timetable.settle(5)
    before = threads()
    schedule(session, 1, "0 13 * * *")
    assert session.timetable.settle(5)
    assert threads() == before + 1
    session.store.delete("api", "schedule", 1)
    assert session.timetable.settle(5)
    for thread in threading.enumerate():
        if thread.name == "bireme-timetable" and not session.timetable._thread:
            thread.join(0.2)
    assert session.timetable._thread is None


def test_a_plugin_that_fails_loses_its_own_occurrence_only(
    session: Session, schedules: Schedules, caplog: pytest.LogCaptureFixture
) -> None:
    schedules.failing = {"schedule/1"}
    schedule(session, 1, "0 13 * * *")
    schedule(session, 2, "30 13 * * *")
    session.clock.advance(7200)
    assert hours(settled(session, schedules)) == ["2@13:30"]
    assert "schedule/1 of api could not be fired for 2013-06-01T13:00" in caplog.text
    session.clock.advance(7200)
    assert len(settled(session, schedules)) == 1


def test_a_crontab_that_is_none_is_logged_and_stops_nothing_else(
    session: Session, schedules: Schedules, caplog: pytest.LogCaptureFixture
) -> None:
    schedule(session, 1, "whenever")
    schedule(session, 2, "30 13 * * *")
    session.clock.advance(7200)
    assert hours(settled(session, schedules)) == ["2@13:30"]
    assert "timer schedule/1 of api never fires: crontab='whenever'" in caplog.text


def test_far_behind_it_is_let_off_the_rest(
    session: Session, schedules: Schedules, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timetable_module, "MOST_BEHIND", 100)
    schedule(session, 1, "* * * * *")
    schedule(session, 2, "0 0 * * *")
    with caplog.at_level(logging.WARNING):
        session.clock.advance(3 * 86_400)
        ran = settled(session, schedules)
    assert sum(key == "schedule/1" for key, _ in ran) == 100
    assert sum(key == "schedule/2" for key, _ in ran) == 3
    assert "those from 2013-06-01T13:41:00+00:00 to 2013-06-04T12:00:00+00:00 are left out" in caplog.text
    session.clock.advance(60)
    assert hours(settled(session, schedules))[-1] == "1@12:01"


def test_resetting_a_session_begins_anew(schedules: Schedules) -> None:
    schedules.seeds = [{"id": 1, "cron": "0 * * * *", "since": START.isoformat()}]
    sessions = Sessions(EmulatorConfig(clock=START), [schedules.plugin()])
    try:
        session = sessions.default
        session.clock.advance(3600)
        assert hours(settled(session, schedules)) == ["1@13:00"]
        session.clock.advance(86_400)
        sessions.reset(session)
        schedules.ran.clear()
        assert session.timetable.settle(5)
        assert session.jobs.list("api") == ()
        session.clock.advance(3600)
        assert hours(settled(session, schedules)) == ["1@13:00"]
    finally:
        sessions.close()


def test_a_restored_snapshot_goes_on_from_its_own_marks(session: Session, schedules: Schedules) -> None:
    schedule(session, 1, "0 * * * *")
    session.clock.advance(3600)
    assert len(settled(session, schedules)) == 1
    session.take_snapshot("one")
    session.clock.advance(3600)
    assert len(settled(session, schedules)) == 2
    session.restore(session.snapshots["one"])
    assert session.timetable.settle(5)
    assert hours([(job["params"]["key"], job["params"]["due"]) for job in session.jobs.list("api")]) == [
        "1@13:00",
        "1@14:00",
    ]


def test_settling_gives_up_on_a_job_that_does_not_end(session: Session, schedules: Schedules) -> None:
    session.jobs.set_progression("run", "manual")
    schedule(session, 1, "0 * * * *")
    session.clock.advance(3600)
    assert not session.timetable.settle(0.1)
    session.jobs.set_progression("run", "immediate")
    for job in session.jobs.list("api"):
        session.jobs.cancel(job["id"])
    assert session.timetable.settle(5)


def test_a_hundred_timers_over_a_day_fire_each_of_their_occurrences_once(
    session: Session, schedules: Schedules
) -> None:
    with session.store.transaction():
        for id in range(1, 101):
            schedule(session, id, f"{id % 60} */{1 + id % 6} * * *")
    for _ in range(24):
        session.clock.advance(3600)
    ran = settled(session, schedules)
    assert len(ran) == len(set(ran))
    assert {key for key, _ in ran} == {f"schedule/{id}" for id in range(1, 101)}
    assert sum(key == "schedule/6" for key, _ in ran) == 24


VICTIM = """
import sys, threading
from datetime import UTC, datetime
sys.path.insert(0, sys.argv[2])
from test_timetable_victim import Schedules, START, EmulatorConfig, Sessions, schedule
schedules = Schedules()
session = Sessions(EmulatorConfig(clock=START, state=sys.argv[1]), [schedules.plugin()]).default
if not session.store.list("api", "schedule"):
    for id in range(1, 21):
        schedule(session, id, f"{id} * * * *")
print("ready", flush=True)
session.clock.set(datetime(2013, 6, 2, 12, tzinfo=UTC))
assert session.timetable.settle(60)
print("settled", flush=True)
print(len(session.jobs.list("api")), len({str(job["params"]) for job in session.jobs.list("api")}), flush=True)
"""


def test_killed_at_any_moment_nothing_is_lost_or_fired_twice(tmp_path: Path) -> None:
    (tmp_path / "test_timetable_victim.py").write_text(Path(__file__).read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-c", VICTIM, str(tmp_path / "state"), str(tmp_path)]
    for patience in (0.05, 0.2, 0.4):
        victim = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            victim.wait(patience)
        victim.send_signal(signal.SIGKILL)
        victim.communicate()
    last = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert last.stdout.split() == ["ready", "settled", "480", "480"], last.stderr
