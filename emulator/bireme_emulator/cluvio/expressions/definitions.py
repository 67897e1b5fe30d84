"""What an expression may name: filters, as their definitions describe them, and SQL snippets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bireme_emulator.cluvio.inputs import AGGREGATIONS, Value

__all__ = [
    "BUILT_IN_SNIPPETS",
    "CONTROL_TYPES",
    "DYNAMIC_DROPDOWNS",
    "MANUAL_DROPDOWNS",
    "RANGES",
    "STATIC_DROPDOWNS",
    "ExpressionError",
    "FilterDefinition",
    "Snippet",
    "ad_hoc",
]

STATIC_DROPDOWNS = frozenset({"dropdown", "dropdown_multi"})
DYNAMIC_DROPDOWNS = frozenset({"dropdown_dynamic", "dropdown_multi_dynamic"})
MANUAL_DROPDOWNS = frozenset({"dropdown_manual", "dropdown_multi_manual"})
RANGES = frozenset({"date_time_range", "date_range", "time_range"})

_ANY = frozenset({"TEXT", "NUMBER", "BOOLEAN", "DATE", "TIME", "DATE_TIME"})
# The control types and the value types that go with each.
CONTROL_TYPES: Mapping[str, frozenset[str]] = {
    "input": _ANY,
    "input_multi": _ANY,
    "checkbox": frozenset({"BOOLEAN"}),
    "checkbox_two_way": frozenset({"BOOLEAN"}),
    "date_time": frozenset({"DATE_TIME"}),
    "date_time_range": frozenset({"DATE_TIME"}),
    "date": frozenset({"DATE"}),
    "date_range": frozenset({"DATE"}),
    "time": frozenset({"TIME"}),
    "time_range": frozenset({"TIME"}),
    "date_time_aggregation": frozenset({"TEXT"}),
    **dict.fromkeys((*STATIC_DROPDOWNS, *DYNAMIC_DROPDOWNS, *MANUAL_DROPDOWNS), _ANY),
}

# The snippets that the vendor provides; their values are data, never SQL.
BUILT_IN_SNIPPETS = (
    *("CLUVIO_USER_EMAIL", "CLUVIO_USER_FIRSTNAME", "CLUVIO_USER_LASTNAME", "CLUVIO_USER_ROLE"),
    *("CLUVIO_DASHBOARD_NAME", "CLUVIO_DASHBOARD_ID"),
)

_PARAMETER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class ExpressionError(ValueError):
    """A query with Cluvio expressions cannot be turned into SQL. `position` is an index into its text."""

    def __init__(self, message: str, position: int = 0) -> None:
        self.message = message
        self.position = position
        super().__init__(f"{message} (at character {position + 1} of the query)")


@dataclass(frozen=True)
class FilterDefinition:
    """A filter as queries see it. `options` are the values that its drop-down allows, None where all are."""

    variable_name: str
    control_type: str = "input_multi"
    value_type: str = "TEXT"
    default_values: tuple[Value, ...] = ()
    required: bool = False
    relative_range_enabled: bool = True
    before_range_enabled: bool = True
    after_range_enabled: bool = True
    from_to_range_enabled: bool = True
    allowed_aggregations: tuple[str, ...] = AGGREGATIONS[:-1]
    options: frozenset[str] | None = None

    @classmethod
    def of(cls, attributes: Mapping[str, Any], options: frozenset[str] | None = None) -> FilterDefinition:
        """Read the attributes of a filter. `options` counts only where the filter asks for validation."""
        switches = ("relative_range_enabled", "before_range_enabled", "after_range_enabled", "from_to_range_enabled")
        return cls(
            variable_name=attributes["variable_name"],
            control_type=attributes["control_type"],
            value_type=attributes["value_type"],
            default_values=tuple(attributes.get("default_values") or ()),
            required=bool(attributes.get("required")),
            allowed_aggregations=tuple(attributes.get("allowed_aggregations") or AGGREGATIONS[:-1]),
            options=options if attributes.get("dropdown_validate") else None,
            **{name: attributes.get(name) is not False for name in switches},
        )

    @property
    def multi(self) -> bool:
        """Tell whether several values can be selected."""
        return "_multi" in self.control_type


def ad_hoc(variable_name: str) -> FilterDefinition:
    """Return the filter that a variable without a definition stands for: any number of texts."""
    return FilterDefinition(variable_name)


@dataclass(frozen=True)
class Snippet:
    """The SQL that `[name]` stands for. Each of `params` is written `[param]` in `text` and given as `[name(sql)]`."""

    text: str
    params: tuple[str, ...] = ()

    @classmethod
    def of(cls, attributes: Mapping[str, Any]) -> Snippet:
        """Read the attributes of an SQL snippet. Raises ValueError for parameters that are no list of names."""
        return cls(str(attributes["text"]), cls.names(attributes.get("params")))

    @staticmethod
    def names(params: str | None) -> tuple[str, ...]:
        """Return the names in `params`, which separates them by commas. Raises ValueError for anything else."""
        names = tuple(name.strip() for name in (params or "").split(",")) if (params or "").strip() else ()
        wrong = [name for name in names if not _PARAMETER.fullmatch(name)]
        if wrong or len(set(names)) != len(names):
            raise ValueError("Give different names, separated by commas: letters, digits and underscores.")
        return names
