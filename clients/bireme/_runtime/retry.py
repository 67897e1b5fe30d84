"""When to send a request again, and how long to wait first.

What the server says (`Retry-After`, `RateLimit-Reset`) wins over our own back-off: we never come back sooner.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from .clock import Clock
from .errors import InvalidInput

RETRY_STATUSES = frozenset({408, 425})
NO_RETRY_STATUSES = frozenset({501, 505})

# A number of seconds this large is a Unix time: the vendors do not say which of the two they send.
_UNIX_TIME = 1_000_000_000.0


def check_seconds(field: str, value: object, *, zero: bool = False) -> float:
    """A number of seconds, or InvalidInput that names the field."""
    good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not good or value < 0 or (value == 0 and not zero):  # type: ignore[operator]
        limit = "0 or more" if zero else "more than 0"
        raise InvalidInput(field, value, f"is not a finite number of seconds, {limit}", f"Give for example {field}=30.")
    return float(value)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Retry:
    """How one request is retried.

    A 429 is always retried, for the server has done nothing. A 5xx, a timeout or a broken connection is retried only
    where the spec calls the operation safe. A connection that never came about is retried for every operation, for
    nothing was sent.

    Attributes:
        attempts: how often the request is sent at most; 1 turns retries off.
        base: seconds; the n-th wait is drawn from 0 to `base * 2**n` (full jitter) ...
        cap: ... but never from more than this many seconds.
        longest_wait: if the server asks for a longer wait than this many seconds, the error is raised at once.

    >>> Retry(attempts=2, base=0.1)
    Retry(attempts=2, base=0.1, cap=30.0, longest_wait=120.0)
    """

    attempts: int = 4
    base: float = 0.5
    cap: float = 30.0
    longest_wait: float = 120.0

    def __post_init__(self) -> None:
        if isinstance(self.attempts, bool) or not isinstance(self.attempts, int) or self.attempts < 1:
            raise InvalidInput("retry.attempts", self.attempts, "is not a whole number from 1 up", "1 means no retry.")
        for name in ("base", "cap", "longest_wait"):
            check_seconds(f"retry.{name}", getattr(self, name), zero=True)

    def backoff(self, attempt: int, clock: Clock) -> float:
        """Seconds to wait after the `attempt`-th try (from 1) where the server gives no hint."""
        # The exponent is bounded: 2**1024 is no float.
        return clock.uniform(0.0, min(self.cap, self.base * 2.0 ** min(attempt - 1, 60)))

    def delay(self, attempt: int, hint: float | None, clock: Clock) -> float | None:
        """Seconds to wait after the `attempt`-th try, or None where it was the last or the server asks for too long."""
        if attempt >= self.attempts:
            return None
        wait = self.backoff(attempt, clock)
        if hint is None:
            return wait
        if hint > self.longest_wait:
            return None
        # A little later than told, so that clients that were told the same do not come back together.
        return max(hint + clock.uniform(0.0, min(1.0, 0.1 * hint)), min(wait, self.base))


NO_RETRY = Retry(attempts=1)


def worth_retrying(status: int, retry: Literal["safe", "unsafe"]) -> bool:
    """Whether a reply with this status may be asked for again.

    >>> worth_retrying(429, "unsafe"), worth_retrying(502, "safe"), worth_retrying(502, "unsafe")
    (True, True, False)
    """
    if status == 429:
        return True
    if retry != "safe":
        return False
    return status in RETRY_STATUSES or (status >= 500 and status not in NO_RETRY_STATUSES)


def wait_hint(status: int, headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds after which the server wants to be asked again: `Retry-After`, else for a 429 `RateLimit-Reset`."""
    date = headers.get("date")
    hint = seconds_until(headers.get("retry-after"), date, now)
    if hint is None and status == 429:
        hint = seconds_until(headers.get("ratelimit-reset"), date, now)
    return hint


def seconds_until(value: str | None, date: str | None, now: datetime) -> float | None:
    """Reads a moment that a header gives as seconds from now, as an HTTP date, or as a Unix time.

    A date is measured against the reply's own `Date`, so that a wrong clock here does no harm; `now` serves where
    there is none. A moment that has passed is 0. What cannot be read is None: a bad hint is no hint.

    >>> noon = datetime(2025, 6, 1, 12, tzinfo=UTC)
    >>> seconds_until("37", None, noon)
    37.0
    >>> seconds_until("Sun, 01 Jun 2025 12:00:37 GMT", None, noon)
    37.0
    """
    text = (value or "").strip()
    if not text:
        return None
    number = _number(text)
    if number is not None:
        if number < _UNIX_TIME:
            return number
        return max(0.0, number - (_http_date(date) or now).timestamp())
    moment = _http_date(text)
    if moment is None:
        return None
    return max(0.0, (moment - (_http_date(date) or now)).total_seconds())


def _number(text: str) -> float | None:
    if not text.isascii() or not text.replace(".", "", 1).isdigit():
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def _http_date(text: str | None) -> datetime | None:
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
