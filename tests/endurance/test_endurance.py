"""Small versions of the endurance programs: under kills, too, nothing acknowledged is lost and nothing comes twice."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.endurance import cluvio_kills, day, kill_writes, load
from tests.endurance.served import Served

pytestmark = [pytest.mark.slow, pytest.mark.socket]


def test_every_acknowledged_write_is_there_after_kills(tmp_path: Path) -> None:
    tally = kill_writes.run(3, seed=7, state=tmp_path / "state")
    assert tally.as_dict() | {"acknowledged_writes": 0} == {
        "kills": 3,
        "acknowledged_writes": 0,
        "lost": 0,
        "strange": 0,
        "problems": [],
    }
    assert tally.acknowledged >= 10  # otherwise the kills came before anything was written


def test_a_day_of_schedules_and_alerts_comes_once_each_under_kills(tmp_path: Path) -> None:
    result = day.run(10, 10, kills=3, seed=7, state=tmp_path / "state")
    assert (result["lost"], result["twice"], result["delivered"]) == ([], [], 20)


def test_what_cluvio_was_asked_for_is_done_once_under_kills(tmp_path: Path) -> None:
    tally = cluvio_kills.run(3, seed=7, state=tmp_path / "state")
    assert tally.problems == []
    assert tally.kills == 3
    assert tally.mails >= 3 * cluvio_kills.CLOCKED * sum(cluvio_kills.PER_HOUR.values())


def test_many_clients_at_once_lose_nothing_and_see_no_fault(tmp_path: Path) -> None:
    result = load.run(20, 3.0, str(tmp_path / "state"))
    assert result["first_problems"] == []
    assert {int(status) for status in result["statuses"]} <= {200, 201, 302}
    assert all(result["done"][kind] for kind in ("read", "write", "export"))


def test_what_a_stop_interrupts_is_done_after_the_next_start(tmp_path: Path) -> None:
    served = Served(tmp_path / "state", "--no-rate-limits", "--clock", day.BEGIN.isoformat())
    with served:
        wanted = day.order(served, 15, 15)
        served.control("POST", "/clock/advance", json={"seconds": day.HOURS * 3600})  # all due at once
        served.signal(signal.SIGTERM)
        before = served.wait()
    assert before == 0
    with served:
        assert served.control("POST", "/settle", json={"timeout": 30})["settled"]
        assert served.control("GET", "/clock")["time"] == day.END.isoformat()
        came = day.delivered(served)
        jobs = [job for job in served.control("GET", "/jobs")["jobs"] if job["api"] == "holistics"]
    assert {subject: came[subject] for subject in wanted} == dict.fromkeys(wanted, 1)
    assert [job["status"] for job in jobs] == ["success"] * 30
