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

import math
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from operator import index
from typing import Any, SupportsIndex, TypeAlias

from bireme._runtime.errors import InvalidInput

from .generated.models.time_unit import TimeUnit
from .generated.policy import VALUES

Scalar: TypeAlias = str | bool | int | float
Value: TypeAlias = Scalar | date | datetime


OPERATORS: Mapping[str, Mapping[str, Any]] = VALUES["ConditionOperator"]
TIME_UNITS: tuple[str, ...] = tuple(unit.value for unit in TimeUnit)

FilterId: TypeAlias = int | str
"""A number, or text on canvas dashboards."""

# The largest id that JSON carries exactly everywhere; the spec has the same limit.
_LARGEST_ID = 2**53 - 1
_WHOLE = re.compile(r"-?[0-9]{1,300}")
_DECIMAL = re.compile(r"-?[0-9]{1,300}\.[0-9]{1,300}")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a filter lets through.

    Args:
        operator: One of the 24 of the API, e.g. `is`, `between`, `last`, `matches`.
        values: What the operator compares with: strings, numbers, booleans, dates. Dates become `2013-01-31`, times of
            day `2013-01-31 15:00:00`; the API reads them in the time zone of the workspace, so they have none.
        modifier: The time unit of `last`, `next` and the period-over-period operators: `year`, `quarter`, `month`,
            `week`, `day`, `hour` or `minute`.

    Raises:
        InvalidInput: an unknown operator, a number or kind of values that it does not take, or a wrong modifier.

    Example:
        >>> Condition("between", (date(2013, 1, 1), date(2013, 1, 31))).values
        ('2013-01-01', '2013-01-31')
        >>> Condition("last", (7,), "day").to_dict()
        {'operator': 'last', 'values': [7], 'modifier': 'day'}
    """

    operator: str
    values: tuple[Scalar, ...] = ()
    modifier: str | None = None

    def __post_init__(self) -> None:
        operator = _plain(self.operator)
        rule = OPERATORS.get(operator) if isinstance(operator, str) else None
        if rule is None:
            raise InvalidInput("operator", self.operator, "is not one", f"Use one of {', '.join(OPERATORS)}")
        if not _is_list(self.values):
            raise InvalidInput("values", self.values, "is not a list of values", "Put the value into a list: (value,)")
        values = tuple(_scalar(value) for value in self.values)
        modifier = _plain(self.modifier)
        _check_count(operator, values, rule)
        _check_kind(operator, values, str(rule["takes"]))
        _check_modifier(operator, modifier, str(rule["modifier"]))
        # What has been checked takes the place of what was given: a frozen dataclass knows no other way.
        for name, checked in (("operator", operator), ("values", values), ("modifier", modifier)):
            object.__setattr__(self, name, checked)

    def to_dict(self) -> dict[str, Any]:
        """The condition as the API takes it."""
        out: dict[str, Any] = {"operator": self.operator, "values": list(self.values)}
        if self.modifier is not None:
            out["modifier"] = self.modifier
        return out


@dataclass(frozen=True, slots=True)
class FilterCondition:
    """A condition on one filter of a dashboard, by the filter's id.

    Raises:
        InvalidInput: the id is neither a number from 1 up nor text.

    Example:
        >>> FilterCondition(2336, Condition("is", ("UA",))).to_dict()
        {'dynamic_filter_id': 2336, 'condition': {'operator': 'is', 'values': ['UA']}}
    """

    dynamic_filter_id: FilterId
    condition: Condition

    def __post_init__(self) -> None:
        id = self.dynamic_filter_id
        number = isinstance(id, int) and not isinstance(id, bool) and 1 <= id <= _LARGEST_ID
        if not number and not (isinstance(id, str) and id.strip() and _encodable(id)):
            raise InvalidInput(
                "dynamic_filter_id", id, "is not a filter's id", "`h.dashboards.get(id).dynamic_filters` lists them"
            )
        if not isinstance(self.condition, Condition):
            raise InvalidInput("condition", self.condition, "is not one", "Give a Condition, e.g. Condition('is_true')")

    def to_dict(self) -> dict[str, Any]:
        """The pair as the API takes it."""
        return {"dynamic_filter_id": self.dynamic_filter_id, "condition": self.condition.to_dict()}


_TEXTS = {
    "text": "text that is not empty",
    "phrase": "a period in words, e.g. 'last 2 months'",
    "date": "a date, e.g. datetime.date(2013, 1, 31) or '2013-01-31'",
    "attribute": "the name of a user attribute, e.g. 'h_email'",
    "transformation": "a transformation, e.g. 'datetrunc month'",
}

FilterLike: TypeAlias = FilterCondition | Mapping[str, Any] | str


class Filter:
    """A filter of a dashboard; each method gives a condition on it.

    Args:
        id: The filter's id, as `h.dashboards.get(dashboard_id).dynamic_filters` lists it: a number, or text on canvas
            dashboards.

    Every method raises InvalidInput for what its operator does not take.

    Example:
        >>> Filter(2335).matches("last 2 months").condition.values
        ('last 2 months',)
    """

    __slots__ = ("id",)

    def __init__(self, id: FilterId) -> None:
        self.id = id

    def __repr__(self) -> str:
        return f"Filter({self.id!r})"

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
    command line does: the id, the operator, then values, and the unit where the operator has one. In text, quotes and
    backslashes are as in a shell.

    Raises:
        InvalidInput: the form or the condition is wrong.

    Example:
        >>> filter_condition("2335 last 7 days") == Filter(2335).last(7, "day")
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
    values = condition.get("values")
    values = () if values is None else values
    unknown = set(condition) - {"operator", "values", "modifier"}
    if unknown or "operator" not in condition or not _is_list(values):
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
    try:
        id_text, operator, *words = shlex.split(text)
    except ValueError:
        remedy = (
            "Write ID OPERATOR VALUES, e.g. '2336 is UA AA' or '2335 last 7 days'; put values that have spaces or "
            "quotes in them into quotes"
        )
        raise InvalidInput("filter", text, "cannot be read", remedy) from None
    id = int(id_text) if _WHOLE.fullmatch(id_text) else id_text
    rule = OPERATORS.get(operator, {"takes": "any", "modifier": "none"})
    modifier = None
    if rule["modifier"] != "none" and words and words[-1].removesuffix("s") in TIME_UNITS:
        modifier = words.pop().removesuffix("s")
    if rule["takes"] in ("phrase", "transformation") and words:
        words = [" ".join(words)]
    if rule["takes"] in ("count", "ordered"):
        return FilterCondition(id, Condition(operator, tuple(_number(word) for word in words), modifier))
    return FilterCondition(id, Condition(operator, tuple(words), modifier))


def _number(word: str) -> Scalar:
    """A word as a number where it is one."""
    if _WHOLE.fullmatch(word):
        return int(word)
    return float(word) if _DECIMAL.fullmatch(word) else word


def _is_list(values: object) -> bool:
    """Whether this holds values in an order, rather than being one itself."""
    return isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping | set | frozenset)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _encodable(text: str) -> bool:
    """Whether it can be sent: half of a surrogate pair cannot."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _scalar(value: Any) -> Scalar:
    value = _plain(value)
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            remedy = "Give it as the workspace's own time, without a zone: value.astimezone(zone).replace(tzinfo=None)"
            raise InvalidInput("values", value, "has a time zone, which the API cannot read", remedy)
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and _encodable(value):
        return value
    if isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    if isinstance(value, SupportsIndex):  # the integers of numpy
        return index(value)
    raise InvalidInput("values", value, "cannot be sent", "Give text, finite numbers, booleans or dates")


def _check_count(operator: str, values: tuple[Scalar, ...], rule: Mapping[str, Any]) -> None:
    low, high = rule["min"], rule["max"]
    if len(values) < low or (high is not None and len(values) > high):
        count = "none" if high == 0 else f"exactly {low}" if low == high else f"at least {low}"
        raise InvalidInput(
            "values", list(values), f"has {len(values)} values, but `{operator}` takes {count}", "Change the values"
        )


def _check_kind(operator: str, values: tuple[Scalar, ...], takes: str) -> None:
    for value in values:
        if takes == "count" and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            raise InvalidInput(
                "values", value, f"is no count, as `{operator}` takes it", "Give a whole number from 1 up"
            )
        if takes in _TEXTS and not (isinstance(value, str) and value.strip()):
            raise InvalidInput("values", value, f"is not what `{operator}` takes", f"Give {_TEXTS[takes]}")
        if takes == "ordered" and (isinstance(value, bool) or value == ""):
            raise InvalidInput("values", value, f"has no order, which `{operator}` needs", "Give a number or a date")


def _check_modifier(operator: str, modifier: Any, rule: str) -> None:
    units = ", ".join(TIME_UNITS)
    if modifier is None and rule == "required":
        raise InvalidInput("modifier", None, f"is missing: `{operator}` has a time unit", f"Use one of {units}")
    if modifier is not None and rule == "none":
        raise InvalidInput("modifier", modifier, f"does not go with `{operator}`", "Leave it out")
    if modifier is not None and modifier not in TIME_UNITS:
        raise InvalidInput("modifier", modifier, "is not a time unit", f"Use one of {units}")
