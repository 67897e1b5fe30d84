"""Ranges of dates, times of day and moments: how they are written, which one comes next.

A selection of a range is either two values (`["2013-01-01", "2013-01-31"]`, null or an empty text where it is open),
one text with a tilde (`"2013-01-01~2013-01-31"`, as in the built-in timerange), or a relative range in the words of the
vendor's control: `last 7 days`, `last 7 days (ending now)`, `this month`, `this month (ending now)`, `previous week`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from dateutil.relativedelta import relativedelta

from bireme_emulator.cluvio.expressions.definitions import FilterDefinition
from bireme_emulator.cluvio.expressions.values import Bound, read_value
from bireme_emulator.cluvio.inputs import InputsError, Value
from bireme_emulator.kernel.query.calendar import Calendar

__all__ = ["Range", "read_range", "shifted"]

_UNITS = "year|quarter|month|week|day|hour|minute"
_RELATIVE = re.compile(
    rf"(?:(?P<word>this|previous)\s+(?P<one>{_UNITS})|last\s+(?P<count>[0-9]{{1,5}})\s+(?P<many>{_UNITS})s?)"
    r"(?P<now>\s*\(?ending now\)?)?",
    re.IGNORECASE,
)
_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Range:
    """A range, both ends inclusive, None where open: dates, times of day or naive moments to the second.

    `empty` is one in which nothing lies: what comes after a range without an end.
    """

    start: Any = None
    end: Any = None
    empty: bool = False


def read_range(
    field: str, values: Sequence[Value], definition: FilterDefinition, *, now: datetime, zone: tzinfo
) -> Range:
    """Read the selection of a range filter. Raises InputsError for what is no range, or none that the filter allows."""
    if not values:
        return Range()
    if len(values) == 1 and isinstance(values[0], str):
        relative = _RELATIVE.fullmatch(values[0].strip())
        if relative is not None:
            if not definition.relative_range_enabled:
                raise InputsError(field, values[0], "The filter allows no relative ranges. Give a start and an end.")
            return _relative(field, relative, definition.value_type, Calendar(now, zone))
        start, tilde, end = values[0].partition("~")
        values = [start, end] if tilde else values
    if len(values) != 2:
        raise InputsError(field, list(values), "Give a start and an end: two values, or one text <start>~<end>.")
    bounds = [_bound(field, value, definition.value_type, zone) for value in values]
    _check_allowed(field, bounds, values, definition)
    return Range(bounds[0], bounds[1])


def shifted(given: Range, selector: str) -> Range:
    """Return the range right after (`next`) or before (`previous`) another one, as long as that is.

    Whole months are followed by as many whole months. All time stays all time; before a range without a start there is
    nothing, and after one without an end.
    """
    later = selector == "next"
    if given.empty or (given.start is None and given.end is None):
        return given
    if later:
        if given.end is None:
            return Range(empty=True)
        return _moved(given, 1) if given.start is not None else _beyond(given.end, 1)
    if given.start is None:
        return Range(empty=True)
    return _moved(given, -1) if given.end is not None else _beyond(given.start, -1)


def _bound(field: str, value: Value, value_type: str, zone: tzinfo) -> Bound:
    if value is None or value == "":
        return None
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,12}", value) and value_type == "DATE_TIME":
        value = int(value)  # Unix seconds in the text form, as in the built-in timerange
    return read_value(field, value, value_type, zone)


def _check_allowed(field: str, bounds: Sequence[Any], values: Sequence[Value], definition: FilterDefinition) -> None:
    start, end = bounds
    shown = list(values)
    if start is None and end is None:
        return
    if start is None and not definition.before_range_enabled:
        raise InputsError(field, shown, "The filter allows no ranges without a start.")
    if end is None and not definition.after_range_enabled:
        raise InputsError(field, shown, "The filter allows no ranges without an end.")
    if start is not None and end is not None:
        if not definition.from_to_range_enabled:
            raise InputsError(field, shown, "The filter allows no ranges from a start to an end.")
        if start > end:
            raise InputsError(field, shown, "Give a start that is not after the end.")


def _relative(field: str, found: re.Match[str], value_type: str, place: Calendar) -> Range:
    word, unit = (found["word"] or "last").lower(), (found["one"] or found["many"]).lower()
    ending_now, count = bool(found["now"]), int(found["count"] or 1)
    if value_type == "DATE" and unit in ("hour", "minute"):
        raise InputsError(field, found[0], "A range of dates is counted in days, weeks, months, quarters or years.")
    if value_type == "TIME" and unit not in ("hour", "minute"):
        raise InputsError(field, found[0], "A range of times of day is counted in hours or minutes.")
    if count == 0 or (word == "previous" and ending_now):
        raise InputsError(field, found[0], "Give, for example: last 7 days, this month (ending now), previous week.")
    try:
        interval = place.last(1, unit) if word == "previous" else place.unit(1 - count, unit, count)
        start, end = interval.start, interval.end
        if ending_now:
            start = start if word == "this" else place.step(place.now, -count, unit)
            end = place.now + _SECOND  # now itself is part of it
    except OverflowError as error:
        raise InputsError(field, found[0], "Give a range that begins after the year 1.") from error
    if start is None or end is None:
        raise AssertionError("a relative range has two ends")
    return _of_type(value_type, place, start, end - _SECOND)


def _of_type(value_type: str, place: Calendar, start: datetime, end: datetime) -> Range:
    """Return a range of moments as the clocks of the place show it, to the second."""
    first, last = (moment.astimezone(place.zone).replace(tzinfo=None, microsecond=0) for moment in (start, end))
    if value_type == "DATE":
        return Range(first.date(), last.date())
    if value_type == "TIME":  # a range that runs past midnight begins at midnight, today
        today = datetime.combine(last.date(), time())
        return Range(max(first, today).time(), last.time())
    return Range(first, last)


def _moved(given: Range, direction: int) -> Range:
    months = _whole_months(given.start, given.end)
    try:
        if months:
            shift = relativedelta(months=months * direction)
            start = given.start + shift
            last = given.end + shift
            end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
            return Range(start, end)
        if isinstance(given.start, time):
            return _moved_time(given, direction)
        step = _SECOND if isinstance(given.start, datetime) else _DAY
        length = (given.end - given.start + step) * direction
        return Range(given.start + length, given.end + length)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return Range(empty=True)


def _moved_time(given: Range, direction: int) -> Range:
    """Return the times of day after a range (before it for -1), up to midnight."""
    day = date(2000, 1, 1)
    start, end = (datetime.combine(day, moment) for moment in (given.start, given.end))
    length = (end - start + _SECOND) * direction
    first, last = start + length, end + length
    if direction > 0:
        return Range(empty=True) if first.date() != day else Range(first.time(), _up_to(last, day))
    return (
        Range(empty=True)
        if last.date() != day
        else Range(max(first, datetime.combine(day, time())).time(), last.time())
    )


def _up_to(moment: datetime, day: date) -> time:
    return moment.time() if moment.date() == day else time(23, 59, 59)


def _beyond(bound: Any, direction: int) -> Range:
    """Return all that lies after a bound (before it for -1)."""
    try:
        if isinstance(bound, time):
            moment = datetime.combine(date(2000, 1, 1), bound) + _SECOND * direction
            if moment.date() != date(2000, 1, 1):
                return Range(empty=True)
            bound = moment.time()
        else:
            bound += (_SECOND if isinstance(bound, datetime) else _DAY) * direction
    except OverflowError:
        return Range(empty=True)
    return Range(start=bound) if direction > 0 else Range(end=bound)


def _whole_months(start: Any, end: Any) -> int:
    """Return how many whole months a range covers, 0 where it does not begin and end with one."""
    if isinstance(start, time):
        return 0
    if isinstance(start, datetime) and (start.time(), end.replace(microsecond=0).time()) != (time(), time(23, 59, 59)):
        return 0
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return 0
    return int((end.year - start.year) * 12 + end.month - start.month + 1)
