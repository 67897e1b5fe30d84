"""Clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from bireme._runtime.clock import Clock, SystemClock, VirtualClock


async def test_a_virtual_day_takes_no_time() -> None:
    clock = VirtualClock(start=datetime(2025, 3, 1, tzinfo=UTC))
    before = SystemClock().monotonic()
    clock.sleep(43_200)
    await clock.asleep(43_200)
    clock.advance(1)
    assert clock.now() == datetime(2025, 3, 2, 0, 0, 1, tzinfo=UTC)
    assert clock.sleeps == [43_200, 43_200]
    assert SystemClock().monotonic() - before < 5


async def test_the_system_clock_is_aware_and_its_chance_can_be_repeated() -> None:
    clock: Clock = SystemClock(Random(7))
    assert clock.now().tzinfo is UTC
    assert clock.uniform(1, 2) == SystemClock(Random(7)).uniform(1, 2)
    assert 1 <= SystemClock().uniform(1, 2) <= 2
    before = clock.monotonic()
    clock.sleep(0)
    clock.sleep(-1)
    await clock.asleep(-1)
    assert clock.monotonic() >= before
