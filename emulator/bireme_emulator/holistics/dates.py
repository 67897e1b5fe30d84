"""Natural date phrases, as the operator `matches` (and `is` on dates) takes them: "last 2 months", "fri last 3 weeks".

Holistics API v2, date filters; the vendor gives examples and tables, this grammar is ours:

    phrase  := "all time" | "any time" | expr [("to" | "till" | "until" | "-") expr]
    expr    := [time] day [time] | time | span
    day     := "today" | "yesterday" | "tomorrow" | absolute
             | number unit ("ago" | "from" "now")
             | weekday ("this" | "last" [number] | "next" [number]) week  | week weekday
             | period ("begin" | "end") | "beginning"
    span    := period ["in" "the" "future"] | month year | year | "now"
    period  := "this" unit | ("last" | "next") [number] unit
    absolute:= DD month YYYY | month DD [","] YYYY | DD-MM-YYYY | YYYY-MM-DD | DD/MM/YYYY | YYYY/MM/DD
    time    := HH | HH:MM | HH:MM:SS
    unit    := year | quarter | month | week | day | hour | minute | second, singular or plural

Every phrase is a half-open interval [start, end). `last`/`next` leave out the current, incomplete unit. A point covers
the smallest unit written (`15:00` a minute, `2 months ago` that whole month, `now` the second). A range runs from the
beginning of its first part to the end of its second. Weeks begin on Monday; a time without a date is today's.
`beginning` is 1970-01-01, the vendor's earliest day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo
from typing import NoReturn

from bireme_emulator.kernel.query.calendar import UNITS, Calendar, Interval

EXAMPLES = ("last 7 days", "yesterday", "monday last week", "last month end - today", "2013-03-01 to 2013-04-01")

_TOKEN = re.compile(
    r"(?P<ymd>\d{4}([-/])\d{1,2}\2\d{1,2})(?!\d)"
    r"|(?P<dmy>\d{1,2}([-/])\d{1,2}\4\d{4})(?!\d)"
    r"|(?P<time>\d{1,2}:\d{2}(:\d{2})?)(?![\d:])"
    r"|(?P<number>\d{1,9})(?!\d)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>[-–—])"
    r"|(?P<comma>,)",
    re.ASCII,
)
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_JOINERS = {"to", "till", "until"}

Resolver = Callable[[Calendar], Interval]


class DatePhraseError(ValueError):
    """A date phrase cannot be read. `position` is the index of the first character that does not fit, `reason` why."""

    def __init__(self, phrase: str, position: int, reason: str) -> None:
        self.phrase = phrase
        self.position = position
        self.reason = reason
        examples = ", ".join(repr(example) for example in EXAMPLES)
        problem = f"The date phrase {phrase!r} cannot be read at position {position}: {reason}."
        super().__init__(f"{problem} Examples that can: {examples}.")


@dataclass(frozen=True)
class DatePhrase:
    """A phrase that has been read; what it means depends on the moment and the place."""

    text: str
    _resolver: Resolver

    def resolve(self, now: datetime, zone: tzinfo) -> Interval:
        """Return the interval meant at `now` in `zone`. Raises DatePhraseError when it ends before it begins or lies
        outside the calendar."""
        try:
            interval = self._resolver(Calendar(now, zone))
        except (OverflowError, ValueError) as error:
            raise DatePhraseError(self.text, 0, f"it lies outside the calendar ({error})") from error
        start, end = interval.start, interval.end
        if start is not None and end is not None and end.astimezone(UTC) <= start.astimezone(UTC):
            raise DatePhraseError(self.text, 0, "it ends before it begins")
        return interval


def parse_date_phrase(text: str) -> DatePhrase:
    """Read a phrase. Raises DatePhraseError.

    Example: `parse_date_phrase("last 2 months").resolve(now, ZoneInfo("America/New_York"))`
    """
    return DatePhrase(text, _Parser(text).phrase())


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    position: int


@dataclass(frozen=True)
class _Part:
    """A part of a phrase: what it covers, and whether it is a day to which a time of day may be added."""

    resolver: Resolver
    is_day: bool = False


def _tokens(text: str) -> list[_Token]:
    # An ISO 8601 date and time is a date and a time; the T between them says nothing else.
    # Only ASCII is lowered: other letters may change their number, and errors name a position.
    plain = re.sub(r"(?<=\d)[tT](?=\d)", " ", text).translate(_LOWER)
    tokens: list[_Token] = []
    position = 0
    while position < len(plain):
        if plain[position].isspace():
            position += 1
            continue
        found = _TOKEN.match(plain, position)
        if found is None:
            raise DatePhraseError(text, position, f"nothing that can be read begins with {text[position]!r}")
        kind = next(name for name in ("ymd", "dmy", "time", "number", "word", "dash", "comma") if found[name])
        tokens.append(_Token(kind, found[0], position))
        position = found.end()
    return tokens


class _Parser:
    """Recursive descent over the tokens of one phrase; each method takes what it reads and leaves the rest."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.index = 0

    def peek(self, ahead: int = 0) -> _Token:
        """Return a token without taking it; past the end, one of kind `end`."""
        place = self.index + ahead
        return self.tokens[place] if place < len(self.tokens) else _Token("end", "", len(self.text))

    def take(self) -> _Token:
        """Return the next token and move past it."""
        token = self.peek()
        self.index += 1
        return token

    def took(self, *words: str) -> bool:
        """Take the next token if it is one of these words."""
        if self.peek().kind == "word" and self.peek().text in words:
            self.index += 1
            return True
        return False

    def fail(self, expected: str, token: _Token | None = None) -> NoReturn:
        """Say what should have stood where something else stands."""
        found = token or self.peek()
        shown = "the phrase ends" if found.kind == "end" else f"{found.text!r} stands"
        raise DatePhraseError(self.text, found.position, f"{shown} where {expected} is expected")

    def phrase(self) -> Resolver:
        """Read the whole text."""
        if self.peek().text in ("all", "any") and self.peek(1).text == "time":
            self.index += 2
            return self.finished(lambda _: Interval(None, None))
        first = self.expression()
        if self.peek().kind == "dash" or self.peek().text in _JOINERS:
            self.take()
            second = self.expression()
            return self.finished(lambda calendar: Interval(first(calendar).start, second(calendar).end))
        return self.finished(first)

    def finished(self, resolver: Resolver) -> Resolver:
        """Insist that nothing is left."""
        if self.peek().kind != "end":
            self.fail("the end of the phrase, or 'to' and another date,")
        return resolver

    def expression(self) -> Resolver:
        """Read one end of a range, or all of a phrase."""
        clock = self.clock()
        if clock is not None:
            if self.peek().kind in ("end", "dash") or self.peek().text in _JOINERS:
                return _at_time(lambda calendar: calendar.unit(0, "day"), clock)
            start = self.peek()
            part = self.part()
            if not part.is_day:
                self.fail("a single day after the time", start)
            return _at_time(part.resolver, clock)
        part = self.part()
        if part.is_day:
            clock = self.clock()
            if clock is not None:
                return _at_time(part.resolver, clock)
        return part.resolver

    def clock(self) -> tuple[time, str] | None:
        """Read a time of day, if one stands here, with the unit it is written to."""
        token = self.peek()
        bare_hour = token.kind == "number" and len(token.text) <= 2 and not self.number_begins_a_date()
        if token.kind != "time" and not bare_hour:
            return None
        self.take()
        hour, minute, second = [*(int(piece) for piece in token.text.split(":")), 0, 0][:3]
        try:
            return time(hour, minute, second), ("hour", "minute", "second")[token.text.count(":")]
        except ValueError:
            self.fail("a time from 00:00:00 to 23:59:59", token)

    def number_begins_a_date(self) -> bool:
        """Tell whether the number here counts units (`3 days ago`) or days of a month (`3 April 2013`), or else is an
        hour, as also before a month that has its day behind it (`3 April 30, 2013`)."""
        following, third = self.peek(1), self.peek(2)
        is_day = _month(following.text) is not None and not (third.kind == "number" and len(third.text) <= 2)
        return following.kind == "word" and (is_day or _unit(following.text) is not None)

    def part(self) -> _Part:
        """Read a date, a weekday, a period or a count of units."""
        token = self.peek()
        if token.kind in ("ymd", "dmy"):
            return self.numeric_date()
        if token.kind == "number":
            return self.counted_or_written_date()
        if token.kind != "word":
            self.fail("a date, a period such as 'last 7 days', or a word such as 'today'")
        offset = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(token.text)
        if offset is not None:
            self.take()
            return _Part(lambda calendar: calendar.unit(offset, "day"), is_day=True)
        if self.took("now"):
            return _Part(lambda calendar: calendar.unit(0, "second"))
        if self.took("beginning"):
            return _Part(_day(datetime(1970, 1, 1)), is_day=True)  # noqa: DTZ001 - wall time
        if token.text in ("this", "last", "next"):
            return self.period()
        if _month(token.text) is not None:
            return self.month_first()
        if _weekday(token.text) is None:
            self.fail("a date, a period such as 'last 7 days', or a word such as 'today'")
        return self.weekday_of_week()

    def numeric_date(self) -> _Part:
        """Read a date in digits; the year tells which way round it is written, else the day comes first."""
        token = self.take()
        numbers = [int(piece) for piece in re.split("[-/]", token.text)]
        year, month, day = numbers if token.kind == "ymd" else reversed(numbers)
        return _Part(_day(self.wall(year, month, day, token)), is_day=True)

    def counted_or_written_date(self) -> _Part:
        """Read `3 weeks ago`, `2 weeks from now`, `30 April 2013` or `2013`."""
        token = self.take()
        unit = _unit(self.peek().text)
        if unit is not None:
            self.take()
            count = int(token.text)
            if self.took("ago"):
                count = -count
            elif not (self.took("from") and self.took("now")):
                self.fail("'ago' or 'from now'")
            return _Part(lambda calendar: calendar.unit(count, unit), is_day=unit == "day")
        month = _month(self.peek().text)
        if month is not None:
            self.take()
            year = self.year()
            return _Part(_day(self.wall(year, month, int(token.text), token)), is_day=True)
        if len(token.text) != 4:
            self.fail("a year of four digits, an hour, or a count with its unit", token)
        first = self.wall(int(token.text), 1, 1, token)
        return _Part(lambda calendar: _unit_at(calendar, first, "year"))

    def month_first(self) -> _Part:
        """Read `April 2013` or `April 30, 2013`."""
        token = self.take()
        month = _month(token.text) or 0
        if self.peek().kind == "number" and len(self.peek().text) <= 2:
            day = self.take()
            if self.peek().kind == "comma":
                self.take()
            return _Part(_day(self.wall(self.year(), month, int(day.text), day)), is_day=True)
        first = self.wall(self.year(), month, 1, token)
        return _Part(lambda calendar: _unit_at(calendar, first, "month"))

    def year(self) -> int:
        """Read a year of four digits."""
        if self.peek().kind != "number" or len(self.peek().text) != 4:
            self.fail("a year of four digits")
        return int(self.take().text)

    def wall(self, year: int, month: int, day: int, token: _Token) -> datetime:
        """Return a day of the calendar, or say that there is no such day."""
        try:
            return datetime(year, month, day)  # noqa: DTZ001 - wall time
        except ValueError:
            raise DatePhraseError(self.text, token.position, f"there is no day {year:04}-{month:02}-{day:02}") from None

    def window(self) -> tuple[int, int, str]:
        """Read `this unit`, `last [N] unit` or `next [N] unit`: offset of the first unit, number of units, unit."""
        which = self.take()
        if which.text not in ("this", "last", "next"):
            self.fail("'this', 'last' or 'next'", which)
        count = 1
        if which.text != "this" and self.peek().kind == "number":
            number = self.take()
            count = int(number.text)
            if count < 1:
                self.fail("a count of at least 1", number)
        unit = _unit(self.peek().text)
        if unit is None:
            self.fail(f"a unit of time ({', '.join(UNITS)})")
        self.take()
        offset = {"this": 0, "last": -count, "next": 1}[which.text]
        return offset, count, unit

    def period(self) -> _Part:
        """Read a period, its first or last day, or a weekday of it when it is a week."""
        start = self.index
        offset, count, unit = self.window()
        days_long = unit in ("year", "quarter", "month", "week", "day")
        if self.peek().text in ("begin", "end"):
            if not days_long:
                self.fail("a period of whole days before 'begin' or 'end'")
            edge = 0 if self.take().text == "begin" else -1
            return _Part(lambda calendar: _edge_day(calendar, calendar.unit(offset, unit, count), edge), is_day=True)
        if unit == "week" and _weekday(self.peek().text) is not None:
            weekday = _weekday(self.take().text) or 0
            return _Part(_weekday_in(self.tokens[start].text, count, weekday), is_day=True)
        if self.took("in") and not (self.took("the") and self.took("future")):
            self.fail("'in the future'")
        is_day = unit == "day" and count == 1
        return _Part(lambda calendar: calendar.unit(offset, unit, count), is_day=is_day)

    def weekday_of_week(self) -> _Part:
        """Read `monday last week` or `fri next 3 weeks`: that day of the week so many weeks away."""
        weekday = _weekday(self.take().text) or 0
        which = self.peek()
        _, count, unit = self.window()
        if unit != "week":
            self.fail("'week'", which)
        return _Part(_weekday_in(which.text, count, weekday), is_day=True)


def _unit(word: str) -> str | None:
    singular = word.removesuffix("s")
    return singular if singular in UNITS else None


def _month(word: str) -> int | None:
    return _position(word, _MONTHS)


def _weekday(word: str) -> int | None:
    found = _position(word, _WEEKDAYS)
    return None if found is None else found - 1


def _position(word: str, names: tuple[str, ...]) -> int | None:
    """Return the place, from 1, of a full name or its first three letters."""
    return next((place for place, name in enumerate(names, 1) if word in (name, name[:3])), None)


def _day(wall: datetime) -> Resolver:
    return lambda calendar: _unit_at(calendar, wall, "day")


def _unit_at(calendar: Calendar, wall: datetime, unit: str) -> Interval:
    return calendar.span(calendar.at(wall), unit)


def _edge_day(calendar: Calendar, interval: Interval, edge: int) -> Interval:
    """Return the first day of an interval, or (edge -1) its last."""
    if edge == 0 or interval.end is None:
        start = interval.start or calendar.local()
    else:
        start = calendar.floor(calendar.step(interval.end, -1, "day"), "day")
    return calendar.span(start, "day")


def _weekday_in(which: str, count: int, weekday: int) -> Resolver:
    weeks = {"this": 0, "last": -count, "next": count}[which]

    def resolve(calendar: Calendar) -> Interval:
        monday = calendar.step(calendar.floor(calendar.now, "week"), weeks, "week")
        return calendar.span(calendar.floor(calendar.step(monday, weekday, "day"), "day"), "day")

    return resolve


def _at_time(day: Resolver, clock: tuple[time, str]) -> Resolver:
    """Narrow a day to a time of it, which lasts as long as the smallest unit written."""
    moment, unit = clock

    def resolve(calendar: Calendar) -> Interval:
        start = day(calendar).start or calendar.local()
        at = calendar.at(datetime.combine(start.astimezone(calendar.zone).date(), moment))
        return Interval(at, calendar.step(at, 1, unit))

    return resolve
