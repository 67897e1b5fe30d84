"""When a crontab comes due, in a time zone with its daylight saving; several of them, and what comes at intervals.

The rules are those of Debian's cron, as the library `cronsim` has them. A job at set hours (`30 2 * * *`) that falls
into the hour that is skipped in spring runs once, when the clocks have gone forward; in autumn it runs once, the first
time that its hour comes. A job with `*` as its minutes or hours follows the clock on the wall: it does not run in the
hour that is skipped, and runs in both of the doubled one.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

__all__ = ["at_intervals", "crontab_problem", "occurrences", "of_any"]

_ANY = datetime(2000, 1, 1, tzinfo=UTC)


def occurrences(crontab: str, timezone: str, after: datetime) -> Iterator[datetime]:
    """The times at which it is due, strictly after `after` (aware), in UTC, one by one and for ever.

    They end where none comes within 50 years. Raises `ValueError` for a crontab or zone that is none.

    >>> next(occurrences("30 2 * * *", "Europe/Berlin", datetime(2013, 3, 30, 12, tzinfo=UTC))).isoformat()
    '2013-03-31T01:00:00+00:00'
    """
    from cronsim import CronSim, CronSimError

    if len(crontab.split()) != 5:
        raise ValueError(f"crontab={crontab!r}: give five fields: minute, hour, day of month, month, day of week")
    zone = _zone(timezone)
    try:
        found = CronSim(crontab, after.astimezone(zone))
    except CronSimError as error:
        raise ValueError(f"crontab={crontab!r}: {error}; e.g. 30 7 * * 1-5 is 07:30 from Monday to Friday") from error
    return _onwards(found, after)


def of_any(crontabs: Sequence[str], timezone: str, after: datetime) -> Iterator[datetime]:
    """The times at which any of several crontabs is due, as `occurrences` gives them, each once.

    Raises `ValueError` for a crontab or zone that is none.
    """
    found = [occurrences(crontab, timezone, after) for crontab in crontabs]
    return found[0] if len(found) == 1 else _onwards(heapq.merge(*found), after)


def at_intervals(every: timedelta, since: datetime, after: datetime) -> Iterator[datetime]:
    """The times `since` plus once, twice, ... the interval, strictly after `after`, in UTC, up to the year 9999.

    They are a matter of time that passes: clocks that are put forward or back change nothing. Raises `ValueError` for
    an interval that is none.

    >>> next(at_intervals(timedelta(minutes=10), datetime(2013, 7, 1, tzinfo=UTC), datetime(2013, 7, 1, 1, tzinfo=UTC)))
    datetime.datetime(2013, 7, 1, 1, 10, tzinfo=datetime.timezone.utc)
    """
    if every <= timedelta(0):
        raise ValueError(f"every={every!r}: give an interval of more than nothing")
    return _steps(every, since.astimezone(UTC), max(0, (after - since) // every))


def crontab_problem(crontab: str, timezone: str) -> str | None:
    """What is wrong with a crontab or its zone, or `None`."""
    try:
        occurrences(crontab, timezone, _ANY)
    except ValueError as error:
        return str(error)
    return None


def _steps(every: timedelta, since: datetime, passed: int) -> Iterator[datetime]:
    try:
        due = since + passed * every
        while True:
            due += every
            yield due
    except OverflowError:  # beyond the year 9999
        return


def _onwards(found: Iterator[datetime], after: datetime) -> Iterator[datetime]:
    for moment in found:
        due = moment.astimezone(UTC)
        if due > after:  # beginning in the second of two doubled hours, the first of them would be found again
            after = due
            yield due


def _zone(name: str) -> tzinfo:
    if name in ("UTC", "Etc/UTC"):
        return UTC
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"timezone={name!r}: there is no such zone; e.g. Europe/Berlin") from error
