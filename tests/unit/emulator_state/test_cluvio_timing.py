"""When Cluvio's alerts and dashboard schedules run: their texts, and the times that come of them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bireme_emulator.cluvio.timing import (
    AtIntervals,
    AtTimes,
    Timing,
    TimingError,
    read_alert_timing,
    read_schedule,
    read_times,
    timer,
)

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
START = datetime(2013, 7, 1, 12, tzinfo=UTC)  # a Monday


def due(timing: Timing, zone: str, after: datetime, count: int) -> list[str]:
    """The next local times, with their day of the week."""
    found = islice(timer("it", timing, zone, after).after(after), count)
    return [each.astimezone(ZoneInfo(zone)).strftime("%a %Y-%m-%d %H:%M") for each in found]


def schedule(text: str) -> AtTimes:
    timing = read_schedule(text)
    assert timing is not None
    return timing


def test_disabled_runs_never_by_itself() -> None:
    assert read_schedule("disabled") is None
    assert read_alert_timing("disabled", None, None) is None
    assert read_alert_timing("disabled", "06:00", 10) is None


def test_a_time_of_day_is_read_in_both_forms() -> None:
    said = "06:00,6:30,9:00am,9:05 PM,12:00am,12:30pm,00:01,23:59"
    assert read_times(said, "run_at") == (
        time(0, 0), time(0, 1), time(6, 0), time(6, 30), time(9, 0), time(12, 30), time(21, 5), time(23, 59),
    )  # fmt: skip


def test_daily_runs_at_each_of_its_times() -> None:
    assert due(schedule("daily;9:00am,9:00pm"), NEW_YORK, START, 3) == [
        "Mon 2013-07-01 09:00",
        "Mon 2013-07-01 21:00",
        "Tue 2013-07-02 09:00",
    ]


def test_weekly_counts_its_days_from_monday() -> None:
    assert due(schedule("weekly;0,2,4;06:00"), "UTC", START, 3) == [
        "Wed 2013-07-03 06:00",
        "Fri 2013-07-05 06:00",
        "Mon 2013-07-08 06:00",
    ]
    assert due(schedule("weekly;6;06:00"), "UTC", START, 1) == ["Sun 2013-07-07 06:00"]
    assert due(schedule("weekly;5,6;06:00,7:15pm"), "UTC", START, 3)[1:] == [
        "Sat 2013-07-06 19:15",
        "Sun 2013-07-07 06:00",
    ]


def test_monthly_passes_over_a_month_without_the_day() -> None:
    assert due(schedule("monthly;1,31;06:00"), "UTC", START, 5) == [
        "Wed 2013-07-31 06:00",
        "Thu 2013-08-01 06:00",
        "Sat 2013-08-31 06:00",
        "Sun 2013-09-01 06:00",
        "Tue 2013-10-01 06:00",
    ]


def test_at_runs_every_day_at_its_times() -> None:
    timing = read_alert_timing("at", "06:00,6:00pm", None)
    assert timing == AtTimes((time(6), time(18)))
    assert due(timing, "UTC", START, 2) == ["Mon 2013-07-01 18:00", "Tue 2013-07-02 06:00"]


def test_every_counts_from_when_it_was_set() -> None:
    timing = read_alert_timing("every", None, 50)
    assert timing == AtIntervals(50)
    assert due(timing, "UTC", START, 3) == ["Mon 2013-07-01 12:50", "Mon 2013-07-01 13:40", "Mon 2013-07-01 14:30"]


@pytest.mark.parametrize(
    ("zone", "midnight", "expected"),
    [
        (BERLIN, datetime(2013, 3, 31), ["01:30+0100", "03:00+0200", "03:30+0200"]),
        (BERLIN, datetime(2013, 10, 27), ["01:30+0200", "02:30+0200", "03:30+0100"]),
        (NEW_YORK, datetime(2013, 3, 10), ["01:30-0500", "03:00-0400", "03:30-0400"]),
        (NEW_YORK, datetime(2013, 11, 3), ["01:30-0400", "02:30-0500", "03:30-0500"]),
    ],
)
def test_local_times_stay_what_they_are_when_clocks_change(zone: str, midnight: datetime, expected: list[str]) -> None:
    after = midnight.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = islice(timer("it", schedule("daily;01:30,02:30,03:30"), zone, after).after(after), 3)
    assert [each.astimezone(ZoneInfo(zone)).strftime("%H:%M%z") for each in found] == expected


def test_an_interval_is_not_moved_when_clocks_change() -> None:
    after = datetime(2013, 3, 31, 0, 30, tzinfo=UTC)  # 01:30 in Berlin, half an hour before the change
    found = [*islice(timer("it", AtIntervals(60), BERLIN, after).after(after), 3)]
    assert [later - earlier for earlier, later in pairwise([after, *found])] == [timedelta(hours=1)] * 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "schedule cannot be ''. Give disabled, daily;<times>"),
        ("hourly;06:00", "weekly;0,2,4;06:00"),
        ("disabled;06:00", "Give disabled"),
        ("daily", "daily;<times>"),
        ("daily;", "Give times of day such as 06:00 or 9:00am, separated by commas"),
        ("daily;0;06:00", "daily;<times>"),
        ("daily;06:00,", "schedule cannot be ''. Give times"),
        ("daily;6", "schedule cannot be '6'. Give times"),
        ("daily;24:00", "Give a time of day from 00:00 to 23:59"),
        ("daily;06:60", "Give a time of day from 00:00 to 23:59"),
        ("daily;13:00pm", "With am or pm, give an hour from 1 to 12"),
        ("daily;0:30am", "With am or pm, give an hour from 1 to 12"),
        ("daily;\u0660\u0666:00", "Give times of day"),
        ("daily;06:00\n", None),
        ("weekly;7;06:00", "schedule cannot be '7'. Give days from 0 (Monday) to 6 (Sunday)"),
        ("weekly;-1;06:00", "schedule cannot be '-1'"),
        ("weekly;mon;06:00", "schedule cannot be 'mon'"),
        ("weekly;06:00", "weekly;<days>;<times>"),
        ("monthly;0;06:00", "schedule cannot be '0'. Give days from 1 to 31"),
        ("monthly;32;06:00", "schedule cannot be '32'. Give days from 1 to 31"),
        ("monthly;1;06:00;x", "monthly;<days>;<times>"),
        ("daily;06:00\x00", "Give times of day"),
    ],
)
def test_a_schedule_that_cannot_be_read_says_what_would_be(text: str, message: str | None) -> None:
    if message is None:  # spaces around the parts are no fault
        assert read_schedule(text) == AtTimes((time(6),))
        return
    with pytest.raises(TimingError) as caught:
        read_schedule(text)
    assert message in str(caught.value)
    assert caught.value.field == "schedule"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("at", None, 10), "run_at is missing. With run_schedule at it is required"),
        (("at", " ", 10), "run_at cannot be ' '. With run_schedule at it is required"),
        (("at", "noon", None), "run_at cannot be 'noon'"),
        (("disabled", "noon", None), "run_at cannot be 'noon'"),
        (("every", "06:00", None), "run_every is missing. With run_schedule every it is required"),
        (("every", None, 0), "run_every cannot be 0. Give a number of minutes from 1 to 525,600"),
        (("every", None, -5), "run_every cannot be -5"),
        (("every", None, 10**40), "run_every cannot be 1000"),
        (("daily", None, None), "run_schedule cannot be 'daily'. Give disabled, at or every"),
    ],
)
def test_an_alert_says_when_it_runs_or_is_refused(given: tuple[str, str | None, int | None], message: str) -> None:
    with pytest.raises(TimingError) as caught:
        read_alert_timing(*given)
    assert message in str(caught.value)


@given(st.text(max_size=40) | st.text(alphabet="dailymonthwek;,:0123456789 apm", max_size=40))
@example("weekly;" + "9" * 5000 + ";06:00")
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        timing, refused = read_schedule(text), ""
    except TimingError as error:
        timing, refused = None, str(error)
    assert len(refused) < 400
    assert refused or timing is None or timing.times


times_of_day = st.lists(st.times().map(lambda each: each.replace(second=0, microsecond=0)), min_size=1, max_size=12)


@given(
    times=times_of_day,
    days=st.lists(st.integers(0, 6), min_size=1, max_size=7),
    zone=st.sampled_from(["UTC", BERLIN, NEW_YORK, "Australia/Lord_Howe", "Asia/Kathmandu"]),
    after=st.datetimes(datetime(2012, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    twelve=st.booleans(),
)
def test_a_week_has_each_of_its_times_once(
    times: list[time], days: list[int], zone: str, after: datetime, twelve: bool
) -> None:
    words = [each.strftime("%I:%M%p").lower() if twelve else each.strftime("%H:%M") for each in times]
    timing = schedule(f"weekly;{','.join(map(str, days))};{','.join(words)}")
    count = len(set(times)) * len(set(days))
    found = [*islice(timer("it", timing, zone, after).after(after), 3 * count)]
    assert all(earlier < later for earlier, later in pairwise([after, *found]))
    local = [each.astimezone(ZoneInfo(zone)) for each in found]
    assert {each.weekday() for each in local} <= set(days)
    usual = [each for each in local if each.time() in set(times)]
    assert len(local) - len(usual) <= 3 * len(times), "only what a change of the clocks skips comes at another time"
    assert len({(each.date(), each.time()) for each in usual}) == len(usual)
    assert found[-1] - after <= timedelta(days=7 * 3 + 7)


@given(times=times_of_day, days=st.lists(st.integers(1, 31), min_size=1, max_size=31))
def test_a_month_has_each_of_its_days(times: list[time], days: list[int]) -> None:
    timing = schedule(f"monthly;{','.join(map(str, days))};{','.join(f'{each:%H:%M}' for each in times)}")
    after = datetime(2013, 2, 1, tzinfo=UTC) - timedelta(seconds=1)
    february = [each for each in islice(timer("it", timing, "UTC", after).after(after), 400) if each.month == 2]
    in_2013 = [each for each in february if each.year == 2013]
    assert {each.day for each in in_2013} == {day for day in days if day <= 28}
    assert {each.time() for each in in_2013} == (set(times) if min(days) <= 28 else set())
