"""Crontabs in a time zone: daylight saving in Berlin and New York, steps, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.kernel.crontab import at_intervals, crontab_problem, occurrences, of_any

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"


def on_day(crontab: str, zone: str, day: str) -> list[str]:
    """The local times at which it is due on a day, with their offsets."""
    start = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone))
    end = (datetime.fromisoformat(day) + timedelta(days=1)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = []
    for due in occurrences(crontab, zone, start.astimezone(UTC) - timedelta(microseconds=1)):
        if due >= end:
            return found
        found.append(due.astimezone(ZoneInfo(zone)).strftime("%H:%M%z"))
    return found


@pytest.mark.parametrize(
    ("zone", "crontab", "day", "expected"),
    [
        (BERLIN, "30 2 * * *", "2013-03-30", ["02:30+0100"]),
        (BERLIN, "30 2 * * *", "2013-03-31", ["03:00+0200"]),
        (BERLIN, "30 2 * * *", "2013-10-27", ["02:30+0200"]),
        (NEW_YORK, "30 2 * * *", "2013-03-10", ["03:00-0400"]),
        (NEW_YORK, "30 1 * * *", "2013-11-03", ["01:30-0400"]),
        (NEW_YORK, "15,45 2 * * *", "2013-03-10", ["03:00-0400"]),
    ],
)
def test_a_daily_job_runs_once_on_the_day_its_hour_is_skipped_or_doubled(
    zone: str, crontab: str, day: str, expected: list[str]
) -> None:
    assert on_day(crontab, zone, day) == expected


@pytest.mark.parametrize(
    ("zone", "spring", "autumn"), [(BERLIN, "2013-03-31", "2013-10-27"), (NEW_YORK, "2013-03-10", "2013-11-03")]
)
def test_an_hourly_job_runs_in_every_hour_that_there_is(zone: str, spring: str, autumn: str) -> None:
    assert len(on_day("0 * * * *", zone, spring)) == 23
    assert len(on_day("0 * * * *", zone, autumn)) == 25
    assert len(set(on_day("0 * * * *", zone, autumn))) == 25


def test_asking_from_within_the_doubled_hour_finds_no_occurrence_before() -> None:
    second_time = datetime(2013, 10, 27, 1, 10, tzinfo=UTC)  # 02:10 in Berlin, for the second time
    due = next(occurrences("30 2 * * *", BERLIN, second_time))
    assert due == datetime(2013, 10, 28, 1, 30, tzinfo=UTC)


def test_weekdays_and_months_are_read_in_the_zone() -> None:
    friday_night = datetime(2013, 5, 31, 21, 59, tzinfo=UTC)  # 23:59 in Berlin
    assert next(occurrences("0 0 1 * *", BERLIN, friday_night)) == datetime(2013, 5, 31, 22, tzinfo=UTC)


minutes = st.sampled_from(["*", "0", "30", "*/7", "5,55"])
hours = st.sampled_from(["*", "2", "1-3", "*/2", "0,23"])
moments = st.datetimes(datetime(2013, 1, 1), datetime(2014, 12, 31), timezones=st.just(UTC))


@given(minutes, hours, st.sampled_from([BERLIN, NEW_YORK, "Australia/Lord_Howe", "UTC"]), moments)
def test_occurrences_only_ever_go_forward(minute: str, hour: str, zone: str, after: datetime) -> None:
    found = list(islice(occurrences(f"{minute} {hour} * * *", zone, after), 30))
    assert found == sorted(set(found))
    assert found[0] > after


@pytest.mark.parametrize(
    ("crontab", "zone", "named"),
    [
        ("* * * *", "UTC", "five fields"),
        ("* * * * * *", "UTC", "five fields"),
        ("61 * * * *", "UTC", "Bad minute"),
        ("0 0 31 2 *", "UTC", "Bad day-of-month"),
        ("", "UTC", "five fields"),
        ("0 7 * * *", "Mars/Olympus", "Mars/Olympus"),
        ("0 7 * * *", "../etc/passwd", "there is no such zone"),
        ("0 7 * * *", "", "there is no such zone"),
    ],
)
def test_a_crontab_or_zone_that_is_none_is_named_with_what_would_be_one(crontab: str, zone: str, named: str) -> None:
    problem = crontab_problem(crontab, zone)
    assert problem is not None
    assert named in problem
    assert crontab_problem("0 7 * * 1-5", BERLIN) is None


def test_several_crontabs_come_due_in_order_and_each_moment_once() -> None:
    noon = datetime(2013, 6, 1, 12, tzinfo=UTC)
    found = islice(of_any(["0 18 * * *", "30 6 * * *", "0 6,18 * * *"], "UTC", noon), 4)
    assert [due.strftime("%d %H:%M") for due in found] == ["01 18:00", "02 06:00", "02 06:30", "02 18:00"]


def test_several_crontabs_meet_where_an_hour_is_skipped() -> None:
    start = datetime(2013, 3, 31, tzinfo=UTC)
    assert [*islice(of_any(["30 2 * * *", "0 3 * * *"], BERLIN, start), 2)] == [
        datetime(2013, 3, 31, 1, tzinfo=UTC),
        datetime(2013, 4, 1, 0, 30, tzinfo=UTC),
    ]


@given(
    minutes=st.integers(min_value=1, max_value=525_600),
    passed=st.timedeltas(min_value=timedelta(days=-2), max_value=timedelta(days=9000)),
)
def test_intervals_count_from_their_beginning_whenever_one_asks(minutes: int, passed: timedelta) -> None:
    since, every = datetime(2013, 6, 1, 12, 0, 7, 31, tzinfo=UTC), timedelta(minutes=minutes)
    first, second = islice(at_intervals(every, since, since + passed), 2)
    assert first > max(since + passed, since)
    assert first - max(since + passed, since) <= every
    assert (first - since) % every == timedelta(0)
    assert second - first == every


def test_intervals_end_with_the_calendar() -> None:
    since = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)
    assert len([*at_intervals(timedelta(minutes=10), since, since)]) == 2


def test_an_interval_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        at_intervals(timedelta(0), datetime(2013, 6, 1, tzinfo=UTC), datetime(2013, 6, 1, tzinfo=UTC))
