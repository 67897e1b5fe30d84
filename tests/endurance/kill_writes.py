"""Kill the emulator under writes, again and again; every write that it acknowledged must be there after the restart.

    python -m tests.endurance.kill_writes --times 100

Four writers create, rename and delete groups as fast as they get replies. After a random moment the process gets
`kill -9`, is started again on the same folder, and all groups are read back and compared with what was acknowledged.
A write whose reply never came may be there or not, but nothing in between.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from tests.endurance.served import Served

WRITERS = 4


@dataclass
class Known:
    """What one writer was told: names by group id (`None`: deleted), and what it asked last without an answer."""

    names: dict[int, str | None] = field(default_factory=dict)
    open: tuple[str, int | None, str | None] | None = None
    acknowledged: int = 0


@dataclass
class Tally:
    """What came of all rounds."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, object]:
        found = {"lost": len(self.lost), "strange": len(self.strange), "problems": [*self.lost, *self.strange][:10]}
        return {"kills": self.kills, "acknowledged_writes": self.acknowledged, **found}


def write_until_killed(
    url: str, headers: dict[str, str], known: Known, chance: random.Random, name: str, ready: threading.Barrier
) -> None:
    """Create, rename and delete groups until the connection breaks."""
    with httpx2.Client(base_url=url, headers=headers, timeout=30.0) as client:
        client.get("/users/me")
        ready.wait(60.0)
        for number in range(1_000_000):
            wanted = f"{name} {number}"
            alive = [id for id, kept in known.names.items() if kept is not None]
            kind = chance.choice(("create", "create", "rename", "delete")) if alive else "create"
            id = chance.choice(alive) if kind != "create" else None
            known.open = (kind, id, wanted)
            body = {"group": {"name": wanted}}
            try:
                if kind == "create":
                    reply = client.post("/groups", json=body)
                elif kind == "rename":
                    reply = client.put(f"/groups/{id}", json=body)
                else:
                    reply = client.delete(f"/groups/{id}")
            except httpx2.TransportError:
                return
            if reply.status_code >= 400:
                raise SystemExit(f"{kind} of group {id} was answered {reply.status_code}: {reply.text}")
            place = reply.json()["group"]["id"] if kind == "create" else id
            assert place is not None
            known.names[place] = None if kind == "delete" else wanted
            known.open = None
            known.acknowledged += 1


def groups(url: str, headers: dict[str, str]) -> Iterator[tuple[int, str]]:
    """All groups, page by page."""
    with httpx2.Client(base_url=url, headers=headers, timeout=30.0) as client:
        after = None
        while True:
            page = client.get("/groups", params={"limit": 100, **({"after": after} if after else {})}).json()
            yield from ((group["id"], group["name"]) for group in page["groups"])
            after = page["cursors"]["next"]
            if after is None:
                return


def compare(there: dict[int, str], known: Known, tally: Tally) -> None:
    """Hold what is there against what one writer was told."""
    kind, place, wanted = known.open or ("", None, None)
    for id, name in known.names.items():
        found = there.get(id)
        undecided = id == place and found == (None if kind == "delete" else wanted)
        if found == name:
            continue
        if undecided:
            known.names[id] = found
        elif found is None:
            tally.lost.append(f"group {id} ({name}) is gone")
        else:
            tally.lost.append(f"group {id} is called {found!r}, not {name!r}")
    known.open = None


def one_round(served: Served, writers: list[Known], chance: random.Random, number: int, tally: Tally) -> None:
    """Write, kill, start again, compare."""
    ready = threading.Barrier(len(writers) + 1)
    threads = [
        threading.Thread(
            target=write_until_killed,
            args=(served.url, served.headers, known, random.Random(chance.random()), f"Group {number}/{index}", ready),
        )
        for index, known in enumerate(writers)
    ]
    for thread in threads:
        thread.start()
    ready.wait(60.0)
    time.sleep(chance.uniform(0.02, 0.5))
    served.kill()
    for thread in threads:
        thread.join()
    tally.kills += 1
    served.start()
    there = dict(groups(served.url, served.headers))
    opened = {known.open[2] for known in writers if known.open is not None}
    for known in writers:
        compare(there, known, tally)
    told = {id for known in writers for id in known.names}
    for id, name in there.items():
        if id not in told and name.startswith("Group ") and "/" in name:
            if name not in opened:
                tally.strange.append(f"group {id} ({name}) was never asked for")
            writers[0].names[id] = name  # asked for, not acknowledged, and there: from now on it counts


def run(times: int, seed: int, state: Path) -> Tally:
    """So many rounds on one state folder."""
    chance, tally = random.Random(seed), Tally()
    writers = [Known() for _ in range(WRITERS)]
    with Served(state, "--no-rate-limits") as served:
        for number in range(times):
            one_round(served, writers, chance, number, tally)
    tally.acknowledged = sum(known.acknowledged for known in writers)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100, help="how often to kill (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the moments (default: 1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bireme-kill-") as folder:
        tally = run(options.times, options.seed, Path(folder) / "state")
    sys.stdout.write(json.dumps(tally.as_dict(), indent=2) + "\n")
    return 1 if tally.lost or tally.strange else 0


if __name__ == "__main__":
    sys.exit(main())
