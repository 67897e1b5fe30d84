"""Kill the emulator while exports of Cluvio are drawn and schedules are mailed, and look at what the next start does.

    python -m tests.endurance.cluvio_exports --times 50

In each round clients start exports of all forms, cancel some, make schedules with all eight kinds of attachments and
trigger them, while others are due by the clock. After a random moment the process gets `kill -9` and is started again
on the same folder. Then each acknowledged export must have ended: with a file that can be fetched, or in an error that
says what happened; and each schedule must have been mailed once for each trigger and each time it was due.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2

from tests.endurance.cluvio_kills import client_of, document, done, set_clock
from tests.endurance.served import Served

BEGIN = datetime(2025, 3, 4, 5, tzinfo=UTC)
REPORT = "flts-mnth-0001"
KINDS = "excel,csv,png,dark_png,inline_png,dark_inline_png,pdf,dark_pdf"
FORMS = {"pdf": b"%PDF", "png": b"\x89PNG", "csv": b"period,flights"}
CLOCKED = "Clocked"
_OF_REPORT = {"report": {"data": {"id": REPORT, "type": "reports"}}}


@dataclass
class Told:
    """What clients know: exports with their form, those cancelled, and schedules that were asked for and triggered."""

    exports: dict[str, str] = field(default_factory=dict)
    cancelled: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    triggered: set[str] = field(default_factory=set)


@dataclass
class Tally:
    """What came of all rounds."""

    kills: int = 0
    exports: Counter[str] = field(default_factory=Counter)
    mails: int = 0
    problems: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        counts = {"kills": self.kills, "exports": dict(self.exports), "mails": self.mails}
        return {**counts, "problems": len(self.problems), "first_problems": self.problems[:10]}


def schedule(name: str, timing: str = "disabled") -> dict[str, Any]:
    said = {"name": name, "subject_text": name, "emails": "ops@example.com", "attach_as": KINDS, "schedule": timing}
    return document(_OF_REPORT, **said)


def export(client: httpx2.Client, told: Told, chance: random.Random) -> None:
    """Start an export that nobody has started before, and maybe cancel it."""
    form = chance.choice([*FORMS])
    body = {"parameters": {"timerange": f"{1357016400 + chance.randrange(10**7)}~"}}
    id = done(client.post(f"/reports/{REPORT}/export/{form}", json=body))["job_id"]
    told.exports[id] = form
    if chance.random() < 0.2:
        done(client.post(f"/export_jobs/{id}/cancel"))
        told.cancelled.add(id)


def send(client: httpx2.Client, told: Told, name: str) -> None:
    """Make a schedule of its own name and trigger it once."""
    id = done(client.post("/dashboard_schedules", json=schedule(name)))["data"]["id"]
    told.asked.add(name)
    done(client.post(f"/dashboard_schedules/{id}/trigger"))
    told.triggered.add(name)


def work_until_killed(served: Served, told: Told, name: str, chance: random.Random) -> None:
    """Start exports or send mails until the connection breaks; not faster than they can be made."""
    with client_of(served) as client:
        for number in range(12):
            try:
                if name.endswith("mail"):
                    send(client, told, f"{name}/{number}")
                else:
                    export(client, told, chance)
            except httpx2.TransportError:
                return


def one_round(served: Served, number: int, chance: random.Random, tally: Tally) -> Told:
    """Work, move the clock by an hour, kill, start again, and wait until all is done."""
    told = Told()
    threads = [
        threading.Thread(target=work_until_killed, args=(served, told, f"{number}/{kind}", random.Random(number)))
        for kind in ("export", "mail")
    ]
    for thread in threads:
        thread.start()
    killer = threading.Timer(chance.uniform(0.3, 4.0), served.kill)
    killer.start()
    time.sleep(chance.uniform(0.0, 0.3))
    moment = BEGIN + timedelta(hours=number + 1)
    with contextlib.suppress(httpx2.HTTPError):  # killed before it answered: the clock is moved again below
        set_clock(served, moment)
    killer.join()
    for thread in threads:
        thread.join()
    tally.kills += 1
    served.start()
    set_clock(served, moment)
    if not served.control("POST", "/settle", json={"timeout": 120})["settled"]:
        raise SystemExit("not all was done within two minutes after a restart")
    return told


def compare(served: Served, told: Told, tally: Tally, hours: int) -> None:
    """Hold what is there against what was acknowledged."""
    with client_of(served) as client:
        for id, form in told.exports.items():
            problem = _problem_of(client, id, form, id in told.cancelled, tally)
            if problem:
                tally.problems.append(f"export {id} ({form}): {problem}")
    records = served.control("GET", "/outbox", params={"limit": 10_000})["deliveries"]
    came = Counter(record["subject"] for record in records)
    tally.mails = sum(came.values())
    for name in told.asked:
        if came[name] > 1 or (name in told.triggered and came[name] != 1):
            tally.problems.append(f"{name} was mailed {came[name]} times")
    if came[CLOCKED] != hours:
        tally.problems.append(f"{CLOCKED} was mailed {came[CLOCKED]} times in {hours} hours")
    tally.problems += [f"mail {one['id']} has {len(one['attachments'])} files" for one in records
                       if len(one["attachments"]) != 8]  # fmt: skip


def _problem_of(client: httpx2.Client, id: str, form: str, cancelled: bool, tally: Tally) -> str | None:
    reply = client.get(f"/export_jobs/{id}")
    if reply.status_code != 200:
        return f"answered {reply.status_code}"
    job = reply.json()
    tally.exports[job["job_status"]] += 1
    if job["job_status"] == "success":
        fetched = httpx2.get(job["file_url"])
        good = fetched.status_code == 200 and fetched.content.startswith(FORMS[form])
        return None if good else f"its file is {fetched.status_code}, {fetched.content[:20]!r}"
    if job["job_status"] != "error":
        return f"has not ended: {job['job_status']}"
    return None if cancelled and "cancelled" in job["error_message"] else f"ended with {job['error_message']}"


def run(times: int, seed: int, state: Path) -> Tally:
    """So many rounds on one state folder."""
    chance, tally = random.Random(seed), Tally()
    with Served(state, "--no-rate-limits", "--clock", BEGIN.isoformat()) as served:
        set_clock(served, BEGIN)
        with client_of(served) as client:
            every_hour = ",".join(f"{hour:02}:30" for hour in range(24))
            done(client.post("/dashboard_schedules", json=schedule(CLOCKED, f"daily;{every_hour}")))
        for number in range(times):
            told = one_round(served, number, chance, tally)
            compare(served, told, tally, number + 1)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50, help="how often to kill (default: 50)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the moments (default: 1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bireme-exports-") as folder:
        tally = run(options.times, options.seed, Path(folder) / "state")
    sys.stdout.write(json.dumps(tally.as_dict(), indent=2) + "\n")
    return 1 if tally.problems else 0


if __name__ == "__main__":
    sys.exit(main())
