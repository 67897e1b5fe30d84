"""Conditions of dashboard filters: what each of the 24 operators takes, and what it means in SQL.

Holistics API v2, data modeling conditions. The vendor names the operators and their arity; where it does not say what
an operator means, this emulator decides (marked inferred):

- several values mean any of them; for the negative operators, none of them
- `is` and `is_not` compare text exactly, the four text operators ignore case (inferred)
- an unknown value (null) equals nothing, so `is_not` and `does_not_contain` keep such rows (inferred)
- `is` with no values, like `none`, restricts nothing (inferred)
- `between` includes both ends, of dates the whole last day; `before` and `after` leave their date out
- `last` and `next` count complete units and leave out the current one
- a field of whole days is compared by whole days: "last 3 hours" finds the days that those hours lie in (inferred)
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from bireme_emulator.holistics.dates import DatePhraseError, parse_date_phrase
from bireme_emulator.kernel.specs import load_bundle

_MAX_COUNT = 100_000

Scalar = str | int | float | bool


class ConditionError(ValueError):
    """A condition cannot be used. Says which filter and operator, which `field` of the condition, why, and what to do.

    `field` is `operator`, `values`, `modifier`, `condition` or `dynamic_filter_id`; `filter_id` is None for a condition
    that belongs to no filter.
    """

    def __init__(
        self, *, filter_id: int | str | None, operator: str | None, field: str, reason: str, remedy: str
    ) -> None:
        self.filter_id = filter_id
        self.operator = operator
        self.field = field
        self.reason = reason
        self.remedy = remedy
        where = "The condition" if filter_id is None else f"The condition on filter {filter_id}"
        named = "" if operator is None else f" with operator {operator!r}"
        super().__init__(f"{where}{named} is not valid: {field} {reason}. {remedy}")


@dataclass(frozen=True)
class Operator:
    """What an operator takes: how many values (`most` None: any number), of what kind, and whether a time unit."""

    filter_types: tuple[str, ...]
    least: int
    most: int | None
    takes: str  # "any" and "ordered" mean: what the filter compares with
    modifier: str  # "none", "required" or "optional"


def _operators(schemas: Mapping[str, Any]) -> dict[str, Operator]:
    """The table that the spec keeps beside the enum of operators (`x-values`)."""
    return {
        name: Operator(tuple(facts["filters"]), facts["min"], facts["max"], facts["takes"], facts["modifier"])
        for name, facts in schemas["ConditionOperator"]["x-values"].items()
    }


_SCHEMAS = load_bundle("holistics")["components"]["schemas"]
OPERATORS: Mapping[str, Operator] = _operators(_SCHEMAS)
TIME_UNITS: tuple[str, ...] = tuple(_SCHEMAS["TimeUnit"]["enum"])
FILTER_TYPES: tuple[str, ...] = tuple(_SCHEMAS["FilterType"]["enum"])


@dataclass(frozen=True)
class Condition:
    """A condition that has been checked: values have the type that the filter compares with."""

    operator: str
    values: tuple[Any, ...] = ()
    modifier: str | None = None

    @property
    def restricts(self) -> bool:
        """Tell whether the condition changes anything at all."""
        return self.operator not in ("none", "transform_pop_none") and not (self.operator == "is" and not self.values)


@dataclass(frozen=True)
class FieldCondition:
    """A condition applied to a field of a model; `filter_id` tells errors where it came from."""

    model_id: int
    field_name: str
    filter_type: str
    condition: Condition
    filter_id: int | str | None = None


# -- checking ---------------------------------------------------------------------------------------------------------
def check_condition(condition: Any, filter_type: str, *, filter_id: int | str | None = None) -> Condition:
    """Return the condition with typed values. Raises ConditionError for whatever its operator does not take.

    Example: `check_condition({"operator": "last", "values": [7], "modifier": "day"}, "date")`
    """
    return _Checker(condition, filter_type, filter_id).checked()


class _Checker:
    """Checks one condition; every complaint names the filter and the operator."""

    def __init__(self, condition: Any, filter_type: str, filter_id: int | str | None) -> None:
        self.condition = condition
        self.filter_type = filter_type
        self.filter_id = filter_id
        self.operator: str | None = None

    def error(self, field: str, reason: str, remedy: str) -> ConditionError:
        """Return the complaint about one field of the condition."""
        return ConditionError(
            filter_id=self.filter_id, operator=self.operator, field=field, reason=reason, remedy=remedy
        )

    def checked(self) -> Condition:
        """Check operator, values and modifier, in this order."""
        if not isinstance(self.condition, Mapping):
            raise self.error("condition", "is not an object", "Give {operator, values, modifier}.")
        operator, rules = self.operator_and_rules()
        values = self.condition.get("values")
        values = [] if values is None else values
        if not isinstance(values, list | tuple):
            raise self.error("values", f"is {_shown(values)}, not an array", "Put the value into an array: [value].")
        self.check_arity(rules, values)
        modifier = self.modifier(rules)
        return Condition(operator, tuple(self.value(rules, value) for value in values), modifier)

    def operator_and_rules(self) -> tuple[str, Operator]:
        """Return an operator that exists and suits the type of the filter."""
        operator = self.condition.get("operator")
        suited = [name for name, rules in OPERATORS.items() if self.filter_type in rules.filter_types]
        usable = f"A {self.filter_type} filter takes {', '.join(suited)}."
        if not isinstance(operator, str) or operator not in OPERATORS:
            close = get_close_matches(str(operator), OPERATORS, n=1)
            hint = f"Did you mean {close[0]!r}? " if close else ""
            raise self.error("operator", f"is {_shown(operator)}, which does not exist", hint + usable)
        self.operator = operator
        if operator not in suited:
            raise self.error("operator", f"does not suit a filter of type {self.filter_type}", usable)
        return operator, OPERATORS[operator]

    def check_arity(self, rules: Operator, values: Sequence[Any]) -> None:
        """Insist on the number of values that the operator takes."""
        if rules.least <= len(values) and (rules.most is None or len(values) <= rules.most):
            return
        wanted = f"at least {rules.least}" if rules.most is None else f"exactly {rules.least}"
        remedy = f"Give {wanted} value{'' if rules.least == 1 else 's'}."
        if rules.takes == "count" and len(values) == 2 and values[1] in TIME_UNITS:
            remedy = f'Give values: [{_shown(values[0])}] and modifier: "{values[1]}".'
        elif rules.most == 0:
            remedy = "Leave the array empty."
        raise self.error("values", f"has {len(values)} items", remedy)

    def modifier(self, rules: Operator) -> str | None:
        """Return the time unit, where the operator takes one."""
        modifier = self.condition.get("modifier") or None
        units = ", ".join(TIME_UNITS)
        if rules.modifier == "none":
            if modifier is not None:
                raise self.error("modifier", f"is {_shown(modifier)}, but this operator takes none", "Leave it out.")
        elif modifier is None and rules.modifier == "required":
            raise self.error("modifier", "is missing", f"Give a unit of time: {units}.")
        elif modifier is not None and modifier not in TIME_UNITS:
            raise self.error("modifier", f"is {_shown(modifier)}, which is no unit of time", f"Give one of {units}.")
        return modifier

    def value(self, rules: Operator, value: Any) -> Any:
        """Return one value in the type that the operator compares with."""
        if value is None:
            raise self.error("values", "contains null", "Use the operator is_null to find missing values.")
        if not isinstance(value, str | int | float):
            raise self.error("values", f"contains {_shown(value)}", "Give strings, numbers or booleans.")
        kind = self.filter_type if rules.takes in ("any", "ordered", "nothing") else rules.takes
        checks: dict[str, Callable[[Scalar], Any]] = {
            "number": self.number,
            "string": self.text,
            "text": self.text,
            "boolean": self.boolean,
            "date": self.phrase,
            "phrase": self.phrase,
            "count": self.count,
            "attribute": self.text,
            "transformation": self.drill,
        }
        return checks[kind](value)

    def number(self, value: Scalar) -> int | float:
        """Accept numbers, and text that is one: values of filters often arrive as text."""
        try:
            if isinstance(value, bool):
                raise ValueError
            number = float(value)
            whole = int(value) if isinstance(value, str) and value.strip().lstrip("+-").isdigit() else value
        except (ValueError, OverflowError):
            raise self.error("values", f"contains {_shown(value)}, which is no number", "Give numbers.") from None
        if not math.isfinite(number):
            raise self.error("values", f"contains {_shown(value)}, which is not finite", "Give a finite number.")
        small = isinstance(whole, int) and abs(whole) < 2**63
        return whole if isinstance(whole, int) and small else number

    def text(self, value: Scalar) -> str:
        """Accept text, and numbers as the text that they are written as."""
        if isinstance(value, bool):
            raise self.error("values", f"contains {_shown(value)}, which is no text", "Give strings.")
        return value if isinstance(value, str) else str(value)

    def boolean(self, value: Scalar) -> bool:
        """Accept true and false, also as words."""
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in ("true", "false"):
            return value.strip().lower() == "true"
        raise self.error("values", f"contains {_shown(value)}, which is neither true nor false", "Give true or false.")

    def phrase(self, value: Scalar) -> str:
        """Accept a date or a date phrase, and a bare year as a number."""
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise self.error(
                "values", f"contains {_shown(value)}, which is no date", 'Give a date such as "2013-02-01".'
            )
        try:
            parse_date_phrase(value)
        except DatePhraseError as error:
            raise self.error("values", f"contains {_shown(value)}", str(error)) from error
        return value

    def count(self, value: Scalar) -> int:
        """Accept a count of units."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        if (isinstance(value, float) and value.is_integer()) or (isinstance(value, str) and value.strip().isdecimal()):
            whole = True
        if not whole or not 1 <= float(value) <= _MAX_COUNT:
            remedy = f"Give a whole number from 1 to {_MAX_COUNT}."
            raise self.error("values", f"contains {_shown(value)}, which is no count of units", remedy)
        return int(value)

    def drill(self, value: Scalar) -> str:
        """Accept `datetrunc <unit>` and return the unit."""
        words = value.split() if isinstance(value, str) else []
        if len(words) != 2 or words[0] != "datetrunc" or words[1] not in TIME_UNITS:
            remedy = f'Give "datetrunc" and one of {", ".join(TIME_UNITS)}, for example "datetrunc month".'
            raise self.error("values", f"contains {_shown(value)}, which is no date transformation", remedy)
        return words[1]


def _shown(value: Any) -> str:
    """Return a value as an error shows it: JSON-like, and short."""
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 80 else text[:77] + "..."


# -- filters of a dashboard -------------------------------------------------------------------------------------------
def check_submitted(dashboard: Mapping[str, Any], submitted: Sequence[Mapping[str, Any]]) -> dict[int | str, Condition]:
    """Check the filter conditions of a request against a dashboard; return them by filter id. Raises ConditionError."""
    filters = {str(item["id"]): item for item in dashboard["dynamic_filters"]}
    conditions: dict[int | str, Condition] = {}
    for item in submitted:
        wanted = item.get("dynamic_filter_id")
        found = filters.get(str(wanted))
        if found is None:
            known = ", ".join(f"{key} ({entry['definition']['label']})" for key, entry in filters.items())
            raise ConditionError(
                filter_id=wanted,
                operator=None,
                field="dynamic_filter_id",
                reason=f"is {_shown(wanted)}, and dashboard {dashboard['id']} has no such filter",
                remedy=f"Its filters are {known}." if known else "It has no filters.",
            )
        if found["id"] in conditions:
            raise ConditionError(
                filter_id=wanted,
                operator=None,
                field="dynamic_filter_id",
                reason=f"is {_shown(wanted)} twice",
                remedy="Give one condition for each filter.",
            )
        filter_type = found["definition"]["filter_type"]
        conditions[found["id"]] = check_condition(item.get("condition"), filter_type, filter_id=found["id"])
    return conditions


def resolve_conditions(
    dashboard: Mapping[str, Any],
    widget_id: int | str,
    submitted: Sequence[Mapping[str, Any]],
    *,
    attributes: Mapping[str, Sequence[str] | None] | None = None,
) -> list[FieldCondition]:
    """Return the conditions that hold for a widget: those submitted, and the defaults of the filters left out.

    `attributes` are the user attributes of the caller, for the operator `matches_user_attribute`; one that is `None`
    stands for every value there is. Filters that are not mapped to the widget do not touch it, but a condition on one
    is checked all the same. Raises ConditionError.
    """
    checked = check_submitted(dashboard, submitted)
    resolved: list[FieldCondition] = []
    for item in dashboard["dynamic_filters"]:
        filter_id, definition = item["id"], item["definition"]
        condition = checked.get(filter_id)
        if condition is None:
            condition = check_condition(definition["default_condition"], definition["filter_type"], filter_id=filter_id)
        if condition.operator == "matches_user_attribute":
            condition = with_attributes(condition, definition["filter_type"], filter_id, attributes or {})
        if not condition.restricts:
            continue
        for mapping in item["mappings"]:
            if str(mapping["viz_conditionable_id"]) == str(widget_id):
                path = mapping["field_path"]
                resolved.append(
                    FieldCondition(
                        path["model_id"], path["field_name"], definition["filter_type"], condition, filter_id
                    )
                )
    return resolved


def with_attributes(
    condition: Condition, filter_type: str, filter_id: int | str | None, attributes: Mapping[str, Sequence[str] | None]
) -> Condition:
    """Put the caller's values in place of the names of attributes; a caller who has all values is not restricted."""
    values: list[Any] = []
    unrestricted = False
    for name in condition.values:
        if name not in attributes:
            known = ", ".join(sorted(attributes)) or "none"
            raise ConditionError(
                filter_id=filter_id,
                operator=condition.operator,
                field="values",
                reason=f"names the user attribute {name!r}, which this user does not have",
                remedy=f"The user's attributes are: {known}.",
            )
        held = attributes[name]
        unrestricted = unrestricted or held is None
        own = {"operator": "is", "values": list(held or ())}
        values += check_condition(own, filter_type, filter_id=filter_id).values
    return Condition("none") if unrestricted else replace(condition, values=tuple(values))
