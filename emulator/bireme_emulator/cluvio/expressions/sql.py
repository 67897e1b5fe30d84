"""Writes the SQL that expressions stand for, and keeps the values that it binds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bireme_emulator.cluvio.inputs import AGGREGATIONS, known_zone

__all__ = ["Writer"]

_MOMENTS = ("second", "minute", "hour")  # shorter than a day: the result is a moment, not a date
_CASTS = {"DATE": "DATE", "TIME": "TIME", "DATE_TIME": "TIMESTAMP"}


class Writer:
    """Collects parameters. The same value of the same type is bound once, so that repeated expressions stay equal,
    as GROUP BY needs them.

    `data_zone` is the time zone of the data, `zone` the one of the dashboard, None where it shows the data's own.
    """

    def __init__(self, data_zone: str, zone: str | None) -> None:
        for name in (data_zone, zone or "UTC"):
            if not known_zone(name):
                raise ValueError(f"There is no time zone {name!r}.")
        self.data_zone = data_zone
        self.zone = data_zone if zone is None else zone
        self.params: list[Any] = []
        self._numbers: dict[tuple[type, Any], int] = {}

    def bound(self, value: Any) -> str:
        """Return the placeholder of a value."""
        if value is None:
            return "NULL"
        number = self._numbers.setdefault((type(value), value), len(self.params) + 1)
        if number > len(self.params):
            self.params.append(value)
        return f"${number}"

    def cast(self, expr: str, value_type: str) -> str:
        """Return an expression as values of a filter's type are compared with it."""
        return f"CAST({expr} AS {_CASTS[value_type]})" if value_type in _CASTS else expr

    def among(self, expr: str, values: Sequence[Any]) -> str:
        """Return the condition that an expression is one of some values, null among them perhaps."""
        placeholders = [self.bound(value) for value in values if value is not None]
        parts = []
        if len(placeholders) == 1:
            parts.append(f"{expr} = {placeholders[0]}")
        elif placeholders:
            parts.append(f"{expr} IN ({', '.join(placeholders)})")
        if len(placeholders) < len(values):
            parts.append(f"{expr} IS NULL")
        return f"({' OR '.join(parts)})"

    def between(self, expr: str, start: Any, end: Any, *, before_end: bool) -> str:
        """Return the condition that an expression lies in a range; `before_end` leaves out the end itself."""
        parts = []
        if start is not None:
            parts.append(f"{expr} >= {self.bound(start)}")
        if end is not None:
            parts.append(f"{expr} {'<' if before_end else '<='} {self.bound(end)}")
        return f"({' AND '.join(parts)})" if parts else "TRUE"

    def shown(self, expr: str) -> str:
        """Return a moment as the clocks of the dashboard show it."""
        moment = f"CAST({expr} AS TIMESTAMP)"
        if self.zone == self.data_zone:
            return moment
        return f"({moment} AT TIME ZONE '{self.data_zone}' AT TIME ZONE '{self.zone}')"

    def truncated(self, expr: str, unit: str) -> str:
        """Return a moment cut to a unit of time on the clocks of the dashboard: a date from a day upward.

        Shorter units give a moment of the data time zone again, as all moments of a result are.
        """
        if unit not in AGGREGATIONS:  # the unit becomes part of the SQL
            raise ValueError(f"{unit!r} is no unit of time.")
        if unit == "all_time":
            return "CAST(NULL AS DATE)"
        shown = self.shown(expr)
        if unit == "week_sunday":
            return f"CAST(date_trunc('week', {shown} + INTERVAL 1 DAY) - INTERVAL 1 DAY AS DATE)"
        if unit not in _MOMENTS:
            return f"CAST(date_trunc('{unit}', {shown}) AS DATE)"
        cut = f"date_trunc('{unit}', {shown})"
        if self.zone == self.data_zone:
            return cut
        return f"({cut} AT TIME ZONE '{self.zone}' AT TIME ZONE '{self.data_zone}')"
