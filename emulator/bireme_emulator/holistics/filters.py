"""Filter conditions in words, and what they mean to the parts that need them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme_emulator.holistics.conditions import Condition, FieldCondition, resolve_conditions

__all__ = ["attributes_of", "conditions_of", "described"]


def conditions_of(
    dashboard: Mapping[str, Any], widget_id: int, submitted: Sequence[Mapping[str, Any]], user: Mapping[str, Any]
) -> list[FieldCondition]:
    """What holds for a widget: submitted conditions, defaults of the other filters, none of filters not mapped to it.

    `user` gives the values of user attributes. Raises `ConditionError`.
    """
    return resolve_conditions(dashboard, widget_id, submitted, attributes=attributes_of(user))


def attributes_of(user: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    """The values of a user's attributes, by name."""
    return {"h_email": [user["email"]], **user.get("_attributes", {})}


def described(dashboard: Mapping[str, Any], conditions: Sequence[FieldCondition]) -> str:
    """The conditions as a line below a chart's title, e.g. `Carrier: is UA, AA · Flight date: last 7 days`."""
    labels = {item["id"]: item["definition"]["label"] for item in dashboard["dynamic_filters"]}
    lines = {labels.get(entry.filter_id, entry.field_name): _words(entry.condition) for entry in conditions}
    return " · ".join(f"{label}: {words}" for label, words in lines.items())


def _words(condition: Condition) -> str:
    operator = condition.operator.removeprefix("transform_").replace("_", " ")
    shown = [str(value) for value in condition.values]
    if condition.modifier is not None:
        plural = "" if shown == ["1"] else "s"
        return f"{operator} {' to '.join(shown)} {condition.modifier}{plural}"
    values = " and ".join(shown) if condition.operator == "between" else ", ".join(shown)
    return f"{operator} {values}".rstrip()
