"""Rows of a result on a terminal: as wide as it is, never folded; what does not fit is cut, and said."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import typer
from rich.cells import cell_len, set_cell_size

from .output import GAP, one_line

WIDEST = 40
NARROWEST = 12  # of text; numbers and dates are never cut, though their names may be
NARROWEST_NAME = 8
NULL = "NULL"
_CUT = "…"


def print_grid(names: Sequence[str], rows: Sequence[Sequence[Any]], width: int) -> int:
    """Prints rows under the names of their columns, numbers to the right; gives how many columns did not fit.

    Args:
        names: of the columns.
        rows: values as Python has them.
        width: of the terminal, in cells.
    """
    values = [[row[index] for row in rows] for index in range(len(names))]
    columns = [[one_line(name), *map(_text, column)] for name, column in zip(names, values, strict=True)]
    widths = _fitting(
        [max(map(cell_len, column)) for column in columns],
        [_least(column, kinds) for column, kinds in zip(columns, values, strict=True)],
        width,
    )
    numeric = [_is_numeric(column) for column in values]
    for number, line in enumerate(zip(*columns[: len(widths)], strict=True)):
        cells = [_cell(text, size, right) for text, size, right in zip(line, widths, numeric, strict=False)]
        typer.secho(GAP.join(cells).rstrip(), bold=number == 0)
    return len(names) - len(widths)


def _least(column: Sequence[str], values: Sequence[Any]) -> int:
    """How narrow a column can be and still say something: name first, then its values."""
    name, *texts = map(cell_len, column)
    if any(isinstance(value, str) for value in values) or not texts:
        return min(max(name, *texts, 0), NARROWEST)
    return max(min(name, NARROWEST_NAME), *texts)


def _fitting(wanted: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """The widths of the columns that fit: the widest shrink first, the last ones go where that is not enough."""
    count = len(wanted)
    while count > 1 and _total(least[:count]) > width:
        count -= 1
    widths = [max(min(each, WIDEST), few) for each, few in zip(wanted[:count], least, strict=False)]
    while _total(widths) > width:
        able = [index for index in range(count) if widths[index] > least[index]]
        if not able:
            return [min(widths[0], width)]
        widths[max(able, key=lambda index: (widths[index], index))] -= 1
    return widths


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _cell(text: str, size: int, right: bool) -> str:
    if cell_len(text) > size:
        return set_cell_size(text, size - 1) + _CUT
    space = " " * (size - cell_len(text))
    return space + text if right else text + space


def _text(value: Any) -> str:
    if value is None:
        return NULL
    if isinstance(value, bool):
        return str(value).lower()
    return one_line(str(value))


def _is_numeric(values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None]
    numbers = int | float | Decimal
    return bool(known) and all(isinstance(value, numbers) and not isinstance(value, bool) for value in known)
