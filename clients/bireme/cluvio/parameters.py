"""The inputs of queries: time range, aggregation, time zone and filters, checked before anything is sent.

Requests with equal inputs share cached results, running queries and export jobs, so inputs are brought into one form.
Facts: the vendor's page on InputParameters (timerange, aggregation, tz, filters).

>>> from datetime import UTC, datetime
>>> Parameters(timerange=(datetime(2013, 1, 1, tzinfo=UTC), None), filters={"carrier": ["UA", "AA"]}).to_dict()
{'timerange': '1356998400~', 'filters': [{'variable_name': 'carrier', 'selected_values': ['UA', 'AA']}]}
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any, TypeAlias

from bireme._runtime.errors import InvalidInput

from .generated.models.aggregation_option import AggregationOption

__all__ = ["AGGREGATIONS", "Inputs", "Parameters", "Timerange", "Value", "parameters_of"]

AGGREGATIONS: tuple[str, ...] = tuple(option.value for option in AggregationOption)

Value: TypeAlias = str | int | float | bool | date | None
"""What a filter can select; a date is sent as `YYYY-MM-DD`."""

Moment: TypeAlias = datetime | int | None
"""An aware datetime, or Unix seconds, or None where a range has no end on that side."""

Timerange: TypeAlias = tuple[Moment, Moment]

_TIMERANGE = re.compile(r"(-?[0-9]+)?~(-?[0-9]+)?")
_VARIABLE = re.compile(r"[A-Za-z0-9_-]+")
_FIELDS = ("timerange", "aggregation", "tz", "filters")
_AWARE = "Give it a time zone: datetime(2025, 3, 1, tzinfo=UTC), or tzinfo=ZoneInfo('Europe/Vienna')."
_LARGEST = 2**53 - 1  # what JSON carries exactly everywhere


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Inputs for the expressions in a query's SQL.

    Attributes:
        timerange: start and end, both included; each an aware datetime or Unix seconds, or None for no bound. The API
            knows whole seconds, so fractions are cut off. The API's own text, such as `"1712233090~"`, will do too.
        aggregation: `second`, `minute`, `hour`, `day`, `week`, `week_sunday`, `month`, `quarter`, `year` or `all_time`
            (only where the dashboard's aggregation filter allows that one).
        tz: the IANA name of a time zone, or a `ZoneInfo`; only for dashboards that let people choose one.
        filters: variable name -> a value or a list of them: text, numbers, booleans, dates, None. An empty list
            selects nothing; variables left out keep the default of their filter.

    Raises:
        InvalidInput: one of them cannot be sent; it names which, and what to give.

    Example:
        >>> Parameters(timerange=(1712233090, 1712237090), aggregation="day", filters={"late": True}).to_dict()
        {'timerange': '1712233090~1712237090', 'aggregation': 'day', \
'filters': [{'variable_name': 'late', 'selected_values': [True]}]}
    """

    timerange: Timerange | str | None = None
    aggregation: AggregationOption | str | None = None
    tz: str | tzinfo | None = None
    filters: Mapping[str, Value | Iterable[Value]] | None = None
    _sent: dict[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # At once: a list that is given may be changed later, and an iterator can be read only once.
        object.__setattr__(self, "_sent", self._checked())

    def to_dict(self) -> dict[str, Any]:
        """The inputs as the API takes them: what is not given is left out, filters stand in the order of their names.

        Example:
            >>> Parameters(aggregation="week").to_dict()
            {'aggregation': 'week'}
        """
        return deepcopy(self._sent)

    def _checked(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.timerange is not None:
            found["timerange"] = _timerange(self.timerange)
        if self.aggregation is not None:
            found["aggregation"] = _aggregation(self.aggregation)
        if self.tz is not None:
            found["tz"] = _zone(self.tz)
        if self.filters is not None:
            found["filters"] = _filters(self.filters)
        return found


Inputs: TypeAlias = Parameters | Mapping[str, Any]
"""What is taken as `parameters`: the builder, or a mapping with its names or in the API's own form."""


def parameters_of(given: Any) -> dict[str, Any] | None:
    """Inputs (`Inputs`, or None) as the API takes them; None where there are none.

    >>> parameters_of({"aggregation": "week", "filters": [{"variable_name": "x", "selected_values": [1]}]})
    {'aggregation': 'week', 'filters': [{'variable_name': 'x', 'selected_values': [1]}]}

    Raises:
        InvalidInput: they cannot be sent.
    """
    if given is None:
        return None
    if isinstance(given, Parameters):
        return given.to_dict()
    if not isinstance(given, Mapping):
        remedy = "Give Parameters(...), or a mapping with timerange, aggregation, tz and filters."
        raise InvalidInput("parameters", given, "is neither Parameters nor a mapping", remedy)
    for name in given:
        if name not in _FIELDS:
            raise InvalidInput("parameters", name, "is no input of a query", f"Use {', '.join(_FIELDS)}.")
    return Parameters(**given).to_dict()


def _timerange(given: Any) -> str:
    if isinstance(given, str):
        found = _TIMERANGE.fullmatch(given)
        if not found:
            remedy = "Give START~END in Unix seconds such as '1712233090~', or a pair of datetimes."
            raise InvalidInput("parameters.timerange", given, "is no time range", remedy)
        start, end = (int(bound) if bound else None for bound in found.groups())
    elif isinstance(given, tuple | list) and len(given) == 2:
        start, end = (_moment(f"parameters.timerange[{index}]", bound) for index, bound in enumerate(given))
    else:
        raise InvalidInput("parameters.timerange", given, "is not a pair", "Give (start, end); None for no bound.")
    if start is not None and end is not None and start > end:
        raise InvalidInput("parameters.timerange", given, "ends before it starts", "Give the earlier one first.")
    return f"{'' if start is None else start}~{'' if end is None else end}"


def _moment(field: str, given: Any) -> int | None:
    if given is None:
        return None
    if isinstance(given, datetime):
        if given.utcoffset() is None:
            raise InvalidInput(field, given, "has no time zone, so it is no moment in time", _AWARE)
        return math.floor(given.timestamp())
    if isinstance(given, bool) or not isinstance(given, int):
        what = "is a day, which begins at another moment in each time zone" if isinstance(given, date) else "is no time"
        raise InvalidInput(field, given, what, f"Give a datetime, or Unix seconds. {_AWARE}")
    return given


def _aggregation(given: Any) -> str:
    value = getattr(given, "value", given)
    if value not in AGGREGATIONS:
        raise InvalidInput("parameters.aggregation", given, "is no aggregation", f"Use {', '.join(AGGREGATIONS)}.")
    return str(value)


def _zone(given: Any) -> str:
    name = getattr(given, "key", given)  # of a ZoneInfo
    if not isinstance(name, str) or not name or any(char.isspace() or not char.isprintable() for char in name):
        remedy = "Give an IANA name such as 'Europe/Vienna'."
        raise InvalidInput("parameters.tz", given, "is not the name of a time zone", remedy)
    return name


def _filters(given: Any) -> list[dict[str, Any]]:
    pairs = _pairs(given)
    names = [name for name, _ in pairs]
    for name in names:
        if not isinstance(name, str) or not _VARIABLE.fullmatch(name):
            remedy = "Use the name that the SQL has, of letters, digits, '_' and '-'."
            raise InvalidInput("parameters.filters", name, "is not the name of a variable", remedy)
        if names.count(name) > 1:
            raise InvalidInput("parameters.filters", name, "is given twice", "Put all its values into one list.")
    return [
        {"variable_name": name, "selected_values": _values(f"parameters.filters[{name!r}]", values)}
        for name, values in sorted(pairs)
    ]


def _pairs(given: Any) -> list[tuple[Any, Any]]:
    """Variables with their values, from a mapping or from the API's own list."""
    if isinstance(given, Mapping):
        return list(given.items())
    remedy = 'Give {"variable": value or [values]}.'
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise InvalidInput("parameters.filters", given, "is not a mapping", remedy)
    pairs = []
    for entry in given:
        if not isinstance(entry, Mapping) or set(entry) != {"variable_name", "selected_values"}:
            reason = "has not variable_name and selected_values, and nothing else"
            raise InvalidInput("parameters.filters", entry, reason, remedy)
        pairs.append((entry["variable_name"], entry["selected_values"]))
    return pairs


def _values(field: str, given: Any) -> list[str | int | float | bool | None]:
    if isinstance(given, Mapping | bytes):
        raise InvalidInput(field, given, "is neither a value nor a list", "Give text, a number, True, a date or None.")
    single = isinstance(given, str) or not isinstance(given, Iterable)
    return [_value(field, each) for each in ([given] if single else given)]


def _value(field: str, given: Any) -> str | int | float | bool | None:
    if given is None or isinstance(given, bool):
        return given
    if isinstance(given, str):
        if "\0" in given or (not given.isascii() and any("\ud800" <= char <= "\udfff" for char in given)):
            raise InvalidInput(field, given, "has a character that cannot be sent", "Leave NUL and surrogates out.")
        return given
    if isinstance(given, datetime):
        remedy = "Give the text that the filter takes, such as '2025-03-01 08:00:00'; a date() is sent as it is."
        raise InvalidInput(field, given, "is a moment, for which filters have no form of their own", remedy)
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, int) and abs(given) <= _LARGEST:
        return given
    if isinstance(given, float) and math.isfinite(given):
        return given
    raise InvalidInput(field, given, "cannot be selected", "Give text, a finite number, True, False, a date or None.")
