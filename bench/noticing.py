"""How soon a finished job is noticed, and after how many requests, against asking at once and then every two seconds.

Two measurements of the same thing. Simulated: the whole client on a virtual clock against a model of the API, many jobs
with lengths from 0.3 to 30 s, evenly in proportion. Confirmed: a few jobs on the emulator, in real time, side by side.
A job of a new kind is told apart from one of a kind that this client has seen before, for only there can it know when
to look.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

import httpx2

from bireme import Holistics, Poll
from bireme._runtime.clock import VirtualClock

from .harness import Bench, Emulated, Row, emulator

TUTORIAL = Poll(first=2.0, factor=0.0, cap=2.0, jitter=0.0, learn=False)
SHORTEST, LONGEST = 0.3, 30.0
LATENCY = 0.01
SCATTERS = (0.0, 0.05, 0.1)
WANTED = 0.25
# Lengths of the jobs on the emulator in seconds, evenly in proportion like those of the model, but no longer than 7 s.
LENGTHS = tuple(round(0.6 * (7.0 / 0.6) ** (number / 7), 2) for number in range(8))
STAGES_OF_A_JOB = 3
REAL_REPEATS = 7

_MODEL = "the client on a virtual clock against a model of the API, {jobs} jobs of 0.3 to 30 s"
_FIXED = "asked at once and then every 2 s"


@dataclass
class _Tally:
    """Delays in seconds and numbers of looks, of one way of waiting."""

    delays: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)


class _Model:
    """The API as far as a wait sees it: one job at a time, that ends when the virtual clock says so."""

    def __init__(self, clock: VirtualClock) -> None:
        self.clock = clock
        self.ends = 0.0
        self.looks = 0

    def reply(self, request: httpx2.Request) -> httpx2.Response:
        self.clock.advance(LATENCY)
        if request.method == "POST":
            self.looks = 0
            return self._job("created")
        self.looks += 1
        return self._job("success" if self.clock.monotonic() >= self.ends else "running")

    def _job(self, status: str) -> httpx2.Response:
        return httpx2.Response(200, json={"job": {"id": 7, "status": status}})


def _simulate(lengths: list[list[float]]) -> _Tally:
    """Waits for the jobs of each kind in turn, with one client."""
    clock, tally = VirtualClock(seed=3), _Tally()
    model = _Model(clock)
    http = httpx2.Client(transport=httpx2.MockTransport(model.reply), trust_env=False)
    with http, Holistics("bench-key-0001", base_url="http://127.0.0.1:1/api", http=http, clock=clock) as client:
        for widget, jobs in enumerate(lengths, start=1):
            for length in jobs:
                model.ends = clock.monotonic() + LATENCY + length
                client.export_widget(widget)
                tally.delays.append(clock.monotonic() - model.ends)
                tally.looks.append(float(model.looks))
    return tally


def _fixed(lengths: list[list[float]]) -> _Tally:
    """The same jobs, asked at once and then every two seconds."""
    tally = _Tally()
    for length in (each for jobs in lengths for each in jobs):
        now, looks = LATENCY, 1
        while now < length:
            now += 2.0 + LATENCY
            looks += 1
        tally.delays.append(now - length)
        tally.looks.append(float(looks))
    return tally


def _lengths(random: Random, kinds: int, repeats: int, scatter: float) -> list[list[float]]:
    usual = [SHORTEST * (LONGEST / SHORTEST) ** random.random() for _ in range(kinds)]
    return [[length * (1 + scatter * random.uniform(-1, 1)) for _ in range(repeats)] for length in usual]


def noticing(bench: Bench) -> list[Row]:
    """All rows on noticing."""
    random = Random(11)
    rows = []
    firsts = [_lengths(random, 10 if bench.quick else 400, 1, 0.0) for _ in range(bench.times(5))]
    rows += _rows("first job of a kind, simulated", firsts)
    for scatter in SCATTERS:
        rounds = [_lengths(random, 3 if bench.quick else 20, 12, scatter) for _ in range(bench.times(5))]
        same = "equally long" if not scatter else f"± {scatter:.0%}"
        rows += _rows(f"repeated jobs, {same}, simulated", rounds)
    return rows + _on_emulator(bench)


def _rows(name: str, rounds: list[list[list[float]]]) -> list[Row]:
    ours, theirs = [_simulate(each) for each in rounds], [_fixed(each) for each in rounds]
    how = (_MODEL.format(jobs=sum(len(jobs) for each in rounds for jobs in each)), _FIXED)
    return _delay_and_requests(name, ours, theirs, how)


def _delay_and_requests(name: str, ours: list[_Tally], theirs: list[_Tally], how: tuple[str, str]) -> list[Row]:
    def means(tallies: list[_Tally], what: Callable[[_Tally], list[float]]) -> list[float]:
        return [sum(what(each)) / len(what(each)) for each in tallies]

    def delays(tally: _Tally) -> list[float]:
        return tally.delays

    def looks(tally: _Tally) -> list[float]:
        return tally.looks

    return [
        Row(f"noticed: {name}", means(ours, delays), means(theirs, delays), target=WANTED, how=how),
        Row("  its requests", means(ours, looks), means(theirs, looks), "looks", 1.0, how=how),
    ]


# --- in real time, on the emulator ---


def _on_emulator(bench: Bench) -> list[Row]:
    """Jobs of several lengths at once, each length and each way in a session of its own."""
    ours: list[_Tally] = []
    theirs: list[_Tally] = []
    repeats = 2 if bench.quick else REAL_REPEATS
    with emulator() as emulated:
        threads = []
        for number, length in enumerate(LENGTHS[: 1 if bench.quick else None]):
            for poll, kept in ((None, ours), (TUTORIAL, theirs)):
                tally = _Tally()
                kept.append(tally)
                name = f"{'ours' if poll is None else 'theirs'}-{number}"
                wait = (emulated, name, length / STAGES_OF_A_JOB, poll, repeats, tally)
                threads.append(threading.Thread(target=_wait_for_jobs, args=wait))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if any(len(tally.delays) != repeats for tally in (*ours, *theirs)):
        raise SystemExit("bench: a wait on the emulator failed; see above")
    lengths = ", ".join(f"{length:g}" for length in LENGTHS)
    how = (f"export_widget(4175) in real time, jobs of {lengths} s, {repeats - 1} of each after the first", _FIXED)
    first = [_part(tallies, slice(0, 1)) for tallies in (ours, theirs)]
    later = [_part(tallies, slice(1, None)) for tallies in (ours, theirs)]
    return [
        *_delay_and_requests("first job of a kind, on the emulator", [first[0]], [first[1]], how),
        *_delay_and_requests("repeated jobs, on the emulator", [later[0]], [later[1]], how),
    ]


def _part(tallies: list[_Tally], which: slice) -> _Tally:
    """The chosen jobs of several tallies as one."""
    return _Tally(
        [value for tally in tallies for value in tally.delays[which]],
        [value for tally in tallies for value in tally.looks[which]],
    )


def _wait_for_jobs(
    emulated: Emulated, session: str, stage: float, poll: Poll | None, repeats: int, tally: _Tally
) -> None:
    random = Random(session)
    with httpx2.Client(headers={"X-Emulator-Session": session}, timeout=30) as http:
        body = {"mode": "time", "seconds": stage}
        http.put(f"{emulated.control}/progressions/widget_export", json=body).raise_for_status()
        with Holistics(emulated.key, base_url=emulated.url, http=http) as client:
            for _ in range(repeats):
                time.sleep(random.uniform(0.0, 0.5))  # so that sessions do not look in step
                delay, looks = _one_job(client, poll)
                tally.delays.append(delay)
                tally.looks.append(looks)


def _one_job(client: Holistics, poll: Poll | None) -> tuple[float, float]:
    """Seconds between a job's end, by its own record, and its being noticed; and the looks that took."""
    looks = 0

    def count(progress: Any) -> None:
        nonlocal looks
        looks = progress.polls

    export = client.export_widget(4175, wait=False)
    if poll is TUTORIAL:
        export.refresh()  # the tutorial's look at once
    export.wait(poll=poll, on_progress=count)
    noticed = time.time()
    ended = datetime.fromisoformat(str(export.refresh().end_time)).timestamp()
    return noticed - ended, float(looks + (poll is TUTORIAL))
