"""Calendar arithmetic in a time zone: cutting instants to units, stepping by units, right across changes of the clock.

Units from `day` upward step on the wall clock (a day may have 23 or 25 hours), smaller ones step in real time. Weeks
begin on Monday. All datetimes are aware.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from dateutil.relativedelta import relativedelta

UNITS = ("year", "quarter", "month", "week", "day", "hour", "minute", "second")
_REAL_TIME = {"hour": 3600, "minute": 60, "second": 1}


@dataclass(frozen=True)
class Interval:
    """A stretch of time from `start` up to but without `end`; None is open on that side."""

    start: datetime | None
    end: datetime | None

    def dates(self) -> tuple[date | None, date | None]:
        """Return the interval widened to whole days: the first day, and the day after the last."""
        first = None if self.start is None else self.start.date()
        if self.end is None:
            return first, None
        midnight = self.end.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        exact = self.end.replace(tzinfo=None) == midnight
        return first, self.end.date() if exact else self.end.date() + timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The calendar of one place at one moment.

    Raises OverflowError where a result would lie outside the years 1 to 9999.

    Example: `Calendar(now, ZoneInfo("America/New_York")).unit(-1, "month")` is all of last month.
    """

    now: datetime
    zone: tzinfo

    def local(self) -> datetime:
        """Return now as the clocks of the place show it."""
        return self.now.astimezone(self.zone)

    def at(self, wall: datetime) -> datetime:
        """Return the instant at which the clocks show `wall` (naive): the earlier one when they show it twice, and
        the first one after the gap when they skip it."""
        aware = wall.replace(tzinfo=self.zone, fold=0)
        return aware.astimezone(UTC).astimezone(self.zone)

    def floor(self, moment: datetime, unit: str) -> datetime:
        """Return the beginning of the `unit` that a moment lies in."""
        local = moment.astimezone(self.zone)
        if unit in _REAL_TIME:
            minute = 0 if unit == "hour" else local.minute
            second = local.second if unit == "second" else 0
            return local.replace(minute=minute, second=second, microsecond=0)
        day = datetime(local.year, local.month, local.day)  # noqa: DTZ001 - wall time, made aware by `at`
        if unit == "week":
            day -= timedelta(days=day.weekday())
        elif unit == "month":
            day = day.replace(day=1)
        elif unit == "quarter":
            day = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        elif unit == "year":
            day = day.replace(month=1, day=1)
        return self.at(day)

    def step(self, moment: datetime, count: int, unit: str) -> datetime:
        """Return a moment `count` units later (earlier when negative)."""
        if unit in _REAL_TIME:
            later = moment.astimezone(UTC) + timedelta(seconds=count * _REAL_TIME[unit])
            return later.astimezone(self.zone)
        months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
        wall = moment.astimezone(self.zone).replace(tzinfo=None)
        try:
            if months is None:
                return self.at(wall + timedelta(days=count * (7 if unit == "week" else 1)))
            return self.at(wall + relativedelta(months=count * months))
        except ValueError as error:  # relativedelta says so of years past the calendar's end
            raise OverflowError(str(error)) from error

    def unit(self, offset: int, unit: str, count: int = 1) -> Interval:
        """Return `count` whole units from the one that lies `offset` units from the current one."""
        return self.span(self._boundary(self.floor(self.now, unit), offset, unit), unit, count)

    def span(self, start: datetime, unit: str, count: int = 1) -> Interval:
        """Return `count` units from the beginning of one. Where the clocks skip midnight, a day begins after the gap,
        and the next one at midnight all the same."""
        return Interval(start, self._boundary(start, count, unit))

    def _boundary(self, start: datetime, count: int, unit: str) -> datetime:
        """Return the beginning of the unit that lies `count` units from one that begins at `start`."""
        later = self.step(start, count, unit)
        return later if unit in _REAL_TIME else self.floor(later, unit)

    def last(self, count: int, unit: str) -> Interval:
        """Return the `count` complete units before the current one, which is left out."""
        return self.unit(-count, unit, count)

    def next(self, count: int, unit: str) -> Interval:
        """Return the `count` complete units after the current one, which is left out."""
        return self.unit(1, unit, count)
