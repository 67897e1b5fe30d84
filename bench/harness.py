"""Measuring in turns, and what came of it: samples, medians, spreads, targets."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

__all__ = ["COMMAND_LINE", "ROOT", "Bench", "Emulated", "Row", "alternate", "emulator", "median", "worker"]

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0

Compare = Literal["ratio", "difference", "value"]


@dataclass
class Row:
    """One line of the table: what was measured, beside what, and what was wanted.

    Attributes:
        name: what the line is called.
        ours, theirs: the single measurements, taken in turns; `theirs` is empty where a figure stands alone.
        unit: `s`, `ms`, `MiB`, `1/s`, ...
        target: what is wanted of the figure; None for a line that only informs.
        compare: the figure is the median of pairwise ratios, of pairwise differences, or of `ours` itself.
        at_least: the figure should be at least the target, rather than at most.
        how: the two commands or ways, ours first.
        note: what a reader should know of the figure.
        skipped: why there is no figure.
    """

    name: str
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    unit: str = "s"
    target: float | None = None
    compare: Compare = "ratio"
    at_least: bool = False
    how: tuple[str, str] = ("", "")
    note: str = ""
    skipped: str = ""

    @property
    def figure(self) -> float | None:
        """What is held against the target."""
        if self.skipped:
            return None
        if self.compare == "value":
            return median(self.ours)
        pairs = zip(self.ours, self.theirs, strict=True)
        if self.compare == "ratio":
            return median([ours / theirs for ours, theirs in pairs])
        return median([ours - theirs for ours, theirs in pairs])

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none, or no figure."""
        figure = self.figure
        if figure is None or self.target is None:
            return None
        return figure >= self.target if self.at_least else figure <= self.target

    def as_dict(self) -> dict[str, Any]:
        """All of it, for `--json`."""
        return {**self.__dict__, "how": list(self.how), "figure": self.figure, "met": self.met}


@dataclass(frozen=True)
class Bench:
    """How much to measure."""

    quick: bool = False

    def times(self, full: int) -> int:
        """How often to repeat: `full` times, or once in a quick run."""
        return 1 if self.quick else full

    @property
    def widget(self) -> int:
        """The widget to export: a million rows of ten columns, or twelve rows in a quick run."""
        return 4175 if self.quick else 4179

    @property
    def report(self) -> int:
        """The legacy report to export: the same in the other API."""
        return 12345 if self.quick else 12349


@dataclass(frozen=True)
class Emulated:
    """A running emulator: its address and key, its control API, its process and how long it took to start."""

    url: str
    key: str
    control: str
    pid: int
    started_in: float
    legacy_url: str = ""


def median(values: Sequence[float]) -> float:
    return float(statistics.median(values))


def alternate(times: int, *ways: Callable[[], Any]) -> list[list[Any]]:
    """Runs each way `times` times, in turns (A B A B ...); gives their results, a list for each."""
    results: list[list[Any]] = [[] for _ in ways]
    for _ in range(times):
        for way, kept in zip(ways, results, strict=True):
            kept.append(way())
    return results


def worker(
    case: str, *, module: str = "bench.worker", python: str = sys.executable, **arguments: Any
) -> dict[str, Any]:
    """Runs a case of `bench.worker`, or of another module, in a fresh process and gives what it measured."""
    command = [python, "-m", module, case, json.dumps(arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise SystemExit(f"bench: {case} failed ({done.returncode}): {done.stderr.strip()[-2000:]}")
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


COMMAND_LINE = (sys.executable, "-m", "bireme.cli", "emulate", "--port", "0", "--files-port", "0")
_SERVE = "import bireme_emulator; bireme_emulator.serve(port=0, files_port=0, rate_limits=False)"


@contextmanager
def emulator(command: Sequence[str] = (sys.executable, "-c", _SERVE)) -> Iterator[Emulated]:
    """An emulator in a process of its own, on free ports, unless told otherwise with rate limits off."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
        if not line:
            raise SystemExit(f"bench: the emulator did not start (exit code {process.wait(PATIENCE)})")
        ready = json.loads(line)
        api = ready["holistics"]
        yield Emulated(api["url"], api["key"], ready["control"], process.pid, took, api["legacy_url"])
    finally:
        process.terminate()
        process.wait(PATIENCE)
