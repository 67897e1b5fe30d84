"""Every date phrase that the vendor shows means exactly what it says, in any time zone, also when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bireme_emulator.holistics.dates import DatePhraseError, parse_date_phrase
from bireme_emulator.kernel.query.calendar import UNITS, Calendar, Interval

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2020, 3, 18, 18, 30, 20, 500_000, tzinfo=UTC)  # Wednesday, 14:30:20 in New York


def resolve(phrase: str, now: datetime = NOW, zone: ZoneInfo = NEW_YORK) -> tuple[str, str]:
    interval = parse_date_phrase(phrase).resolve(now, zone)
    assert interval.start is not None
    assert interval.end is not None
    return _shown(interval.start), _shown(interval.end)


def _shown(moment: datetime) -> str:
    text = moment.replace(tzinfo=None).isoformat(sep=" ")
    return text.removesuffix(" 00:00:00")


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("yesterday", "2020-03-17", "2020-03-18"),
        ("today", "2020-03-18", "2020-03-19"),
        ("tomorrow", "2020-03-19", "2020-03-20"),
        ("now", "2020-03-18 14:30:20", "2020-03-18 14:30:21"),
        ("last 2 months", "2020-01-01", "2020-03-01"),
        ("last 3 months", "2019-12-01", "2020-03-01"),
        ("last 7 days", "2020-03-11", "2020-03-18"),
        ("last 3 days", "2020-03-15", "2020-03-18"),
        ("last week", "2020-03-09", "2020-03-16"),
        ("last quarter", "2019-10-01", "2020-01-01"),
        ("last 2 hours", "2020-03-18 12:00:00", "2020-03-18 14:00:00"),
        ("last 90 seconds", "2020-03-18 14:28:50", "2020-03-18 14:30:20"),
        ("next week", "2020-03-23", "2020-03-30"),
        ("next 3 years in the future", "2021-01-01", "2024-01-01"),
        ("this month", "2020-03-01", "2020-04-01"),
        ("this quarter", "2020-01-01", "2020-04-01"),
        ("this minute", "2020-03-18 14:30:00", "2020-03-18 14:31:00"),
        ("2 months ago", "2020-01-01", "2020-02-01"),
        ("1 day ago", "2020-03-17", "2020-03-18"),
        ("2 weeks from now", "2020-03-30", "2020-04-06"),
        ("3 weeks ago till today", "2020-02-24", "2020-03-19"),
        ("monday last week", "2020-03-09", "2020-03-10"),
        ("wed this week", "2020-03-18", "2020-03-19"),
        ("sunday this week", "2020-03-22", "2020-03-23"),
        ("fri last 3 weeks", "2020-02-28", "2020-02-29"),
        ("tuesday next 2 weeks", "2020-03-31", "2020-04-01"),
        ("last week Tuesday", "2020-03-10", "2020-03-11"),
        ("last month begin", "2020-02-01", "2020-02-02"),
        ("last month end", "2020-02-29", "2020-03-01"),
        ("last month end - today", "2020-02-29", "2020-03-19"),
        ("last 2 years begin", "2018-01-01", "2018-01-02"),
        ("this week end", "2020-03-22", "2020-03-23"),
        ("next 2 months end", "2020-05-31", "2020-06-01"),
        ("19:00 yesterday to now", "2020-03-17 19:00:00", "2020-03-18 14:30:21"),
        ("15 yesterday", "2020-03-17 15:00:00", "2020-03-17 16:00:00"),
        ("15 April 30, 2024", "2024-04-30 15:00:00", "2024-04-30 16:00:00"),
        ("15", "2020-03-18 15:00:00", "2020-03-18 16:00:00"),
        ("15:00", "2020-03-18 15:00:00", "2020-03-18 15:01:00"),
        ("15:00:30", "2020-03-18 15:00:30", "2020-03-18 15:00:31"),
        ("2024-04-30 15:00", "2024-04-30 15:00:00", "2024-04-30 15:01:00"),
        ("2024-04-30T15:00:30", "2024-04-30 15:00:30", "2024-04-30 15:00:31"),
        ("2024", "2024-01-01", "2025-01-01"),
        ("Apr 2024", "2024-04-01", "2024-05-01"),
        ("April 2024", "2024-04-01", "2024-05-01"),
        ("may 2024", "2024-05-01", "2024-06-01"),
        ("30 April 2024", "2024-04-30", "2024-05-01"),
        ("April 30 2024", "2024-04-30", "2024-05-01"),
        ("Apr 30, 2024", "2024-04-30", "2024-05-01"),
        ("30-04-2024", "2024-04-30", "2024-05-01"),
        ("2024-04-30", "2024-04-30", "2024-05-01"),
        ("30/04/2024", "2024-04-30", "2024-05-01"),
        ("2024/04/30", "2024-04-30", "2024-05-01"),
        ("1998 - 2018", "1998-01-01", "2019-01-01"),
        ("1998-2018", "1998-01-01", "2019-01-01"),
        ("Dec 2018 - 1/1/2020", "2018-12-01", "2020-01-02"),
        ("2020-03-01 to 2020-04-01", "2020-03-01", "2020-04-02"),
        ("  LAST   7   Days ", "2020-03-11", "2020-03-18"),
        ("beginning to yesterday", "1970-01-01", "2020-03-18"),
    ],
)
def test_a_phrase_means_exactly_this(phrase: str, start: str, end: str) -> None:
    assert resolve(phrase) == (start, end)


def test_all_time_has_no_ends() -> None:
    assert parse_date_phrase("all time").resolve(NOW, NEW_YORK) == Interval(None, None)
    assert parse_date_phrase("Any time").resolve(NOW, NEW_YORK) == Interval(None, None)


def test_today_is_the_day_of_the_place_not_of_greenwich() -> None:
    late = datetime(2020, 1, 1, 2, 0, tzinfo=UTC)
    assert resolve("today", late) == ("2019-12-31", "2020-01-01")
    assert resolve("today", late, ZoneInfo("Asia/Ho_Chi_Minh")) == ("2020-01-01", "2020-01-02")
    assert resolve("this year", late, NEW_YORK) == ("2019-01-01", "2020-01-01")


def _hours(phrase: str, now: datetime, zone: ZoneInfo = NEW_YORK) -> float:
    interval = parse_date_phrase(phrase).resolve(now, zone)
    assert interval.start is not None
    assert interval.end is not None
    return (interval.end.astimezone(UTC) - interval.start.astimezone(UTC)) / timedelta(hours=1)


def test_a_day_is_as_long_as_its_clocks_make_it() -> None:
    assert _hours("2020-03-08", NOW) == 23
    assert _hours("2020-11-01", NOW) == 25
    assert _hours("2020-03-07", NOW) == 24
    assert _hours("2020-03-07 to 2020-03-09", NOW) == 71


def test_hours_are_real_hours_across_the_change() -> None:
    after = datetime(2020, 3, 8, 8, 30, tzinfo=UTC)  # 04:30, an hour was skipped at 02:00
    assert resolve("last 4 hours", after) == ("2020-03-07 23:00:00", "2020-03-08 04:00:00")
    assert _hours("last 4 hours", after) == 4
    twice = datetime(2020, 11, 1, 6, 30, tzinfo=UTC)  # 01:30 for the second time
    assert _hours("last hour", twice) == 1
    assert _hours("this hour", twice) == 1


def test_a_day_may_begin_at_one_o_clock() -> None:
    # Midnight of 4 November 2018 did not exist in Sao Paulo.
    assert resolve("2018-11-04", NOW, ZoneInfo("America/Sao_Paulo")) == ("2018-11-04 01:00:00", "2018-11-05")
    assert _hours("2018-11-04", NOW, ZoneInfo("America/Sao_Paulo")) == 23


@pytest.mark.parametrize(
    ("phrase", "position", "reason"),
    [
        ("", 0, "the phrase ends where a date"),
        ("soon", 0, "'soon' stands where a date"),
        ("last", 4, "the phrase ends where a unit of time"),
        ("last 0 days", 5, "a count of at least 1"),
        ("last 7 dayz", 7, "'dayz' stands where a unit of time"),
        ("yesterday yesterday", 10, "the end of the phrase"),
        ("today to", 8, "the phrase ends"),
        ("today to tomorrow to today", 18, "the end of the phrase"),
        ("2013-02-30", 0, "there is no day 2013-02-30"),
        ("31/04/2020", 0, "there is no day 2020-04-31"),
        ("0000", 0, "there is no day 0000-01-01"),
        ("25:00", 0, "a time from 00:00:00 to 23:59:59"),
        ("24", 0, "a time from"),
        ("12345", 0, "a year of four digits"),
        ("3 days", 6, "'ago' or 'from now'"),
        ("fri", 3, "'this', 'last' or 'next'"),
        ("monday last month", 7, "'week'"),
        ("last hour begin", 10, "a period of whole days"),
        ("next 2 days in the past", 19, "'in the future'"),
        ("april", 5, "a year of four digits"),
        ("last 99999999999 days", 5, "nothing that can be read begins with '9'"),
        ("tomorrow; DROP TABLE", 8, "nothing that can be read begins with ';'"),
        ("İ", 0, "nothing that can be read"),
    ],
)
def test_an_unreadable_phrase_says_where_and_what_was_expected(phrase: str, position: int, reason: str) -> None:
    with pytest.raises(DatePhraseError) as caught:
        parse_date_phrase(phrase)
    assert caught.value.position == position
    assert reason in str(caught.value)
    assert "'last 7 days'" in str(caught.value)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("today - yesterday", "it ends before it begins"),
        ("2020 - 2019", "it ends before it begins"),
        ("last 99999 years", "outside the calendar"),
        ("99999999 days from now", "outside the calendar"),
        ("9999-12-31", "outside the calendar"),
    ],
)
def test_a_readable_phrase_that_makes_no_sense_says_so(phrase: str, reason: str) -> None:
    with pytest.raises(DatePhraseError, match=reason):
        parse_date_phrase(phrase).resolve(NOW, NEW_YORK)


_NUMBERS = st.integers(1, 40)
_UNITS = st.sampled_from(UNITS).flatmap(lambda unit: st.sampled_from([unit, unit + "s"]))
_WHICH = st.sampled_from(["last", "next"])
_TIMES = st.times().flatmap(lambda t: st.sampled_from([f"{t:%H}", f"{t:%H:%M}", f"{t:%H:%M:%S}"]))
_DATES = st.dates(datetime(1971, 1, 2).date(), datetime(2100, 1, 1).date()).flatmap(
    lambda d: st.sampled_from([f"{d:%Y-%m-%d}", f"{d:%d/%m/%Y}", f"{d:%d %b %Y}", f"{d:%B %d, %Y}", f"{d:%Y/%m/%d}"])
)
_WEEKDAYS = st.sampled_from(["monday", "tue", "Wednesday", "thu", "FRI", "saturday", "sun"])
_DAYS = st.one_of(
    st.sampled_from(["today", "yesterday", "tomorrow"]),
    _DATES,
    st.builds("{} days ago".format, _NUMBERS),
    st.builds("{} {} {} weeks".format, _WEEKDAYS, _WHICH, _NUMBERS),
    st.builds(
        "{} {} {} {}".format,
        _WHICH,
        _NUMBERS,
        st.sampled_from(["months", "years", "weeks"]),
        st.sampled_from(["begin", "end"]),
    ),
)
_EXPRESSIONS = st.one_of(
    _DAYS,
    _TIMES,
    st.builds("{} {}".format, _TIMES, _DAYS),
    st.builds("{} {}".format, _DAYS, _TIMES),
    st.builds("{} {}".format, _WHICH, _UNITS),
    st.builds("{} {} {}".format, _WHICH, _NUMBERS, _UNITS),
    st.builds("this {}".format, _UNITS),
    st.builds("{} {} ago".format, _NUMBERS, _UNITS),
    st.sampled_from(["now", "2013", "Feb 2016", "next 3 years in the future"]),
)
_MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))
_ZONES = st.sampled_from(["UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo"]).map(
    ZoneInfo
)


@settings(deadline=None)
@given(_EXPRESSIONS, _MOMENTS, _ZONES)
def test_every_phrase_of_the_grammar_is_read_and_covers_some_time(phrase: str, now: datetime, zone: ZoneInfo) -> None:
    interval = parse_date_phrase(phrase).resolve(now, zone)
    assert interval.start is not None
    assert interval.end is not None
    assert interval.start.astimezone(UTC) < interval.end.astimezone(UTC)


@settings(deadline=None)
@given(_EXPRESSIONS, _EXPRESSIONS, _MOMENTS, _ZONES, st.sampled_from([" to ", " till ", " - ", " until "]))
def test_a_range_runs_from_the_beginning_of_one_to_the_end_of_the_other(
    first: str, second: str, now: datetime, zone: ZoneInfo, joiner: str
) -> None:
    begin = parse_date_phrase(first).resolve(now, zone).start
    end = parse_date_phrase(second).resolve(now, zone).end
    assert begin is not None
    assert end is not None
    phrase = parse_date_phrase(first + joiner + second)
    if begin.astimezone(UTC) < end.astimezone(UTC):
        assert phrase.resolve(now, zone) == Interval(begin, end)
    else:
        with pytest.raises(DatePhraseError, match="ends before it begins"):
            phrase.resolve(now, zone)


@settings(deadline=None)
@given(_MOMENTS, _ZONES, st.sampled_from(UNITS), _NUMBERS)
def test_last_this_and_next_lie_side_by_side(now: datetime, zone: ZoneInfo, unit: str, count: int) -> None:
    calendar = Calendar(now, zone)
    last, this, following = calendar.last(count, unit), calendar.unit(0, unit), calendar.next(count, unit)
    assert last.end is not None
    assert this.start is not None
    assert this.end is not None
    assert following.start is not None
    assert last.end.astimezone(UTC) == this.start.astimezone(UTC)
    assert this.end.astimezone(UTC) == following.start.astimezone(UTC)
    assert this.start.astimezone(UTC) <= now < this.end.astimezone(UTC)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_other_text_is_refused_with_the_one_error(text: str) -> None:
    refusal = None
    try:
        parse_date_phrase(text).resolve(NOW, NEW_YORK)
    except DatePhraseError as error:
        refusal = error
    assert refusal is None or 0 <= refusal.position <= len(text)
