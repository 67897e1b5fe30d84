"""Time and chance for the whole emulator: one virtual clock per session, and the only source of randomness.

Tokens, retention, rate windows and job progression read this clock and nothing else, so that a test can freeze a day,
jump over it, or let it run. Nothing outside this module calls `time` or `random`.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

__all__ = ["Clock", "ClockMode", "new_token", "rng", "stopwatch"]

ClockMode: TypeAlias = Literal["real", "frozen"]

_FIRST = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(9000, 1, 1, tzinfo=UTC)


class Clock:
    """A clock that runs with real time (plus an offset) or stands still, and can be moved in both cases.

    `now()` is the wall time and follows `set` in both directions; `monotonic()` counts virtual seconds and never goes
    back. Every wait wakes at once when the clock is moved past its end.

    >>> clock = Clock("frozen", at=datetime(2013, 6, 1, tzinfo=UTC))
    >>> clock.advance(90)
    >>> clock.now().isoformat(), clock.monotonic()
    ('2013-06-01T00:01:30+00:00', 90.0)
    """

    def __init__(self, mode: ClockMode = "real", at: datetime | None = None) -> None:
        """Start in `mode` at the aware time `at` (default: the real time now)."""
        self._changed = threading.Condition(threading.RLock())
        self._async_waiters: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._mode: ClockMode = _checked_mode(mode)
        self._anchor = time.monotonic()  # real seconds at which _wall and _elapsed were true
        self._elapsed = 0.0
        self._wall = _checked_moment(at) if at is not None else datetime.now(UTC)
        self._earliest = self._wall
        self._on_move: Callable[[], None] = lambda: None

    def on_move(self, listener: Callable[[], None]) -> None:
        """Have `listener` called whenever the clock has been set, advanced, frozen or let run, outside its lock."""
        self._on_move = listener

    def moved(self) -> None:
        """Tell the listener where the clock stands."""
        self._on_move()

    @property
    def mode(self) -> ClockMode:
        """`real` when the clock runs by itself, `frozen` when only `advance` and `set` move it."""
        return self._mode

    def now(self) -> datetime:
        """The virtual time, aware, in UTC."""
        with self._changed:
            return self._wall + timedelta(seconds=self._running())

    @property
    def earliest(self) -> datetime:
        """The lowest wall time that this clock was started at or set to, since it was made or last begun anew."""
        return self._earliest

    def begin_anew(self) -> None:
        """Let `earliest` be the present virtual time: whatever was before is another story."""
        with self._changed:
            self._earliest = self.now()

    def monotonic(self) -> float:
        """Virtual seconds since this clock was made; never goes back, not even when the clock is set back."""
        with self._changed:
            return self._elapsed + self._running()

    def freeze(self) -> None:
        """Stand still at the present virtual time."""
        with self._changed:
            self._settle()
            self._mode = "frozen"
            self._wake_all()
        self._on_move()

    def resume(self) -> None:
        """Run with real time again, from the present virtual time on."""
        with self._changed:
            self._settle()
            self._mode = "real"
            self._wake_all()
        self._on_move()

    def advance(self, seconds: float) -> None:
        """Jump forward by `seconds`. Raises `ValueError` for a negative number or one that leaves the calendar."""
        if not 0 <= seconds < float("inf"):
            raise ValueError(f"seconds={seconds!r}: a clock advances by zero or more seconds; use set() to go back")
        with self._changed:
            self._settle()
            try:
                moved = _checked_moment(self._wall + timedelta(seconds=seconds))
            except OverflowError as error:
                raise ValueError(f"seconds={seconds!r}: the clock would leave the calendar") from error
            self._wall = moved
            self._elapsed += seconds
            self._wake_all()
        self._on_move()

    def set(self, moment: datetime) -> None:
        """Put the wall time to `moment` (aware). Going back leaves `monotonic()` where it is.

        Raises `ValueError` for a time without a zone or outside the years 1970 to 8999.
        """
        target = _checked_moment(moment)
        with self._changed:
            self._settle()
            self._elapsed += max(0.0, (target - self._wall).total_seconds())
            self._wall = target
            self._earliest = min(self._earliest, target)
            self._wake_all()
        self._on_move()

    def to_real_time(self) -> None:
        """Be an ordinary clock again: the present real time, running."""
        self.set(datetime.now(UTC))
        self.resume()

    def sleep(self, seconds: float) -> None:
        """Block this thread for so many virtual seconds."""
        self.wait_for(lambda: False, timeout=seconds)

    def wait_until(self, moment: datetime) -> None:
        """Block this thread until the wall time has reached `moment`."""
        target = _checked_moment(moment)
        with self._changed:
            while (left := (target - self.now()).total_seconds()) > 0:
                self._changed.wait(self._real_timeout(left))

    def wait_for(self, predicate: Callable[[], bool], timeout: float | None = None) -> bool:
        """Block until `predicate()` holds or `timeout` virtual seconds have passed; tells which (True: it holds).

        The predicate is asked again whenever the clock moves or `wake()` is called.
        """
        with self._changed:
            end = None if timeout is None else self.monotonic() + timeout
            while not predicate():
                left = None if end is None else end - self.monotonic()
                if left is not None and left <= 0:
                    return False
                self._changed.wait(self._real_timeout(left))
            return True

    def wake(self) -> None:
        """Let every waiting thread look at its predicate again."""
        with self._changed:
            self._wake_all()

    async def sleep_async(self, seconds: float) -> None:
        """Wait so many virtual seconds without blocking the event loop."""
        end = self.monotonic() + seconds
        moved = asyncio.Event()
        waiter = (asyncio.get_running_loop(), moved)
        with self._changed:
            self._async_waiters.add(waiter)
        try:
            while (left := end - self.monotonic()) > 0:
                moved.clear()
                if end - self.monotonic() <= 0:  # moved between the look and the clear
                    return
                try:
                    async with asyncio.timeout(self._real_timeout(left)):
                        await moved.wait()
                except TimeoutError:
                    continue
        finally:
            with self._changed:
                self._async_waiters.discard(waiter)

    def _running(self) -> float:
        return time.monotonic() - self._anchor if self._mode == "real" else 0.0

    def _settle(self) -> None:
        """Fold the real time that has passed into the stored values, before they are changed."""
        passed = self._running()
        self._anchor = time.monotonic()
        self._wall += timedelta(seconds=passed)
        self._elapsed += passed

    def _real_timeout(self, left: float | None) -> float | None:
        if left is None or self._mode == "frozen":
            return None
        return min(left, threading.TIMEOUT_MAX)

    def _wake_all(self) -> None:
        self._changed.notify_all()
        for loop, moved in list(self._async_waiters):
            with contextlib.suppress(RuntimeError):  # a loop that has been closed has nobody left to wake
                loop.call_soon_threadsafe(moved.set)


def rng(seed: int, purpose: str) -> random.Random:
    """A generator of its own for each purpose: the same seed and purpose give the same numbers in every run.

    >>> rng(1, "faults").random() == rng(1, "faults").random()
    True
    """
    return random.Random(f"{seed}/{purpose}")


def new_token(size: int = 16) -> str:
    """An unguessable hexadecimal string of `size` random bytes, for secrets and debug ids."""
    return secrets.token_hex(size)


def stopwatch() -> Callable[[], float]:
    """Start measuring real time; calling the result gives the seconds since (for durations in journal and logs)."""
    start = time.perf_counter()
    return lambda: time.perf_counter() - start


def _checked_mode(mode: str) -> ClockMode:
    if mode == "real":
        return "real"
    if mode == "frozen":
        return "frozen"
    raise ValueError(f"mode={mode!r}: a clock is 'real' or 'frozen'")


def _checked_moment(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone; give an aware time, e.g. datetime(2013, 6, 1, tzinfo=UTC)")
    if not _FIRST <= moment < _LAST:
        raise ValueError(f"{moment.isoformat()} is outside the years 1970 to 8999 that the clock knows")
    return moment.astimezone(UTC)
