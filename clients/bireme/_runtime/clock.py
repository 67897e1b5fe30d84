"""Time and chance, in one place, so that tests can hold both.

Nothing else in the clients reads a clock, sleeps or draws a random number.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from random import Random


class Clock(Protocol):
    """What the runtime asks of time."""

    def monotonic(self) -> float:
        """Seconds from some fixed point; never goes back."""
        ...

    def now(self) -> datetime:
        """The time of day, aware, in UTC."""
        ...

    def sleep(self, seconds: float) -> None: ...

    async def asleep(self, seconds: float) -> None: ...

    def uniform(self, low: float, high: float) -> float:
        """A number between the two, for jitter."""
        ...


class SystemClock:
    """The machine's clock. `random` may be given to repeat a run."""

    def __init__(self, random: Random | None = None) -> None:
        self._random = random
        self.monotonic = time.monotonic

    def now(self) -> datetime:
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        if seconds > 0:
            time.sleep(seconds)

    async def asleep(self, seconds: float) -> None:
        import anyio

        await anyio.sleep(max(seconds, 0.0))

    def uniform(self, low: float, high: float) -> float:
        if self._random is None:
            from random import Random

            self._random = Random()
        return self._random.uniform(low, high)


class VirtualClock:
    """A clock that only moves when something sleeps or `advance` is called.

    >>> clock = VirtualClock()
    >>> clock.sleep(86_400)
    >>> clock.monotonic(), clock.sleeps
    (86400.0, [86400.0])
    """

    def __init__(self, start: datetime = datetime(2025, 1, 1, tzinfo=UTC), seed: int = 0) -> None:
        from random import Random

        self._start = start
        self._elapsed = 0.0
        self._random = Random(seed)
        self.sleeps: list[float] = []

    def advance(self, seconds: float) -> None:
        """Moves time on without a sleep, as a slow server would."""
        self._elapsed += seconds

    def monotonic(self) -> float:
        return self._elapsed

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed)

    def sleep(self, seconds: float) -> None:
        seconds = max(float(seconds), 0.0)
        self.sleeps.append(seconds)
        self._elapsed += seconds

    async def asleep(self, seconds: float) -> None:
        import anyio.lowlevel

        self.sleep(seconds)
        await anyio.lowlevel.checkpoint()

    def uniform(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)
