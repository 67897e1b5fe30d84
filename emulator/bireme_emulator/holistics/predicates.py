"""Turn a checked condition on a field into SQL. Every value is a bound parameter.

What the operators mean is written in `conditions`; this is how DuckDB is told so.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bireme_emulator.holistics.conditions import Condition, ConditionError
from bireme_emulator.holistics.dates import DatePhraseError, parse_date_phrase
from bireme_emulator.kernel.query.calendar import Calendar, Interval

_TEXT_FUNCTIONS = {"contains": "contains", "starts_with": "starts_with", "ends_with": "suffix"}


class Parameters:
    """Collects the values of a query; `bind` gives the placeholder that stands for one in the SQL."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def bind(self, value: Any) -> str:
        """Add a value and return its placeholder."""
        self.values.append(value)
        return f"${len(self.values)}"


class Predicates:
    """Writes the predicates of one query: `calendar` says what phrases mean, `parameters` takes the values."""

    def __init__(self, calendar: Calendar, parameters: Parameters) -> None:
        self.calendar = calendar
        self.parameters = parameters

    def predicate(
        self, condition: Condition, expression: str, field_type: str, filter_type: str, filter_id: int | str | None
    ) -> str:
        """Return the SQL that is true for rows to keep; `expression` is the SQL of the field.

        Raises ConditionError for dates that do not make sense today (a range that ends before it begins).
        """
        if condition.operator in ("is_null", "not_null"):
            return f"({expression}) IS {'NOT ' if condition.operator == 'not_null' else ''}NULL"
        if filter_type == "date":
            return self._dates(condition, expression, field_type, filter_id)
        if condition.operator == "between":
            low, high = (self.parameters.bind(value) for value in condition.values)
            return f"{_typed(expression, field_type, filter_type)} BETWEEN {low} AND {high}"
        return self._values(condition, _typed(expression, field_type, filter_type))

    def _values(self, condition: Condition, typed: str) -> str:
        """Write the operators that compare with values one by one."""
        operator, values = condition.operator, condition.values
        if operator in ("is_true", "is_false"):
            return f"{typed} = {operator == 'is_true'}"
        if operator in ("greater_than", "less_than"):
            return f"{typed} {'>' if operator == 'greater_than' else '<'} {self.parameters.bind(values[0])}"
        if operator in _TEXT_FUNCTIONS:
            return self._text(_TEXT_FUNCTIONS[operator], typed, values)
        if operator == "does_not_contain":
            return f"({typed} IS NULL OR NOT {self._text('contains', typed, values)})"
        listed = ", ".join(self.parameters.bind(value) for value in values)
        if operator == "is_not":
            return f"({typed} IS NULL OR {typed} NOT IN ({listed}))" if values else "TRUE"
        # An attribute without values lets nothing through: it limits what a person may see.
        return f"{typed} IN ({listed})" if values else "FALSE"

    def _text(self, function: str, typed: str, values: tuple[Any, ...]) -> str:
        """Compare without regard to case, by functions that know no wildcards: `%` and `_` mean themselves."""
        tests = [f"{function}(lower({typed}), lower({self.parameters.bind(value)}))" for value in values]
        return f"({' OR '.join(tests)})"

    # -- dates --------------------------------------------------------------------------------------------------------
    def _dates(self, condition: Condition, expression: str, field_type: str, filter_id: int | str | None) -> str:
        """Write a date operator as comparisons with the ends of intervals."""
        intervals = self.intervals(condition, filter_id)
        tests = [self._within(interval, expression, field_type) for interval in intervals]
        if condition.operator == "is_not":
            return f"(({expression}) IS NULL OR NOT ({' OR '.join(tests)}))" if tests else "TRUE"
        return f"({' OR '.join(tests)})" if tests else "FALSE"

    def intervals(self, condition: Condition, filter_id: int | str | None) -> list[Interval]:
        """Return the stretches of time that a date condition selects, or (`is_not`) leaves out.

        Raises ConditionError for dates that make no sense today.
        """
        try:
            return self._intervals(condition)
        except (DatePhraseError, OverflowError) as error:
            raise ConditionError(
                filter_id=filter_id,
                operator=condition.operator,
                field="values",
                reason=f"is {list(condition.values)}",
                remedy=str(error),
            ) from error

    def _intervals(self, condition: Condition) -> list[Interval]:
        operator, values, unit = condition.operator, condition.values, condition.modifier or "day"
        if operator == "last":
            return [self.calendar.last(values[0], unit)]
        if operator == "next":
            return [self.calendar.next(values[0], unit)]
        found = [parse_date_phrase(value).resolve(self.calendar.now, self.calendar.zone) for value in values]
        if operator == "before":
            return [Interval(None, found[0].start)]
        if operator == "after":
            return [Interval(found[0].end, None)]
        if operator in ("between", "transform_pop_absolute"):
            return [_ordered(found[0], found[1], values)]
        return found

    def _within(self, interval: Interval, expression: str, field_type: str) -> str:
        """Write that a field lies in an interval; days are compared with days, instants with instants."""
        low: Any
        high: Any
        if field_type == "date":
            typed, cast = f"({expression})", "DATE"
            low, high = interval.dates()
        else:
            typed, cast = instant(expression), "TIMESTAMPTZ"
            low, high = _utc(interval.start), _utc(interval.end)
        tests = []
        if low is not None:
            tests.append(f"{typed} >= CAST({self.parameters.bind(low)} AS {cast})")
        if high is not None:
            tests.append(f"{typed} < CAST({self.parameters.bind(high)} AS {cast})")
        return f"({' AND '.join(tests)})" if tests else "TRUE"


def _ordered(first: Interval, last: Interval, values: tuple[Any, ...]) -> Interval:
    """Return the interval from the beginning of `first` to the end of `last`. Raises DatePhraseError for none."""
    start, end = first.start, last.end
    if start is not None and end is not None and end.astimezone(UTC) <= start.astimezone(UTC):
        raise DatePhraseError(f"{values[0]} to {values[1]}", 0, "it ends before it begins")
    return Interval(start, end)


def instant(expression: str) -> str:
    """Return a datetime field as an instant."""
    return f"CAST({expression} AS TIMESTAMPTZ)"


def _utc(moment: datetime | None) -> str | None:
    """Return an instant as text with its offset, which DuckDB reads the same whatever its time zone is."""
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f+00")


def _typed(expression: str, field_type: str, filter_type: str) -> str:
    """Return a field in the type that a filter compares with; a value that does not convert matches nothing."""
    same = {"number": "number", "string": "text", "boolean": "truefalse"}
    target = {"number": "DOUBLE", "string": "VARCHAR", "boolean": "BOOLEAN"}
    if same[filter_type] == field_type:
        return f"({expression})"
    return f"TRY_CAST(({expression}) AS {target[filter_type]})"
