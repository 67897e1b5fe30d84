"""Turns the selected values of a filter into values of its type, ready to be bound to a query.

Text in, Python's own types out: str, int, float, bool, date, time, datetime (naive, as the clocks of the dashboard show
it), or None for null.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time, tzinfo

from bireme_emulator.cluvio.inputs import InputsError, Value

__all__ = ["Bound", "read_value"]

Bound = str | int | float | bool | date | time | datetime | None

_INTEGER = re.compile(r"[+-]?[0-9]{1,38}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,300}\.?[0-9]{0,300}|\.[0-9]{1,300})(?:[eE][+-]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?")
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_LARGEST = 2**127 - 1
_LATEST = int(datetime(9999, 12, 30, tzinfo=UTC).timestamp())


def read_value(field: str, value: Value, value_type: str, zone: tzinfo) -> Bound:
    """Return a selected value as `value_type` wants it; `zone` is where moments with an offset are shown.

    Raises InputsError, naming `field`, for a value that is not of the type.
    """
    if value is None:
        return None
    if value_type == "TEXT":
        return _as_text(value)
    if value_type == "NUMBER":
        return _as_number(field, value)
    if value_type == "BOOLEAN":
        return _as_boolean(field, value)
    if value_type == "DATE":
        return _as_date(field, value)
    if value_type == "TIME":
        return _as_time(field, value)
    return _as_date_time(field, value, zone)


def _as_text(value: str | float | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _as_number(field: str, value: str | float | bool) -> Bound:
    if not isinstance(value, str | bool):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if _INTEGER.fullmatch(text) and abs(int(text)) <= _LARGEST:
        return int(text)
    if _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    raise InputsError(field, value, "Give a number.")


def _as_boolean(field: str, value: str | float | bool) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise InputsError(field, value, "Give true or false.")


def _as_date(field: str, value: str | float | bool) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # there is no such day: refused below, like any other text
    raise InputsError(field, value, "Give a date as YYYY-MM-DD.")


def _as_time(field: str, value: str | float | bool) -> time:
    if isinstance(value, str) and _TIME.fullmatch(value):
        try:
            return time.fromisoformat(value)
        except ValueError:
            pass
    raise InputsError(field, value, "Give a time of day as HH:MM or HH:MM:SS.")


def _as_date_time(field: str, value: str | float | bool, zone: tzinfo) -> datetime:
    remedy = "Give a moment as YYYY-MM-DDTHH:MM:SS, perhaps with an offset, or in Unix seconds."
    try:
        if isinstance(value, str) and _DATE_TIME.fullmatch(value):
            moment = datetime.fromisoformat(value)
            return moment if moment.tzinfo is None else moment.astimezone(zone).replace(tzinfo=None)
        if not isinstance(value, str | bool) and abs(value) <= _LATEST:
            return datetime.fromtimestamp(value, UTC).astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        pass  # no such day or hour, or one before the year 1
    raise InputsError(field, value, remedy)
