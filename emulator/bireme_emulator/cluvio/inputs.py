"""The inputs of a query: what a caller sends as `parameters`, checked and brought into one form.

Two requests with equal inputs share cached results, running queries and export jobs; `Inputs.key` is equal for them.
Facts: Cluvio API 2024-06-01, InputParameters and FilterInput. The defaults, and what is refused, are listed in
DIFFERENCES.md.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

__all__ = ["AGGREGATIONS", "Inputs", "InputsError", "Value", "known_zone", "read_values"]

AGGREGATIONS = ("second", "minute", "hour", "day", "week", "week_sunday", "month", "quarter", "year", "all_time")

Value = str | int | float | bool | None
Timerange = tuple[int | None, int | None]

_TIMERANGE = re.compile(r"(-?[0-9]{1,15})?~(-?[0-9]{1,15})?")
_VARIABLE = re.compile(r"[A-Za-z0-9_-]+")
_EARLIEST = int(datetime(1, 1, 2, tzinfo=UTC).timestamp())
_LATEST = int(datetime(9999, 12, 30, tzinfo=UTC).timestamp())
_LARGEST = 2**127 - 1  # what the database takes as an integer
_SHOWN = 80


class InputsError(ValueError):
    """An input that cannot be used. `field` names it (`parameters.timerange`), `value` is what came, `remedy` helps.

    At the API this is a 422.
    """

    def __init__(self, field: str, value: object, remedy: str) -> None:
        self.field = field
        self.value = value
        self.remedy = remedy
        shown = ascii(value)
        shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "..."
        super().__init__(f"{field} cannot be {shown}. {remedy}")


@dataclass(frozen=True)
class Inputs:
    """What a query is run with.

    `timerange` is (start, end) in Unix seconds, both inclusive, None where open. `aggregation` is one of AGGREGATIONS.
    `tz` is the IANA name of the time zone that the dashboard shows times in, None where none is configured. `filters`
    maps variable names to the selected values; a variable that is not in it takes the default values of its filter,
    one with no values has nothing selected.

    Example:
        Inputs.of({"timerange": "1357016400~", "filters": [{"variable_name": "carrier", "selected_values": ["UA"]}]})
    """

    timerange: Timerange = (None, None)
    aggregation: str = "day"
    tz: str | None = None
    filters: Mapping[str, tuple[Value, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls,
        parameters: Mapping[str, Any] | None,
        dashboard: Mapping[str, Any] | None = None,
        organization_zone: str | None = None,
    ) -> Inputs:
        """Read the `parameters` of a request, for a dashboard if there is one.

        What a request leaves out comes from the `default_parameters` of the dashboard. The time zone is the one of the
        request where the dashboard takes one (`input`), else the fixed one or `organization_zone`, as the dashboard
        says. Raises InputsError for what cannot be used.
        """
        given = _object("parameters", parameters)
        attributes: Mapping[str, Any] = {} if dashboard is None else dashboard["attributes"]
        defaults = _object("default_parameters", attributes.get("default_parameters"))
        filters = {**_filters(defaults.get("filters")), **_filters(given.get("filters"))}
        return cls(
            timerange=_timerange(_either("timerange", given, defaults)),
            aggregation=_aggregation(_either("aggregation", given, defaults), attributes if dashboard else None),
            tz=_zone(given.get("tz"), defaults.get("tz"), attributes if dashboard else None, organization_zone),
            filters=MappingProxyType(dict(sorted(filters.items()))),
        )

    @property
    def key(self) -> str:
        """Return a text that is equal for equal inputs and for no others."""
        return json.dumps(self.document(), sort_keys=True, separators=(",", ":"))

    def document(self) -> dict[str, Any]:
        """Return the inputs as `parameters` of a request: `Inputs.of(inputs.document()) == inputs`."""
        start, end = ("" if bound is None else str(bound) for bound in self.timerange)
        document: dict[str, Any] = {"timerange": f"{start}~{end}", "aggregation": self.aggregation}
        if self.tz is not None:
            document["tz"] = self.tz
        document["filters"] = [
            {"variable_name": name, "selected_values": list(values)} for name, values in self.filters.items()
        ]
        return document


def known_zone(name: object) -> bool:
    """Tell whether there is a time zone of this name (IANA)."""
    if not isinstance(name, str) or not name.isascii():
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # an unknown name, one with `..` in it, one that is a directory
        return False
    return True


def read_values(where: str, values: object) -> tuple[Value, ...]:
    """Return the values of a selection: text, numbers, booleans, null. `1.0` and `1` are the same number.

    Raises InputsError, naming `where`, for anything else, for numbers that are not finite and text that is no Unicode.
    """
    if values is None:
        return ()
    if not isinstance(values, list | tuple):
        raise InputsError(where, values, "Give a list of texts, numbers, booleans and nulls.")
    return tuple(_value(f"{where}[{index}]", value) for index, value in enumerate(values))


def _value(where: str, value: object) -> Value:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise InputsError(where, "a number of more than 128 bits", "Give a smaller number.")
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise InputsError(where, value, "Give a finite number.")
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, str):
        return _text(where, value)
    raise InputsError(where, value, "Give a text, a number, a boolean or null.")


def _text(where: str, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InputsError(where, value, "Give whole Unicode characters, without single surrogates.") from error
    return value


def _object(where: str, value: object) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InputsError(where, value, "Give an object with timerange, aggregation, tz and filters, each optional.")
    return value


def _either(name: str, given: Mapping[str, Any], defaults: Mapping[str, Any]) -> Any:
    value = given.get(name)
    return defaults.get(name) if value is None else value


def _timerange(value: object) -> Timerange:
    if value is None:
        return None, None
    where = "parameters.timerange"
    found = _TIMERANGE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        remedy = "Give <start>~<end> in Unix seconds, both inclusive; either may be left out, ~ alone is unbounded."
        raise InputsError(where, value, remedy)
    start, end = (None if bound is None else int(bound) for bound in found.groups())
    if any(bound is not None and not _EARLIEST <= bound <= _LATEST for bound in (start, end)):
        raise InputsError(where, value, "Give Unix seconds of the years 1 to 9999.")
    if start is not None and end is not None and start > end:
        raise InputsError(where, value, "Give a start that is not after the end.")
    return start, end


def _aggregation(value: object, attributes: Mapping[str, Any] | None) -> str:
    if value is None:
        return "day"
    where = "parameters.aggregation"
    if not isinstance(value, str) or value not in AGGREGATIONS:
        raise InputsError(where, value, f"Give one of {', '.join(AGGREGATIONS)}.")
    if value == "all_time" and attributes is not None:
        options = (attributes.get("filters_configuration") or {}).get("aggregation_options") or ()
        if value not in options:
            remedy = "List all_time in aggregation_options of the dashboard's filters_configuration first."
            raise InputsError(where, value, remedy)
    return value


def _zone(
    given: object, default: object, attributes: Mapping[str, Any] | None, organization_zone: str | None
) -> str | None:
    where = "parameters.tz"
    if given is not None and not known_zone(given):
        raise InputsError(where, given, "Give the IANA name of a time zone, for example Europe/Berlin.")
    if attributes is None:  # no dashboard, nothing that would limit the choice
        return None if given is None else str(given)
    config = attributes.get("time_zone_config") or {}
    kind = config.get("type", "disabled")
    allowed = list(config.get("allowed_time_zones") or ())
    if kind == "input":
        if given is not None and given not in allowed:
            raise InputsError(where, given, f"The dashboard allows {', '.join(allowed) or 'no time zone'}.")
        chosen = given if given is not None else default if default in allowed else next(iter(allowed), None)
        return None if chosen is None else str(chosen)
    if given is not None:
        raise InputsError(where, given, "Leave it out: the dashboard's time_zone_config is not of type input.")
    if kind == "organization":
        return organization_zone
    return config.get("fixed_time_zone") if kind == "fixed" else None


def _filters(value: object) -> dict[str, tuple[Value, ...]]:
    where = "parameters.filters"
    if value is None:
        return {}
    if not isinstance(value, list | tuple):
        raise InputsError(where, value, "Give a list of objects with variable_name and selected_values.")
    filters: dict[str, tuple[Value, ...]] = {}
    for index, entry in enumerate(value):
        here = f"{where}[{index}]"
        if not isinstance(entry, Mapping):
            raise InputsError(here, entry, "Give an object with variable_name and selected_values.")
        name = entry.get("variable_name")
        if not isinstance(name, str) or not _VARIABLE.fullmatch(name):
            raise InputsError(f"{here}.variable_name", name, "Give letters, digits, underscores and hyphens.")
        if name in filters:
            raise InputsError(f"{here}.variable_name", name, "Give each variable once, with all its values.")
        filters[name] = read_values(f"{here}.selected_values", entry.get("selected_values"))
    return filters
