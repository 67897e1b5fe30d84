"""Rate limits by level, per user and operation, in fixed windows of virtual time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .clock import Clock

__all__ = ["RateLimiter", "RetryForm", "Verdict", "retry_after"]

RetryForm = Literal["seconds", "http-date"]

_PRUNE_AT = 10_000


class Verdict:
    """What the limiter says of one request: its headers, and whether it goes beyond the limit."""

    __slots__ = ("exceeded", "limit", "remaining", "reset")

    def __init__(self, limit: int, remaining: int, reset: int, exceeded: bool) -> None:
        self.limit = limit
        self.remaining = remaining
        self.reset = reset
        self.exceeded = exceeded

    def headers(self) -> list[tuple[bytes, bytes]]:
        """The three headers of every reply."""
        return [
            (b"ratelimit-limit", b"%d" % self.limit),
            (b"ratelimit-remaining", b"%d" % self.remaining),
            (b"ratelimit-reset", b"%d" % self.reset),
        ]


class RateLimiter:
    """Counts requests in windows that start with a user's first request of an operation.

    Switched off it still gives the headers, with nothing counted. `retry_form` is how a 429 says when to come back.

    >>> from .clock import Clock
    >>> limiter = RateLimiter(Clock("frozen"))
    >>> [limiter.count("user", "jobs_get", 2, 60.0).exceeded for _ in range(3)]
    [False, False, True]
    """

    def __init__(self, clock: Clock, enabled: bool = True) -> None:
        self._clock = clock
        self.enabled = enabled
        self.retry_form: RetryForm = "seconds"
        self._levels: dict[str, dict[int, int]] = {}
        self._windows: dict[tuple[str, str], list[float]] = {}

    def limit_of(self, api: str, level: int | None, levels: Mapping[int, int]) -> int | None:
        """The limit of an operation's level: as set for this session, else as the vendor has it; `None` means none."""
        if level is None:
            return None
        return self._levels.get(api, {}).get(level, levels.get(level))

    def set_level(self, api: str, level: int, limit: int) -> None:
        """Give a level of an API another limit in this session, e.g. a small one that a test can reach."""
        self._levels.setdefault(api, {})[level] = limit

    def own_levels(self, api: str) -> tuple[int, ...]:
        """The levels that were set for an API in this session."""
        return tuple(self._levels.get(api, ()))

    def count(self, user: str, operation: str, limit: int, window: float) -> Verdict:
        """Count one request of `user` and say where that leaves them."""
        if not self.enabled:
            return self.peek(limit, window)
        now = self._clock.monotonic()
        state = self._windows.get((user, operation))
        if state is None or now - state[0] >= window:
            if len(self._windows) >= _PRUNE_AT:
                self._windows = {key: held for key, held in self._windows.items() if now - held[0] < window}
            state = self._windows[user, operation] = [now, 0]
        state[1] += 1
        used = int(state[1])
        return Verdict(limit, max(0, limit - used), math.ceil(state[0] + window - now), used > limit)

    def peek(self, limit: int, window: float) -> Verdict:
        """The headers of a reply that is counted against nobody."""
        return Verdict(limit, limit, math.ceil(window), False)

    def clear(self) -> None:
        """Forget all counts (limits and switches stay)."""
        self._windows.clear()

    def restore_defaults(self, enabled: bool) -> None:
        """Forget counts, limits set here and the form of Retry-After."""
        self.clear()
        self._levels.clear()
        self.enabled = enabled
        self.retry_form = "seconds"


def retry_after(clock: Clock, seconds: int, form: RetryForm) -> str:
    """The value of a Retry-After header: a number of seconds, or the date they lead to on the virtual clock."""
    if form == "seconds":
        return str(seconds)
    moment = clock.now() + timedelta(seconds=seconds)
    if moment.microsecond:  # a date has whole seconds; rounding down would let the caller come back too early
        moment = moment.replace(microsecond=0) + timedelta(seconds=1)
    return format_datetime(moment, usegmt=True)
