"""Filter conditions, checked before anything is sent.

A dashboard's filter is named by its id; what it should let through is a condition: an operator, values, and for some
operators a modifier. The operators with the number and kind of their values are the spec's (`x-operators` of
`DataModelingCondition`); this module only gives them names to call.

>>> Filter(2336).is_("UA", "AA").to_dict()
{'dynamic_filter_id': 2336, 'condition': {'operator': 'is', 'values': ['UA', 'AA']}}
>>> Filter(2335).last(7, "day").condition
Condition(operator='last', values=(7,), modifier='day')
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from bireme._runtime.errors import InvalidInput

from .generated.models.time_unit import TimeUnit
from .generated.policy import VALUES

Scalar: TypeAlias = str | bool | int | float
Value: TypeAlias = Scalar | date | datetime


OPERATORS: Mapping[str, Mapping[str, Any]] = VALUES["ConditionOperator"]
TIME_UNITS: tuple[str, ...] = tuple(unit.value for unit in TimeUnit)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a filter lets through.

    Args:
        operator: One of the 24 of the API, e.g. `is`, `between`, `last`, `matches`.
        values: What the operator compares with: strings, numbers, booleans; dates become ISO 8601 text.
        modifier: The time unit of `last`, `next` and the period-over-period operators.

    Raises:
        InvalidInput: an unknown operator, a number or kind of values that it does not take, or a wrong modifier.

    Example:
        >>> Condition("between", (date(2013, 1, 1), date(2013, 1, 31))).values
        ('2013-01-01', '2013-01-31')
    """

    operator: str
    values: tuple[Scalar, ...] = ()
    modifier: str | None = None

    def __post_init__(self) -> None:
        rule = OPERATORS.get(self.operator)
        if rule is None:
            raise InvalidInput("operator", self.operator, "is not one", f"Use one of {', '.join(OPERATORS)}")
        object.__setattr__(self, "values", tuple(_scalar(value) for value in self.values))
        _check_count(self.operator, self.values, rule)
        _check_kind(self.operator, self.values, str(rule["takes"]))
        _check_modifier(self.operator, self.modifier, str(rule["modifier"]))

    def to_dict(self) -> dict[str, Any]:
        """The condition as the API takes it."""
        out: dict[str, Any] = {"operator": self.operator, "values": list(self.values)}
        if self.modifier is not None:
            out["modifier"] = self.modifier
        return out


@dataclass(frozen=True, slots=True)
class FilterCondition:
    """A condition on one filter of a dashboard, by the filter's id."""

    dynamic_filter_id: int
    condition: Condition

    def __post_init__(self) -> None:
        if isinstance(self.dynamic_filter_id, bool) or not isinstance(self.dynamic_filter_id, int):
            raise InvalidInput(
                "dynamic_filter_id",
                self.dynamic_filter_id,
                "is not a filter's number",
                "`h.dashboards.get(id).dynamic_filters` lists them",
            )

    def to_dict(self) -> dict[str, Any]:
        """The pair as the API takes it."""
        return {"dynamic_filter_id": self.dynamic_filter_id, "condition": self.condition.to_dict()}


_TEXTS = {
    "text": "text that is not empty",
    "phrase": "a period in words, e.g. 'last 2 months'",
    "date": "a date, e.g. datetime.date(2013, 1, 31) or '2013-01-31'",
    "attribute": "the name of a user attribute, e.g. 'h_email'",
}

FilterLike: TypeAlias = FilterCondition | Mapping[str, Any] | str


class Filter:
    """A filter of a dashboard; each method gives a condition on it.

    Args:
        id: The filter's id, as `h.dashboards.get(dashboard_id).dynamic_filters` lists it.

    Example:
        >>> Filter(2335).matches("last 2 months").condition.values
        ('last 2 months',)
    """

    __slots__ = ("id",)

    def __init__(self, id: int) -> None:
        self.id = id

    def __repr__(self) -> str:
        return f"Filter({self.id})"

    def _on(self, operator: str, values: Iterable[Value] = (), modifier: str | None = None) -> FilterCondition:
        return FilterCondition(self.id, Condition(operator, tuple(_scalar(value) for value in values), modifier))

    def is_(self, *values: Value) -> FilterCondition:
        """Equal to any of the values; a date filter also takes a phrase such as `last 7 days`."""
        return self._on("is", values)

    def is_not(self, *values: Value) -> FilterCondition:
        """Equal to none of the values."""
        return self._on("is_not", values)

    def is_null(self) -> FilterCondition:
        """Without a value."""
        return self._on("is_null")

    def not_null(self) -> FilterCondition:
        """With a value."""
        return self._on("not_null")

    def greater_than(self, value: Value) -> FilterCondition:
        """Above the value."""
        return self._on("greater_than", (value,))

    def less_than(self, value: Value) -> FilterCondition:
        """Below the value."""
        return self._on("less_than", (value,))

    def between(self, low: Value, high: Value) -> FilterCondition:
        """From `low` to `high`, both included."""
        return self._on("between", (low, high))

    def matches_user_attribute(self, *names: str) -> FilterCondition:
        """Equal to a value of one of the caller's user attributes, e.g. `h_email`."""
        return self._on("matches_user_attribute", names)

    def contains(self, *texts: str) -> FilterCondition:
        """Text that contains any of these."""
        return self._on("contains", texts)

    def does_not_contain(self, *texts: str) -> FilterCondition:
        """Text that contains none of these."""
        return self._on("does_not_contain", texts)

    def starts_with(self, *texts: str) -> FilterCondition:
        """Text that starts with any of these."""
        return self._on("starts_with", texts)

    def ends_with(self, *texts: str) -> FilterCondition:
        """Text that ends with any of these."""
        return self._on("ends_with", texts)

    def is_true(self) -> FilterCondition:
        """True."""
        return self._on("is_true")

    def is_false(self) -> FilterCondition:
        """False."""
        return self._on("is_false")

    def last(self, count: int, unit: str) -> FilterCondition:
        """The last `count` whole units (`year` ... `minute`), the current one left out."""
        return self._on("last", (count,), unit)

    def next(self, count: int, unit: str) -> FilterCondition:
        """The next `count` whole units, the current one left out."""
        return self._on("next", (count,), unit)

    def before(self, day: date | str) -> FilterCondition:
        """Before that date, which is left out."""
        return self._on("before", (day,))

    def after(self, day: date | str) -> FilterCondition:
        """After that date, which is left out."""
        return self._on("after", (day,))

    def matches(self, phrase: str) -> FilterCondition:
        """Within a period given in words, e.g. `last 2 months`, `3 weeks ago till today`; resolved when it runs."""
        return self._on("matches", (phrase,))

    def compare_with_previous(self, count: int, unit: str) -> FilterCondition:
        """Period over period (`transform_pop_relative`): beside the values those of `count` units earlier."""
        return self._on("transform_pop_relative", (count,), unit)

    def compare_with_period(self, start: date | str, end: date | str, unit: str | None = None) -> FilterCondition:
        """Period over period (`transform_pop_absolute`): beside the values those of a fixed period."""
        return self._on("transform_pop_absolute", (start, end), unit)

    def compare_with_nothing(self) -> FilterCondition:
        """No period over period (`transform_pop_none`)."""
        return self._on("transform_pop_none")

    def drill(self, transformation: str) -> FilterCondition:
        """Dates at another granularity (`transform_date_drill`), e.g. `datetrunc month`."""
        return self._on("transform_date_drill", (transformation,))

    def none(self) -> FilterCondition:
        """No condition; switches the filter's default off."""
        return self._on("none")


def filter_condition(given: FilterLike) -> FilterCondition:
    """Any accepted form of a filter condition as one that is checked.

    Takes a `FilterCondition`, the API's own mapping (`{"dynamic_filter_id": ..., "condition": {...}}`), or text as the
    command line does: the id, the operator, then values, and the unit where the operator has one.

    Raises:
        InvalidInput: the form or the condition is wrong.

    Example:
        >>> filter_condition("2335 last 7 day") == Filter(2335).last(7, "day")
        True
        >>> filter_condition("2336 is UA 'Some carrier'").condition.values
        ('UA', 'Some carrier')
    """
    if isinstance(given, FilterCondition):
        return given
    if isinstance(given, str):
        return _from_text(given)
    if isinstance(given, Mapping):
        return _from_mapping(given)
    raise InvalidInput(
        "filters", given, "is no filter condition", "Give Filter(id).is_(...), the API's own mapping, or '2336 is UA'"
    )


def _from_mapping(given: Mapping[str, Any]) -> FilterCondition:
    condition = given.get("condition")
    if set(given) != {"dynamic_filter_id", "condition"} or not isinstance(condition, Mapping):
        raise InvalidInput(
            "filters", dict(given), "is not a filter condition", "Give dynamic_filter_id and condition, nothing else"
        )
    unknown = set(condition) - {"operator", "values", "modifier"}
    values = condition.get("values") or ()
    if unknown or "operator" not in condition or isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidInput(
            "filters.condition",
            dict(condition),
            "is not a condition",
            "Give operator, values (a list) and, where the operator has one, modifier",
        )
    return FilterCondition(
        given["dynamic_filter_id"], Condition(condition["operator"], tuple(values), condition.get("modifier"))
    )


def _from_text(text: str) -> FilterCondition:
    remedy = "Write ID OPERATOR VALUES, e.g. '2336 is UA AA' or '2335 last 7 day'; quote values that have spaces"
    try:
        id_text, operator, *words = shlex.split(text)
        id = int(id_text)
    except ValueError:
        raise InvalidInput("filter", text, "cannot be read", remedy) from None
    rule = OPERATORS.get(operator)
    modifier = None
    if rule is not None and rule["modifier"] != "none" and words and words[-1] in TIME_UNITS:
        modifier = words.pop()
    takes = "any" if rule is None else str(rule["takes"])
    if rule is not None and takes == "phrase" and words:
        words = [" ".join(words)]
    return FilterCondition(id, Condition(operator, tuple(_number(word, takes) for word in words), modifier))


def _number(word: str, takes: str) -> Scalar:
    """A word of the command line as the operator wants it: counts and numbers as such, all else as text."""
    if takes not in ("count", "ordered"):
        return word
    for kind in (int, float):
        try:
            return kind(word)
        except ValueError:
            continue
    return word


def _scalar(value: Any) -> Scalar:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str | bool | int | float) and value == value and value not in (float("inf"), float("-inf")):
        return value
    raise InvalidInput("values", value, "cannot be sent", "Give text, finite numbers, booleans or dates")


def _check_count(operator: str, values: tuple[Scalar, ...], rule: Mapping[str, Any]) -> None:
    low, high = rule["min"], rule["max"]
    if len(values) < low or (high is not None and len(values) > high):
        count = "none" if high == 0 else f"exactly {low}" if low == high else f"at least {low}"
        raise InvalidInput(
            "values", list(values), f"has {len(values)}; `{operator}` takes {count}", "Change the values"
        )


def _check_kind(operator: str, values: tuple[Scalar, ...], takes: str) -> None:
    for value in values:
        if takes == "count" and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            raise InvalidInput(
                "values", value, f"is no count, as `{operator}` takes it", "Give a whole number from 1 up"
            )
        if takes in _TEXTS and not (isinstance(value, str) and value.strip()):
            raise InvalidInput("values", value, f"is not what `{operator}` takes", f"Give {_TEXTS[takes]}")
        if takes == "ordered" and isinstance(value, bool):
            raise InvalidInput("values", value, f"has no order, which `{operator}` needs", "Give a number or a date")


def _check_modifier(operator: str, modifier: str | None, rule: str) -> None:
    units = ", ".join(TIME_UNITS)
    if modifier is None and rule == "required":
        raise InvalidInput("modifier", None, f"is missing: `{operator}` has a time unit", f"Use one of {units}")
    if modifier is not None and rule == "none":
        raise InvalidInput("modifier", modifier, f"does not go with `{operator}`", "Leave it out")
    if modifier is not None and modifier not in TIME_UNITS:
        raise InvalidInput("modifier", modifier, "is not a time unit", f"Use one of {units}")
