"""A virtual day with many schedules and alerts, each of which must be delivered exactly once.

    python -m tests.endurance.day                 # how long it takes
    python -m tests.endurance.day --kills 20      # the same with kill -9 at random moments

The clock stands still unless told to move. With `--kills` it is moved by the hour, and while that is worked on the
process is killed and started again on the same folder, where it must find its clock again, too.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import psutil

from tests.endurance.served import Served

BEGIN = datetime(2025, 3, 9, 5, tzinfo=UTC)  # midnight in New York, on the day on which its clocks skip an hour
HOURS = 23
END = BEGIN + timedelta(hours=HOURS)


def order(served: Served, schedules: int, alerts: int) -> set[str]:
    """Create them, spread over the day; gives the subjects of the mails that must come, one for each."""
    subjects = set()
    with httpx2.Client(base_url=served.url, headers=served.headers, timeout=60.0) as client:
        for number in range(schedules):
            subject = f"Schedule {number} of {{{{$today}}}}"
            dest = {"type": "EmailDest", "title": subject, "recipients": ["ops@example.com"]}
            dest["options"] = {"attachment_formats": ["csv"]}
            body = {"source_type": "QueryReport", "source_id": 12345, "schedule": _at(number), "dest": dest}
            _created(client.post("/data_schedules", json={"data_schedule": body}))
            subjects.add(subject.partition("{")[0])
        for number in range(alerts):
            subject = f"Alert {number} of {{{{$today}}}}"
            dest = {"type": "EmailDest", "title": subject, "recipients": ["ops@example.com"]}
            condition = {"operator": "greater_than", "values": [1]}
            held = {"field_path": {"field_name": "flights", "model_id": 101}, "condition": condition}
            body = {"title": subject, "source_type": "DashboardWidget", "source_id": 4175, "schedule": _at(number + 7)}
            body |= {"dest": dest, "viz_conditions": [held], "dynamic_filter_presets": []}
            _created(client.post("/data_alerts", json={"data_alert": body}))
            subjects.add(subject.partition("{")[0])
    return subjects


def _at(number: int) -> dict[str, Any]:
    """A time of day: never in the hour that the change of clocks skips or repeats."""
    minute = number * 13 % 1200
    return {"repeat": f"{minute % 60} {minute // 60 + 3} * * *", "paused": False}


def _created(reply: httpx2.Response) -> None:
    if reply.status_code != 201:
        raise SystemExit(f"not created: {reply.status_code} {reply.text}")


def set_clock(served: Served, moment: datetime) -> None:
    served.control("PUT", "/clock", json={"mode": "frozen", "time": moment.isoformat()})


def delivered(served: Served) -> Counter[str]:
    """How often each subject was delivered, without its date."""
    records = served.control("GET", "/outbox", params={"limit": 10_000})["deliveries"]
    return Counter(record["subject"].rpartition(" of ")[0] + " of " for record in records)


def quiet_day(served: Served) -> tuple[float, float]:
    """Move the clock over the day; gives the real seconds until all is delivered, and those the processors worked."""
    process = psutil.Process(served.pid)
    began, busy = time.perf_counter(), sum(process.cpu_times()[:2])
    served.control("POST", "/clock/advance", json={"seconds": HOURS * 3600})
    if not served.control("POST", "/settle", json={"timeout": 60})["settled"]:
        raise SystemExit("not all was delivered within a minute")
    return time.perf_counter() - began, sum(process.cpu_times()[:2]) - busy


def broken_day(served: Served, kills: int, chance: random.Random) -> int:
    """Move the clock over the day hour by hour, killing on the way; gives how many kills came while there was work."""
    at = Counter(chance.choices(range(HOURS), k=kills))
    amid = 0
    for hour in range(HOURS):
        moment = BEGIN + timedelta(hours=hour + 1)
        for _ in range(at[hour]):
            killer = threading.Timer(chance.uniform(0.0, 0.25), served.kill)
            killer.start()
            try:
                set_clock(served, moment)
                served.control("POST", "/settle", json={"timeout": 60})
            except httpx2.HTTPError:
                amid += 1
            killer.join()
            served.start()
            found = datetime.fromisoformat(served.control("GET", "/clock")["time"])
            if found not in (moment, moment - timedelta(hours=1)):
                raise SystemExit(f"the clock stands at {found} after a restart, neither at {moment} nor an hour before")
        set_clock(served, moment)
    if not served.control("POST", "/settle", json={"timeout": 60})["settled"]:
        raise SystemExit("not all was done within a minute after the last restart")
    return amid


def run(schedules: int, alerts: int, kills: int, seed: int, state: Path) -> dict[str, Any]:
    """One day; gives counts of what was lost and what came twice."""
    flags = ("--no-rate-limits", "--clock", BEGIN.isoformat())
    with Served(state, *flags) as served:
        wanted = order(served, schedules, alerts)
        seconds = busy = amid = None
        if kills:
            amid = broken_day(served, kills, random.Random(seed))
        else:
            seconds, busy = (round(value, 2) for value in quiet_day(served))
        came = delivered(served)
    return {
        "schedules": schedules,
        "alerts": alerts,
        "kills": kills,
        "kills_amid_work": amid,
        "seconds": seconds,
        "processor_seconds": busy,
        "delivered": sum(came[subject] for subject in wanted),
        "lost": sorted(wanted - set(came)),
        "twice": sorted(subject for subject in wanted if came[subject] > 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schedules", type=int, default=100)
    parser.add_argument("--alerts", type=int, default=100)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--memory", action="store_true", help="keep the state in memory instead of on disk")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bireme-day-") as folder:
        state = Path(":memory:") if options.memory else Path(folder) / "state"
        result = run(options.schedules, options.alerts, options.kills, options.seed, state)
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 1 if result["lost"] or result["twice"] else 0


if __name__ == "__main__":
    sys.exit(main())
