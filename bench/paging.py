"""Ten thousand users page by page: `h.users.iter()` against a bare loop over the cursors."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

import httpx2
import yaml

import bireme_emulator.workspace
from bireme import Holistics

from .harness import Bench, Emulated, Row, emulator

TARGET = 1.2
_HOW = (
    "list(client.users.iter(limit=100))",
    "httpx2 loop: GET /users?limit=100&after=CURSOR, .json(), until next is null",
)


def paging(bench: Bench) -> list[Row]:
    """One line: the time for all users."""
    many, times = (250, 1) if bench.quick else (10_000, 7)
    with tempfile.TemporaryDirectory(prefix="bireme-bench-") as folder:
        workspace = _workspace(Path(folder), many)
        settings = f"port=0, files_port=0, rate_limits=False, workspace={str(workspace)!r}"
        script = f"import bireme_emulator; bireme_emulator.serve({settings})"
        with emulator((sys.executable, "-c", script)) as emulated:
            ours, theirs = _measure(emulated, many, times)
    note = f"{times} times in turns, in one process; the emulator's time is in both"
    return [Row(f"{many:,} users by .iter() / bare loop", ours, theirs, "s", TARGET, how=_HOW, note=note)]


def _workspace(folder: Path, many: int) -> Path:
    """The demo workspace with so many users more."""
    home = Path(bireme_emulator.workspace.__file__).parent
    workspace = folder / "workspace"
    shutil.copytree(home, workspace, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    path = workspace / "users.yaml"
    people = yaml.safe_load(path.read_text(encoding="utf-8"))
    pattern = people["users"][-1]
    first = max(user["id"] for user in people["users"]) + 1
    for id in range(first, first + many - len(people["users"])):
        people["users"].append({**pattern, "id": id, "name": f"User {id}", "email": f"user{id}@example.com"})
    path.write_text(yaml.safe_dump(people), encoding="utf-8")
    return workspace


def _measure(emulated: Emulated, many: int, times: int) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    theirs: list[float] = []
    headers = {"X-Holistics-Key": emulated.key}
    with Holistics(emulated.key, base_url=emulated.url) as client, httpx2.Client(headers=headers) as bare:
        for _ in range(times + 1):
            began = time.perf_counter()
            found = len([*client.users.iter(limit=100)])
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            plain = len(_bare(bare, f"{emulated.url}/users"))
            theirs.append(time.perf_counter() - began)
            if (found, plain) != (many, many):
                raise SystemExit(f"bench: {found} and {plain} users came, not {many}")
    return ours[1:], theirs[1:]  # the first round warms up


def _bare(http: httpx2.Client, url: str) -> list[object]:
    users: list[object] = []
    after = None
    while True:
        page = http.get(url, params={"limit": 100, "after": after} if after else {"limit": 100}).json()
        users += page["users"]
        after = page["cursors"]["next"]
        if after is None:
            return users
