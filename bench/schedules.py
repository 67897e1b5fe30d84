"""A virtual day with schedules and alerts: how long until everything is delivered."""

from __future__ import annotations

import json
import subprocess
import sys

from .harness import PATIENCE, ROOT, Bench, Row

TARGET = 5.0


def schedules(bench: Bench) -> list[Row]:
    """Two lines: the state in memory, and on disk, where each step is flushed."""
    each, times = (5, 1) if bench.quick else (100, 3)
    rows = []
    for name, flags in (("in memory", ["--memory"]), ("on disk", [])):
        command = ["-m", "tests.endurance.day", "--schedules", str(each), "--alerts", str(each), *flags]
        seconds = [_day(command) for _ in range(times)]
        how = (f"python {' '.join(command)}", "")
        note = "the clock is moved by a day; the time is from there to the last delivery, each checked to be there once"
        title = f"a day of {each} schedules and {each} alerts, {name}"
        rows.append(Row(title, seconds, unit="s", target=TARGET, compare="value", how=how, note=note))
    return rows


def _day(command: list[str]) -> float:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if done.returncode:
        raise SystemExit(f"bench: the day failed ({done.returncode}): {(done.stdout + done.stderr).strip()[-2000:]}")
    return float(json.loads(done.stdout)["seconds"])
