"""Many clients at once on one emulator, reading, writing, exporting and polling; prints what came of it.

    python -m tests.endurance.load --clients 200 --seconds 60

Wanted: no reply of 500 or above, no update lost, memory flat. Each client has a group of its own that it renames with a
counter, and all of them add and remove one user of their own in one shared group; at the end the emulator must hold
what each was told last.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import psutil

from tests.endurance.served import Served


@dataclass
class Seen:
    """What all clients saw together."""

    statuses: Counter[int] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


class Client:
    """One client: its group, what it was told last, and the things it does."""

    def __init__(self, http: httpx2.AsyncClient, number: int, seen: Seen) -> None:
        self.http, self.number, self.seen = http, number, seen
        self.chance = random.Random(number)
        self.group = self.shared = self.user = 0
        self.member = False
        self.name = f"Load {number}"
        self.count = 0

    async def call(self, method: str, path: str, **arguments: Any) -> httpx2.Response:
        reply = await self.http.request(method, path, **arguments)
        self.seen.statuses[reply.status_code] += 1
        if reply.status_code >= 500:
            self.seen.problems.append(f"{method} {path}: {reply.status_code} {reply.text[:200]}")
        return reply

    async def begin(self, shared: int, user: int) -> None:
        self.shared, self.user = shared, user
        self.group = (await self.call("POST", "/groups", json={"group": {"name": self.name}})).json()["group"]["id"]

    async def read(self) -> None:
        path = self.chance.choice(
            ("/users/me", "/dashboards", "/dashboards/16076", "/users?limit=50", "/groups?limit=50")
        )
        await self.call("GET", path)

    async def write(self) -> None:
        self.count += 1
        wanted = f"Load {self.number} v{self.count}"
        reply = await self.call("PUT", f"/groups/{self.group}", json={"group": {"name": wanted}})
        if reply.status_code == 200:
            self.name = wanted
        read_back = (await self.call("GET", f"/groups/{self.group}")).json()
        if read_back["group"]["name"] != self.name:
            self.seen.problems.append(f"group {self.group}: told {self.name!r}, read {read_back['group']['name']!r}")
        change = "remove_user" if self.member else "add_user"
        reply = await self.call("POST", f"/groups/{self.shared}/{change}/{self.user}")
        if reply.status_code == 200:
            self.member = not self.member
        else:
            self.seen.problems.append(f"{change} of user {self.user}: {reply.status_code} {reply.text[:100]}")

    async def export(self) -> None:
        condition = {"operator": "is", "values": [self.chance.choice(("UA", "B6", "AA", "DL"))]}
        body = {"output": "csv", "dashboard_filter_conditions": [{"dynamic_filter_id": 2336, "condition": condition}]}
        job = (await self.call("POST", "/dashboard_widgets/4175/submit_export", json=body)).json()["job"]
        id = job["existing_job_id"] or job["id"]
        for _ in range(600):
            status = (await self.call("GET", f"/jobs/{id}")).json()["job"]["status"]
            if status not in ("created", "queued", "running"):
                break
            await asyncio.sleep(0.1)
        if status != "success":
            self.seen.problems.append(f"job {id} ended as {status}")
            return
        link = (await self.call("GET", f"/exports/download?job_id={id}")).headers["location"]
        async with httpx2.AsyncClient(timeout=60.0) as plain:
            file = await plain.get(link)
        if file.status_code != 200 or not file.text.startswith("Month,"):
            self.seen.problems.append(f"the file of job {id}: {file.status_code} {file.text[:100]}")

    async def work(self, until: float) -> None:
        while time.monotonic() < until:
            kind = self.chance.choices(("read", "write", "export"), (70, 20, 10))[0]
            try:
                await getattr(self, kind)()
                self.seen.done[kind] += 1
            except (httpx2.TransportError, KeyError) as error:
                self.seen.problems.append(f"{kind}: {type(error).__name__}: {error}")
            await asyncio.sleep(self.chance.uniform(0.0, 0.2))


async def watch(pid: int, seen: Seen, until: float) -> None:
    """The memory of the emulator and of what it started, in MiB, twice a second."""
    process = psutil.Process(pid)
    while time.monotonic() < until:
        all_of_it = [process, *process.children(recursive=True)]
        seen.memory.append(sum(each.memory_info().rss for each in all_of_it) / 2**20)
        await asyncio.sleep(0.5)


async def people(http: httpx2.AsyncClient, count: int) -> tuple[int, list[int]]:
    """A group for all, and so many users of whom nobody is in it yet."""
    shared = (await http.post("/groups", json={"group": {"name": "Everybody"}})).json()["group"]["id"]
    emails = [f"load-{number}@example.com" for number in range(count)]
    invited = await http.post("/users/invite", json={"emails": emails, "role": "user", "message": "Welcome"})
    if invited.status_code != 200:
        raise SystemExit(f"nobody was invited: {invited.status_code} {invited.text[:300]}")
    found: dict[str, int] = {}
    after = None
    while True:
        page = (await http.get("/users", params={"limit": 100, **({"after": after} if after else {})})).json()
        found |= {user["email"]: user["id"] for user in page["users"]}
        after = page["cursors"]["next"]
        if after is None:
            return shared, [found[email] for email in emails]


async def drive(served: Served, clients: int, seconds: float, seen: Seen) -> None:
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx2.AsyncClient(base_url=served.url, headers=served.headers, timeout=60.0, limits=limits) as http:
        workers = [Client(http, number, seen) for number in range(clients)]
        shared, users = await people(http, clients)
        for worker, user in zip(workers, users, strict=True):
            await worker.begin(shared, user)
        until = time.monotonic() + seconds
        await asyncio.gather(watch(served.pid, seen, until), *(worker.work(until) for worker in workers))
        for worker in workers:
            found = (await worker.call("GET", f"/groups/{worker.group}")).json()["group"]["name"]
            if found != worker.name:
                seen.problems.append(f"lost update: group {worker.group} is {found!r}, not {worker.name!r}")
        members = {*(await workers[0].call("GET", f"/groups/{shared}")).json()["group"]["user_ids"]}
        wanted = {worker.user for worker in workers if worker.member}
        if members != wanted:
            seen.problems.append(f"lost update: in the shared group, {sorted(members ^ wanted)} are wrong")


def run(clients: int, seconds: float, state: str) -> dict[str, Any]:
    """Drive an emulator of its own; gives counts, problems and the growth of memory over the second half."""
    seen = Seen()
    with Served(Path(state), "--no-rate-limits") as served:
        asyncio.run(drive(served, clients, seconds, seen))
    half = len(seen.memory) // 2
    third, last = seen.memory[half : half + half // 2], seen.memory[-(half // 2) :]
    return {
        "clients": clients,
        "seconds": seconds,
        "replies": sum(seen.statuses.values()),
        "statuses": {str(status): count for status, count in sorted(seen.statuses.items())},
        "done": dict(seen.done),
        "problems": len(seen.problems),
        "first_problems": seen.problems[:10],
        "memory_mib": {"third_quarter": round(_mean(third), 1), "last_quarter": round(_mean(last), 1)},
    }


def _mean(values: list[float]) -> float:
    return sum(values) / max(1, len(values))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--memory", action="store_true", help="keep the state in memory instead of on disk")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bireme-load-") as folder:
        state = ":memory:" if options.memory else str(Path(folder) / "state")
        result = run(options.clients, options.seconds, state)
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 1 if result["problems"] else 0


if __name__ == "__main__":
    sys.exit(main())
