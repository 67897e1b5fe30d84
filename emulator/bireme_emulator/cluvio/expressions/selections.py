"""What is selected in each filter, and the conditions, transformations and values that follow from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bireme_emulator.cluvio.expressions.definitions import RANGES, ExpressionError, FilterDefinition, ad_hoc
from bireme_emulator.cluvio.expressions.parser import Condition, Transformation, ValueUse
from bireme_emulator.cluvio.expressions.ranges import Range, read_range, shifted
from bireme_emulator.cluvio.expressions.sql import Writer
from bireme_emulator.cluvio.expressions.values import Bound, read_value
from bireme_emulator.cluvio.inputs import AGGREGATIONS, Inputs, InputsError, Value
from bireme_emulator.kernel.query.calendar import Calendar

__all__ = ["Selections"]

_BUILT_IN = ("timerange", "aggregation", "tz")
_SECOND = timedelta(seconds=1)


class Selections:
    """The inputs of a query, seen through the definitions of its filters.

    Without a time zone of the dashboard, moments are compared as they are written, as if all clocks ran in UTC.
    """

    def __init__(self, inputs: Inputs, filters: Mapping[str, FilterDefinition], now: datetime, data_zone: str) -> None:
        self.inputs = inputs
        self.filters = filters
        self.now = now
        self.zone = UTC if inputs.tz is None else ZoneInfo(inputs.tz)
        self.data_zone = UTC if inputs.tz is None else ZoneInfo(data_zone)

    def is_transformation(self, name: str) -> bool:
        """Tell whether `{column:name}` without brackets is one of Cluvio's expressions."""
        return name in ("aggregation", "tz", *AGGREGATIONS) or self._is_aggregation(name)

    def condition(self, node: Condition, expr: str, writer: Writer) -> str:
        """Return the SQL of `{[expr]=variable}`. Raises ExpressionError or InputsError."""
        name = node.variable
        if name in ("aggregation", "tz") or self._is_aggregation(name):
            message = f"{name} is a transformation and no condition: write {{[...]:{name}}}."
            raise ExpressionError(message, node.position)
        definition = self._definition(name)
        if definition.control_type in RANGES:
            found = self._range(definition)
            if node.selector is not None:
                _check_selector(node.selector, ("next", "previous"), node)
                found = shifted(found, node.selector)
            return self._in_range(expr, found, definition.value_type, writer)
        if node.selector is not None:
            _check_selector(node.selector, (), node)
        values = self._values(definition)
        if not values:
            return "TRUE"
        return writer.among(writer.cast(expr, definition.value_type), values)

    def transformation(self, node: Transformation, expr: str, writer: Writer) -> str:
        """Return the SQL of `{[expr]:variable}`. Raises ExpressionError or InputsError."""
        name = node.variable
        if name == "tz":
            return writer.shown(expr)
        if name == "aggregation":
            return writer.truncated(expr, self.inputs.aggregation)
        if self._is_aggregation(name):
            return writer.truncated(expr, self._aggregation(self.filters[name]))
        if name in AGGREGATIONS and name not in self.filters:
            return writer.truncated(expr, name)
        raise ExpressionError(f"{name} is a condition and no transformation: write {{[...]={name}}}.", node.position)

    def value(self, node: ValueUse, writer: Writer) -> str:
        """Return the SQL of `{variable.selector}`. Raises ExpressionError or InputsError."""
        name = node.variable
        if name in ("aggregation", "tz") or self._is_aggregation(name):
            _check_selector(node.selector, ("value",), node)
            if self._is_aggregation(name):
                return writer.bound(self._aggregation(self.filters[name]))
            return writer.bound(self.inputs.aggregation if name == "aggregation" else self.inputs.tz)
        definition = self._definition(name)
        if definition.control_type in RANGES:
            _check_selector(node.selector, ("start", "end"), node)
            found = self._range(definition)
            return writer.bound(self._moment(found.start if node.selector == "start" else found.end))
        values = self._values(definition)
        if definition.multi:
            _check_selector(node.selector, ("values",), node)
            return f"[{', '.join(writer.bound(value) for value in values)}]"
        _check_selector(node.selector, ("value",), node)
        return writer.bound(values[0] if values else None)

    def check(self, definition: FilterDefinition, where: str) -> None:
        """Raise InputsError, naming `where`, unless what is selected in a filter fits it."""
        if definition.control_type == "date_time_aggregation":
            self._aggregation(definition, where)
        elif definition.control_type in RANGES:
            self._range(definition, where)
        else:
            self._values(definition, where)

    def _is_aggregation(self, name: str) -> bool:
        return name in self.filters and self.filters[name].control_type == "date_time_aggregation"

    def _definition(self, name: str) -> FilterDefinition:
        if name == "timerange":
            return FilterDefinition("timerange", "date_time_range", "DATE_TIME")
        return self.filters.get(name) or ad_hoc(name)

    def _selected(self, definition: FilterDefinition) -> Sequence[Value]:
        return self.inputs.filters.get(definition.variable_name, definition.default_values)

    def _range(self, definition: FilterDefinition, where: str = "") -> Range:
        name = definition.variable_name
        where = where or _field(name)
        if name == "timerange":
            start, end = (None if bound is None else self._wall(bound) for bound in self.inputs.timerange)
            return Range(start, end)
        found = read_range(where, self._selected(definition), definition, now=self.now, zone=self.zone)
        if definition.required and found.start is None and found.end is None:
            raise InputsError(where, None, "The filter needs a selection.")
        return found

    def _values(self, definition: FilterDefinition, where: str = "") -> tuple[Bound, ...]:
        where = where or _field(definition.variable_name)
        selected = self._selected(definition)
        if not selected and definition.control_type == "checkbox_two_way":
            selected = (False,)
        if not selected and definition.required:
            raise InputsError(where, None, "The filter needs a selection.")
        if len(selected) > 1 and not definition.multi:
            raise InputsError(where, list(selected), "Only one value can be selected here.")
        values = tuple(read_value(where, value, definition.value_type, self.zone) for value in selected)
        for value in selected if definition.options is not None else ():
            if read_value(where, value, "TEXT", self.zone) not in (definition.options or ()):
                raise InputsError(where, value, "Give one of the options of the drop-down.")
        return tuple(self._moment(value) for value in dict.fromkeys(values))

    def _aggregation(self, definition: FilterDefinition, where: str = "") -> str:
        where = where or _field(definition.variable_name)
        selected = self._selected(definition)
        allowed = definition.allowed_aggregations
        if not selected:
            if definition.required:
                raise InputsError(where, None, "The filter needs a selection.")
            return "day"
        if len(selected) > 1 or selected[0] not in AGGREGATIONS or selected[0] not in allowed:
            raise InputsError(where, list(selected), f"Give one of {', '.join(allowed)}.")
        return str(selected[0])

    def _in_range(self, expr: str, found: Range, value_type: str, writer: Writer) -> str:
        if found.empty:
            return "FALSE"
        cast = writer.cast(expr, value_type)
        if value_type != "DATE_TIME":
            end = found.end
            if isinstance(end, time):  # the whole of the last second
                end = end.replace(microsecond=999_999)
            return writer.between(cast, found.start, end, before_end=False)
        try:
            end = None if found.end is None else self._moment(found.end.replace(microsecond=0) + _SECOND)
        except OverflowError:  # the last second that there is: all moments come before its end
            end = None
        return writer.between(cast, self._moment(found.start), end, before_end=True)

    def _wall(self, unix: int) -> datetime:
        """Return a moment as the clocks of the dashboard show it."""
        return datetime.fromtimestamp(unix, UTC).astimezone(self.zone).replace(tzinfo=None)

    def _moment(self, value: Any) -> Any:
        """Return what the clocks of the data show when those of the dashboard show `value`; other values unchanged."""
        if not isinstance(value, datetime) or self.zone == self.data_zone:
            return value
        try:
            return Calendar(self.now, self.zone).at(value).astimezone(self.data_zone).replace(tzinfo=None)
        except OverflowError:  # at the edges of the calendar an hour more or less does not matter
            return value


def _field(variable_name: str) -> str:
    return f"parameters.filters[{variable_name}]"


def _check_selector(selector: str, known: Sequence[str], node: Condition | ValueUse) -> None:
    if selector in known:
        return
    form = f"{{[...]={node.variable}}}" if isinstance(node, Condition) else f"{{{node.variable}.{selector}}}"
    remedy = f"It has {' and '.join(known)}." if known else "Leave it out."
    raise ExpressionError(f"{node.variable} has no selector {selector} in {form}. {remedy}", node.position)
