"""Kill the emulator while Cluvio's queries, exports, alerts and schedules run and its clock fires, and hold what is
there against what was acknowledged.

    python -m tests.endurance.cluvio_kills --times 50

In each round clients change user groups, run queries, export reports, make and run alerts that mail after every run,
and make and send dashboard schedules, while the clock is moved by an hour in which other alerts are due every ten
minutes and other schedules once. After a random moment the process gets `kill -9` and is started again on the same
folder. Then no acknowledged write may be missing, each execution and export must have ended in a state that says how,
and each run of an alert and each sending of a schedule must have been mailed once.
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
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2

from tests.endurance.served import Served

BEGIN = datetime(2025, 3, 12, 5, tzinfo=UTC)
PER_HOUR = {"Clocked alert": 6, "Clocked schedule": 1}  # how often what is called so is due in an hour
CLOCKED = 3  # of each kind
PATIENCE = 120.0
_DATASOURCE = {"datasource": {"data": {"id": "smpl-data-0001", "type": "datasources"}}}
_REPORT = "flts-mnth-0001"
_ENDED = {"success", "query_error", "timed_out", "internal_error", "internal_timeout", "cancelled"}
_QUERIES = (
    "SELECT count(*) FROM flights",
    "SELECT a.carrier, count(*) FROM flights a JOIN flights b USING (tailnum, month, day) GROUP BY 1",
    "SELECT * FROM flights_of_tomorrow",
)


@dataclass
class Told:
    """What clients were told in a round: names by group, executions, exports, and names of the alerts and schedules
    that were taken on.

    `asked` are names of alerts and schedules that were asked for, with or without an answer.
    """

    groups: dict[str, str] = field(default_factory=dict)
    executions: list[str] = field(default_factory=list)
    exports: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    ran: set[str] = field(default_factory=set)


@dataclass
class Tally:
    """What came of all rounds."""

    kills: int = 0
    groups: int = 0
    executions: Counter[str] = field(default_factory=Counter)
    exports: Counter[str] = field(default_factory=Counter)
    mails: int = 0
    problems: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        counts = {"kills": self.kills, "groups": self.groups, "mails": self.mails}
        ends = {"executions": dict(self.executions), "exports": dict(self.exports)}
        return {**counts, **ends, "problems": len(self.problems), "first_problems": self.problems[:10]}


def client_of(served: Served) -> httpx2.Client:
    """A client of the EU location with the manage key."""
    cluvio = served.ready["cluvio"]
    return httpx2.Client(base_url=cluvio["eu"]["api"], headers={"Authorization": f"Api {cluvio['key']}"}, timeout=60.0)


def document(relationships: dict[str, Any] | None = None, **attributes: Any) -> dict[str, Any]:
    return {"data": {"attributes": attributes, **({"relationships": relationships} if relationships else {})}}


def alert(name: str, **attributes: Any) -> dict[str, Any]:
    """An alert that mails after every run."""
    said = {"name": name, "sql_query": "SELECT 1", "trigger_condition": "has_results", "email_condition": "all"}
    return document(_DATASOURCE, **{**said, "run_schedule": "disabled", "emails": "ops@example.com", **attributes})


def schedule(name: str, **attributes: Any) -> dict[str, Any]:
    """A dashboard schedule that sends a report as CSV."""
    said = {"name": name, "subject_text": name, "emails": "ops@example.com", "attach_as": "csv", "schedule": "disabled"}
    return document({"report": {"data": {"id": _REPORT, "type": "reports"}}}, **{**said, **attributes})


def done(reply: httpx2.Response) -> Any:
    """The body of a successful reply."""
    if reply.status_code >= 400:
        raise SystemExit(f"{reply.request.method} {reply.request.url} was answered {reply.status_code}: {reply.text}")
    return reply.json() if reply.content else None


def change_groups(client: httpx2.Client, told: Told, name: str, chance: random.Random) -> None:
    """Make a group, or give one another name."""
    if told.groups and chance.random() < 0.5:
        id = chance.choice([*told.groups])
        told.groups[id] = f"{told.groups[id]}|{name}"  # until the answer is here, either name is right
        done(client.patch(f"/user_groups/{id}", json=document(name=name)))
    else:
        id = done(client.post("/user_groups", json=document(name=name)))["data"]["id"]
    told.groups[id] = name


def run_queries(client: httpx2.Client, told: Told, name: str, chance: random.Random) -> None:
    """Run a query: a quick one, a slow one, or one that fails."""
    path = "/datasources/smpl-data-0001/executions"
    reply = done(client.post(path, json={"sql_query": chance.choice(_QUERIES)}))
    told.executions.append(reply["data"]["id"])


def run_alerts(client: httpx2.Client, told: Told, name: str, chance: random.Random) -> None:
    """Make an alert of its own name and run it once."""
    id = done(client.post("/sql_alerts", json=alert(name)))["data"]["id"]
    told.asked.add(name)
    told.executions.append(done(client.post(f"/sql_alerts/{id}/run"))["execution_id"])
    told.ran.add(name)


def send_schedules(client: httpx2.Client, told: Told, name: str, chance: random.Random) -> None:
    """Make a schedule of its own name and send it once."""
    id = done(client.post("/dashboard_schedules", json=schedule(name)))["data"]["id"]
    told.asked.add(name)
    done(client.post(f"/dashboard_schedules/{id}/trigger"))
    told.ran.add(name)


def export_reports(client: httpx2.Client, told: Told, name: str, chance: random.Random) -> None:
    """Export a report as a picture, for a time range that nobody has asked for before: equal ones share a job."""
    inputs = {"timerange": f"{1356998400 + chance.randrange(10**7)}~"}
    reply = done(client.post(f"/reports/{_REPORT}/export/png", json={"parameters": inputs}))
    told.exports.append(reply["job_id"])


Work = Callable[[httpx2.Client, Told, str, random.Random], None]
WORKERS: tuple[Work, ...] = (change_groups, run_queries, export_reports, run_alerts, send_schedules)


def work_until_killed(
    served: Served, work: Work, told: Told, name: str, chance: random.Random, ready: threading.Barrier
) -> None:
    """Do one kind of work until the connection breaks."""
    with client_of(served) as client:
        done(client.get("/user_groups"))
        ready.wait(60.0)
        for number in range(1_000_000):
            try:
                work(client, told, f"{name}/{number}", chance)
            except httpx2.TransportError:
                return


def set_clock(served: Served, moment: datetime) -> None:
    served.control("PUT", "/clock", json={"mode": "frozen", "time": moment.isoformat()})


def one_round(served: Served, number: int, chance: random.Random, tally: Tally) -> list[Told]:
    """Work, move the clock, kill, start again, move the clock for good, and wait until all is done."""
    told = [Told() for _ in WORKERS]
    ready = threading.Barrier(len(WORKERS) + 1)
    threads = [
        threading.Thread(
            target=work_until_killed,
            args=(served, work, mine, f"Round {number}/{index}", random.Random(chance.random()), ready),
        )
        for index, (work, mine) in enumerate(zip(WORKERS, told, strict=True))
    ]
    for thread in threads:
        thread.start()
    ready.wait(60.0)
    moment = BEGIN + timedelta(hours=number + 1)
    killer = threading.Timer(chance.uniform(0.05, 1.5), served.kill)
    time.sleep(chance.uniform(0.0, 0.2))
    killer.start()
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


def compare(served: Served, told: list[Told], tally: Tally, hours: int) -> None:
    """Hold what is there against what was acknowledged."""
    with client_of(served) as client:
        there = {one["id"]: one["attributes"]["name"] for one in done(client.get("/user_groups"))["data"]}
        for mine in told:
            tally.groups += len(mine.groups)
            for id, name in mine.groups.items():
                if there.get(id) not in name.split("|"):
                    tally.problems.append(f"group {id} is called {there.get(id)!r}, not {name!r}")
            for id in mine.executions:
                compare_execution(client, id, tally)
            for id in mine.exports:
                compare_export(client, id, tally)
        for one in done(client.get("/sql_alerts"))["data"]:
            if one["attributes"]["name"].startswith("Clocked"):
                count = done(client.get(f"/sql_alerts/{one['id']}/results"))["count"]
                if count != hours * PER_HOUR["Clocked alert"]:
                    tally.problems.append(f"{one['attributes']['name']} has {count} results after {hours} hours")
    compare_mails(served, told, tally, hours)


def awaited(client: httpx2.Client, path: str, status_of: Callable[[Any], str], ended: Collection[str]) -> str:
    """The status of something when it has ended, or what is to be said of it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        reply = client.get(path)
        if reply.status_code != 200:
            return f"{reply.status_code} {reply.text}"
        status = status_of(reply.json())
        if status in ended or time.monotonic() > deadline:
            return status
        time.sleep(0.1)


def compare_execution(client: httpx2.Client, id: str, tally: Tally) -> None:
    status = awaited(
        client, f"/executions/{id}", lambda reply: str(reply["data"]["attributes"]["execution_status"]), _ENDED
    )
    tally.executions[status] += 1
    if status not in _ENDED:
        tally.problems.append(f"execution {id} has not ended: {status}")
        return
    if (client.get(f"/executions/{id}/data").status_code == 200) != (status == "success"):
        tally.problems.append(f"execution {id} ended with {status}, which its data does not go with")


def compare_export(client: httpx2.Client, id: str, tally: Tally) -> None:
    status = awaited(client, f"/export_jobs/{id}", lambda reply: str(reply["job_status"]), {"success", "error"})
    tally.exports[status] += 1
    if status != "success":
        tally.problems.append(f"export {id} ended with {status}")
        return
    file = httpx2.get(done(client.get(f"/export_jobs/{id}"))["file_url"], timeout=60.0)
    if not file.content.startswith(b"\x89PNG"):
        tally.problems.append(f"export {id} has no picture: {file.status_code} {file.content[:40]!r}")


def compare_mails(served: Served, told: list[Told], tally: Tally, hours: int) -> None:
    records = served.control("GET", "/outbox", params={"limit": 10_000})["deliveries"]
    came = Counter(record["subject"].removeprefix("Alert triggered: ") for record in records)
    tally.mails = sum(came.values())
    for mine in told:
        for name in mine.asked:
            if came[name] > 1 or (name in mine.ran and came[name] != 1):
                tally.problems.append(f"{name} was mailed {came[name]} times")
    for kind, due in PER_HOUR.items():
        for name in (f"{kind} {number}" for number in range(CLOCKED)):
            if came[name] != hours * due:
                tally.problems.append(f"{name} was mailed {came[name]} times in {hours} hours")


def run(times: int, seed: int, state: Path) -> Tally:
    """So many rounds on one state folder."""
    chance, tally = random.Random(seed), Tally()
    with Served(state, "--no-rate-limits", "--clock", BEGIN.isoformat()) as served:
        set_clock(served, BEGIN)
        with client_of(served) as client:
            for number in range(CLOCKED):
                timing = {"run_schedule": "every", "run_every": 60 // PER_HOUR["Clocked alert"]}
                done(client.post("/sql_alerts", json=alert(f"Clocked alert {number}", **timing)))
                hourly = ",".join(f"{hour:02}:{10 * number + 20}" for hour in range(24))
                sent = schedule(f"Clocked schedule {number}", schedule=f"daily;{hourly}")
                done(client.post("/dashboard_schedules", json=sent))
        for number in range(times):
            told = one_round(served, number, chance, tally)
            compare(served, told, tally, number + 1)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bireme-kills-") as folder:
        tally = run(options.times, options.seed, Path(folder) / "state")
    sys.stdout.write(json.dumps(tally.as_dict(), indent=2) + "\n")
    return 1 if tally.problems else 0


if __name__ == "__main__":
    sys.exit(main())
