"""When alerts and dashboard schedules run: their texts read into values, and those into what the timetable takes.

    read_schedule("weekly;0,2,4;6:00am,18:30")   a dashboard schedule, at local times of the organization
    read_alert_timing("every", None, 10)         an alert, every ten minutes

Facts: Cluvio API 2024-06-01, DashboardScheduleAttributes and SqlAlertAttributes. Days of the week count from Monday.
A month without the day is passed over. When clocks change, a local time that is skipped counts once they have gone
forward (with the first time after it, where both are wanted), one that comes twice counts the first time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TypeAlias, TypeVar

from bireme_emulator.kernel.timetable import Timer

__all__ = [
    "LONGEST_INTERVAL",
    "AtIntervals",
    "AtTimes",
    "Timing",
    "TimingError",
    "read_alert_timing",
    "read_schedule",
    "read_times",
    "timer",
]

LONGEST_INTERVAL = 525_600  # minutes, a year; where the vendor's limit lies is not documented

_Value = TypeVar("_Value", int, time)
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?: ?([ap]m))?", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{1,2}")
_SHOWN = 80
_TIMES_REMEDY = "Give times of day such as 06:00 or 9:00am, separated by commas."
_FORMS = "disabled, daily;<times>, weekly;<days>;<times> or monthly;<days>;<times>"


class TimingError(ValueError):
    """A schedule that cannot be read. `field` names it (`run_at`), `value` is what came, `remedy` helps.

    At the API this is a 422.
    """

    def __init__(self, field: str, value: object, remedy: str) -> None:
        self.field = field
        self.value = value
        self.remedy = remedy
        shown = ascii(value)
        shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "..."
        problem = "is missing" if value is None else f"cannot be {shown}"
        super().__init__(f"{field} {problem}. {remedy}")


@dataclass(frozen=True, slots=True)
class AtTimes:
    """At times of the day: every day, on days of the week (0 is Monday), or on days of the month."""

    times: tuple[time, ...]
    weekdays: tuple[int, ...] | None = None
    monthdays: tuple[int, ...] | None = None

    @property
    def crontabs(self) -> tuple[str, ...]:
        """The crontabs that come due at these times, one for each minute of the hour that occurs."""
        hours: dict[int, list[str]] = {}
        for each in self.times:
            hours.setdefault(each.minute, []).append(str(each.hour))
        days = "*" if self.monthdays is None else ",".join(map(str, self.monthdays))
        weekdays = "*" if self.weekdays is None else ",".join(str((day + 1) % 7) for day in self.weekdays)
        return tuple(f"{minute} {','.join(at)} {days} * {weekdays}" for minute, at in hours.items())


@dataclass(frozen=True, slots=True)
class AtIntervals:
    """Over and over, so many minutes apart."""

    minutes: int


Timing: TypeAlias = AtTimes | AtIntervals
"""When something runs by itself."""


def read_schedule(text: str, field: str = "schedule") -> AtTimes | None:
    """Read the schedule of a dashboard schedule; `None` for `disabled`. Raises `TimingError`.

    >>> read_schedule("monthly;1,15;06:00").monthdays
    (1, 15)
    """
    kind, *parts = (part.strip() for part in text.split(";"))
    if kind == "disabled" and not parts:
        return None
    if kind == "daily" and len(parts) == 1:
        return AtTimes(read_times(parts[0], field))
    if kind == "weekly" and len(parts) == 2:
        return AtTimes(read_times(parts[1], field), weekdays=_days(field, parts[0], 0, 6, "0 (Monday) to 6 (Sunday)"))
    if kind == "monthly" and len(parts) == 2:
        return AtTimes(read_times(parts[1], field), monthdays=_days(field, parts[0], 1, 31, "1 to 31"))
    raise TimingError(field, text, f"Give {_FORMS}, e.g. weekly;0,2,4;06:00.")


def read_alert_timing(run_schedule: str, run_at: str | None, run_every: int | None) -> Timing | None:
    """Read what an alert says of when it runs; `None` for `disabled`. Raises `TimingError`.

    What belongs to another `run_schedule` than the present one does not count, but must make sense too.
    """
    times = None if run_at is None or not run_at.strip() else read_times(run_at, "run_at")
    if run_every is not None and not 1 <= run_every <= LONGEST_INTERVAL:
        raise TimingError("run_every", run_every, f"Give a number of minutes from 1 to {LONGEST_INTERVAL:,}.")
    if run_schedule == "at":
        if times is None:
            raise TimingError("run_at", run_at, f"With run_schedule at it is required. {_TIMES_REMEDY}")
        return AtTimes(times)
    if run_schedule == "every":
        if run_every is None:
            raise TimingError("run_every", None, "With run_schedule every it is required. Give a number of minutes.")
        return AtIntervals(run_every)
    if run_schedule != "disabled":
        raise TimingError("run_schedule", run_schedule, "Give disabled, at or every.")
    return None


def read_times(text: str, field: str) -> tuple[time, ...]:
    """Read times of day, separated by commas: in order, each once. Raises `TimingError`.

    >>> read_times("9:00pm, 06:00, 6:00am", "run_at")
    (datetime.time(6, 0), datetime.time(21, 0))
    """
    return _each(text, lambda part: _time(field, part))


def timer(key: str, timing: Timing, zone: str, since: datetime) -> Timer:
    """What the timetable takes: times of day are those of `zone` (IANA), intervals count from `since` (aware)."""
    if isinstance(timing, AtIntervals):
        return Timer(key, (), zone, since, timedelta(minutes=timing.minutes))
    return Timer(key, timing.crontabs, zone, since)


def _time(field: str, text: str) -> time:
    found = _TIME.fullmatch(text)
    if found is None:
        raise TimingError(field, text, _TIMES_REMEDY)
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if minute > 59 or hour > 23:
        raise TimingError(field, text, "Give a time of day from 00:00 to 23:59.")
    if not half:
        return time(hour, minute)
    if not 1 <= hour <= 12:
        raise TimingError(field, text, "With am or pm, give an hour from 1 to 12.")
    return time(hour % 12 + (12 if half == "pm" else 0), minute)


def _days(field: str, text: str, first: int, last: int, remedy: str) -> tuple[int, ...]:
    def day(part: str) -> int:
        if not _DAY.fullmatch(part) or not first <= int(part) <= last:
            raise TimingError(field, part, f"Give days from {remedy}, separated by commas.")
        return int(part)

    return _each(text, day)


def _each(text: str, read: Callable[[str], _Value]) -> tuple[_Value, ...]:
    """The parts of a list, read, in order, each once."""
    return tuple(sorted({read(part.strip()) for part in text.split(",")}))
