"""The cadence against what tutorials do: ask at once, then every 2 seconds."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme._runtime.clock import VirtualClock
from bireme._runtime.errors import InvalidInput
from bireme._runtime.pace import Pace, Poll


def fixed(length: float) -> tuple[int, float]:
    """Requests and delay of fixed polling for a job that takes `length` seconds."""
    looks = math.ceil(length / 2)
    return looks + 1, 2 * looks - length


def watched(pace: Pace, kind: str | None, poll: Poll, length: float, seed: int = 0) -> tuple[int, float]:
    clock = VirtualClock(seed=seed)
    watch = pace.start(kind, poll, clock)
    looks = 0
    while True:
        clock.sleep(watch.gap())
        looks += 1
        watch.looked()
        if clock.monotonic() >= length:
            pace.learn(kind, watch)
            return looks, clock.monotonic() - length


def compare(scatter: float, *, repeats: int, low: float = 0.3, high: float = 30.0) -> tuple[float, float]:
    """Our requests and delay as shares of fixed polling's, over kinds of jobs of many lengths; not its first."""
    chance = Random(1)
    ours, theirs = [0.0, 0.0], [0.0, 0.0]
    for number in range(150):
        pace, typical = Pace(), low * math.exp(chance.random() * math.log(high / low))
        for turn in range(repeats):
            length = typical * math.exp(chance.gauss(0, scatter))
            result = watched(pace, "kind", Poll(), length, seed=number * 100 + turn)
            if turn or repeats == 1:
                ours = [a + b for a, b in zip(ours, result, strict=True)]
                theirs = [a + b for a, b in zip(theirs, fixed(length), strict=True)]
    return ours[0] / theirs[0], ours[1] / theirs[1]


@pytest.mark.parametrize(("scatter", "delay"), [(0.0, 0.25), (0.05, 0.25), (0.1, 0.4)])
def test_repeated_jobs_are_noticed_sooner_with_fewer_requests(scatter: float, delay: float) -> None:
    requests_share, delay_share = compare(scatter, repeats=20)
    assert requests_share <= 1.0
    assert delay_share <= delay


@pytest.mark.parametrize("typical", [0.3, 0.7, 1.0, 1.7, 3.0, 5.0, 7.3, 11.0, 17.0, 29.0])
def test_steady_jobs_of_any_length_cost_no_more_requests(typical: float) -> None:
    pace = Pace()
    results = [watched(pace, "kind", Poll(), typical, seed=turn) for turn in range(20)][1:]
    assert sum(looks for looks, _ in results) / len(results) <= fixed(typical)[0]
    assert sum(delay for _, delay in results) / len(results) <= 0.25


def test_short_jobs_of_an_unknown_kind_are_noticed_in_half_the_time() -> None:
    requests_share, delay_share = compare(0, repeats=1, high=3)
    assert requests_share <= 1.0
    assert delay_share <= 0.5


def test_unknown_jobs_of_all_lengths_cost_about_as_many_requests() -> None:
    requests_share, delay_share = compare(0, repeats=1)
    assert requests_share <= 1.05
    assert delay_share <= 0.9


@given(st.floats(0.3, 300), st.floats(0.01, 1.0), st.integers(0, 99))
def test_a_job_that_is_quicker_than_ever_is_not_left_lying(usual: float, share: float, seed: int) -> None:
    pace = Pace()
    for turn in range(3):
        watched(pace, "kind", Poll(), usual, seed + turn)
    length = usual * share
    _, delay = watched(pace, "kind", Poll(), length, seed)
    # The gap of 2 s, stretched by up to 40 % where that saves a look, and by 10 % of jitter.
    assert delay <= max(3.1, length)


@given(st.floats(0.3, 100), st.floats(1.0, 50.0), st.integers(0, 99))
def test_a_job_that_is_slower_than_ever_is_not_asked_for_all_the_time(usual: float, factor: float, seed: int) -> None:
    pace = Pace()
    for turn in range(3):
        watched(pace, "kind", Poll(), usual, seed + turn)
    looks, delay = watched(pace, "kind", Poll(), usual * factor, seed)
    assert delay <= 5.6
    assert looks <= usual * factor / 2 + 12


def test_nothing_is_learnt_across_kinds_or_where_it_is_turned_off() -> None:
    pace = Pace()
    watched(pace, "a", Poll(jitter=0), 10)
    assert pace.start("b", Poll(jitter=0), VirtualClock()).gap() == Poll().first
    assert pace.start("a", Poll(jitter=0, learn=False), VirtualClock()).gap() == Poll().first
    assert pace.start("a", Poll(jitter=0), VirtualClock()).gap() == 2.0


def test_the_memory_is_bounded() -> None:
    pace = Pace()
    for number in range(2000):
        watched(pace, f"kind {number}", Poll(), 0.5)
    assert pace.start("kind 0", Poll(jitter=0), VirtualClock()).gap() == Poll().first


@given(st.floats(0, 1e6))
def test_gaps_grow_to_the_cap(waited: float) -> None:
    poll = Poll()
    assert poll.first <= poll.gap(waited) <= poll.cap
    assert poll.gap(waited) <= poll.gap(waited + 1)


@pytest.mark.parametrize("wrong", [{"first": 0}, {"factor": -1}, {"cap": float("nan")}, {"jitter": 1.0}])
def test_a_cadence_that_makes_no_sense_names_its_field(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidInput, match=f"poll.{next(iter(wrong))}"):
        Poll(**wrong)  # type: ignore[arg-type]
