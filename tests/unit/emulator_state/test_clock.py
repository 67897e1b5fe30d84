"""The virtual clock: it stands still, jumps, runs, and wakes whoever waits."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.kernel.clock import Clock, new_token, rng, stopwatch

START = datetime(2013, 6, 1, tzinfo=UTC)


def test_a_frozen_clock_stands_still_until_it_is_advanced() -> None:
    clock = Clock("frozen", at=START)
    assert (clock.now(), clock.monotonic()) == (START, 0.0)
    clock.advance(90)
    assert clock.now() == START + timedelta(seconds=90)
    assert clock.monotonic() == 90.0


def test_a_real_clock_runs_from_the_time_it_is_given() -> None:
    clock = Clock("real", at=START)
    first = clock.monotonic()
    while clock.monotonic() == first:
        pass
    assert START < clock.now() < START + timedelta(minutes=5)


def test_a_real_clock_can_jump_and_goes_on_from_there() -> None:
    clock = Clock("real", at=START)
    clock.advance(3600)
    assert timedelta(hours=1) <= clock.now() - START < timedelta(hours=1, minutes=5)


def test_setting_the_clock_back_moves_the_wall_time_and_not_the_counter() -> None:
    clock = Clock("frozen", at=START)
    clock.advance(10)
    clock.set(START - timedelta(days=1))
    assert clock.now() == START - timedelta(days=1)
    assert clock.monotonic() == 10.0


def test_times_come_back_in_utc_whatever_zone_they_were_given_in() -> None:
    clock = Clock("frozen", at=datetime(2013, 6, 1, 2, tzinfo=timezone(timedelta(hours=2))))
    assert clock.now().isoformat() == "2013-06-01T00:00:00+00:00"


def test_freezing_and_resuming_keep_the_virtual_time() -> None:
    clock = Clock("real", at=START)
    clock.freeze()
    held = clock.now()
    assert (clock.mode, clock.now()) == ("frozen", held)
    clock.resume()
    assert clock.mode == "real"
    assert clock.now() >= held


def test_a_clock_can_return_to_real_time() -> None:
    clock = Clock("frozen", at=START)
    clock.to_real_time()
    assert clock.mode == "real"
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=60)


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), 1e18])
def test_an_impossible_jump_is_refused_and_changes_nothing(seconds: float) -> None:
    clock = Clock("frozen", at=START)
    with pytest.raises(ValueError, match="clock"):
        clock.advance(seconds)
    assert (clock.now(), clock.monotonic()) == (START, 0.0)


def test_a_time_without_a_zone_is_refused_with_a_remedy() -> None:
    with pytest.raises(ValueError, match="aware"):
        Clock("frozen").set(datetime(2013, 6, 1))


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="'real' or 'frozen'"):
        Clock("slow")  # type: ignore[arg-type]


@given(st.lists(st.one_of(st.floats(0, 1e6), st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1))), max_size=20))
def test_the_counter_never_goes_back_whatever_is_done_to_the_clock(moves: list[float | datetime]) -> None:
    clock = Clock("frozen", at=START)
    before = clock.monotonic()
    for move in moves:
        if isinstance(move, datetime):
            clock.set(move.replace(tzinfo=UTC))
        else:
            clock.advance(move)
        assert clock.monotonic() >= before
        before = clock.monotonic()


def _in_thread(work: threading.Thread, clock: Clock) -> None:
    work.start()
    assert work.is_alive()


def test_a_sleeping_thread_wakes_when_the_clock_is_moved_past_its_end() -> None:
    clock = Clock("frozen", at=START)
    woke = threading.Event()

    def sleeper() -> None:
        clock.sleep(3600)
        woke.set()

    thread = threading.Thread(target=sleeper)
    _in_thread(thread, clock)
    clock.advance(3599)
    assert not woke.is_set()
    clock.advance(1)
    thread.join(10)
    assert woke.is_set()


def test_waiting_for_a_moment_ends_when_the_clock_is_set_to_it() -> None:
    clock = Clock("frozen", at=START)
    thread = threading.Thread(target=clock.wait_until, args=(START + timedelta(days=30),))
    _in_thread(thread, clock)
    clock.set(START + timedelta(days=30))
    thread.join(10)
    assert not thread.is_alive()


def test_waiting_for_a_condition_tells_whether_it_came_or_the_time_ran_out() -> None:
    clock = Clock("frozen", at=START)
    assert clock.wait_for(lambda: True, timeout=0) is True
    assert clock.wait_for(lambda: False, timeout=0) is False
    ready = threading.Event()
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(clock.wait_for(ready.is_set)))
    _in_thread(thread, clock)
    ready.set()
    clock.wake()
    thread.join(10)
    assert answers == [True]


async def test_an_async_sleep_ends_when_the_clock_is_advanced() -> None:
    clock = Clock("frozen", at=START)
    sleeping = asyncio.create_task(clock.sleep_async(60))
    await asyncio.sleep(0)
    clock.advance(59)
    await asyncio.sleep(0)
    assert not sleeping.done()
    clock.advance(1)
    await asyncio.wait_for(sleeping, 10)


async def test_an_async_sleep_on_a_real_clock_ends_by_itself() -> None:
    clock = Clock("real", at=START)
    await asyncio.wait_for(clock.sleep_async(0.001), 10)


def test_chance_repeats_for_the_same_seed_and_purpose_only() -> None:
    assert rng(1, "faults").random() == rng(1, "faults").random()
    assert rng(1, "faults").random() != rng(2, "faults").random()
    assert rng(1, "faults").random() != rng(1, "jobs").random()


def test_tokens_differ_and_a_stopwatch_runs() -> None:
    assert new_token() != new_token()
    elapsed = stopwatch()
    assert elapsed() >= 0.0
