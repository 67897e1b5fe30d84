"""Whether the result of a query triggers an alert: with rows, without, or by how its one number compares.

`<result> <condition> <trigger_value>` takes a result of one row and one column with a number in it. Any other shape is
an error of the alert, not of the query (status `alert_error`); older manual pages say that it triggers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

    from .results import Result

__all__ = ["COMPARISONS", "AlertError", "Verdict", "condition_in_words", "exact", "is_number", "judge", "written"]

COMPARISONS: Mapping[str, tuple[str, Callable[[Decimal, Decimal], bool]]] = {
    "greater_than": ("is greater than", lambda result, value: result > value),
    "lower_than": ("is lower than", lambda result, value: result < value),
    "equal": ("is equal to", lambda result, value: result == value),
    "not_equal": ("is not equal to", lambda result, value: result != value),
}
"""The conditions that take a `trigger_value`, with their words."""


class AlertError(Exception):
    """The condition cannot be judged by what the query has given; the message says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the condition holds, and the number that was compared, if one was."""

    triggered: bool
    value: Decimal | None = None


def judge(condition: str, trigger_value: float | None, result: Result) -> Verdict:
    """Whether a result meets a condition. Raises `AlertError` where a comparison finds no single number."""
    if condition == "has_results":
        return Verdict(result.rows > 0)
    if condition == "no_results":
        return Verdict(result.rows == 0)
    if trigger_value is None:
        raise AlertError(f"trigger_value is missing: {condition} compares the result with it")
    value = _number(result)
    return Verdict(COMPARISONS[condition][1](value, exact(trigger_value)), value)


def condition_in_words(condition: str, trigger_value: float | None) -> str:
    """A condition as a person says it.

    >>> condition_in_words("greater_than", 1000)
    'the result is greater than 1,000'
    """
    if condition in COMPARISONS:
        against = "a missing value" if trigger_value is None else written(exact(trigger_value))
        return f"the result {COMPARISONS[condition][0]} {against}"
    return "the query has results" if condition == "has_results" else "the query has no results"


def exact(number: float | Decimal) -> Decimal:
    """A number as it is written: 0.1 is a tenth, be it a decimal of the database or a float of JSON."""
    return Decimal(repr(number)) if isinstance(number, float) else Decimal(number)


def written(number: Decimal) -> str:
    """A number with its thousands set apart, in full or with an exponent where that would be too long.

    >>> written(Decimal("336776")), written(Decimal("0.50"))
    ('336,776', '0.5')
    """
    if number == 0:
        return "0"
    if not -9 <= number.adjusted() <= 20:
        return f"{number.normalize():.6e}"
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_number(kind: pyarrow.DataType) -> bool:
    """Whether a column holds numbers."""
    import pyarrow.types as types

    return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))


def _number(result: Result) -> Decimal:
    if (result.rows, result.columns) != (1, 1):
        rows, columns = _counted(result.rows, "row"), _counted(result.columns, "column")
        raise AlertError(f"The condition compares one number, and the result has {rows} and {columns}")
    column = result.reader().read_all().column(0)
    if not is_number(column.type):
        kind = result.fields[0]["data_type"]
        raise AlertError(f"The condition compares a number, and the result is of type {kind}")
    value: Any = column[0].as_py()
    if value is None:
        raise AlertError("The condition compares a number, and the result is null")
    number = exact(value)
    if not number.is_finite():
        raise AlertError(f"The condition compares a number, and the result is {value}")
    return number


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
