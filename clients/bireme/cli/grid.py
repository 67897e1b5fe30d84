"""Rows of a result on a terminal: as wide as it is, never folded; what does not fit is cut, and said."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import typer
from rich.cells import cell_len, set_cell_size

from .output import GAP, one_line

WIDEST = 40
NARROWEST = 8
NULL = "NULL"
_CUT = "…"


def print_grid(names: Sequence[str], rows: Sequence[Sequence[Any]], width: int) -> int:
    """Prints rows under the names of their columns, numbers to the right; gives how many columns did not fit.

    Args:
        names: of the columns.
        rows: values as Python has them.
        width: of the terminal, in cells.
    """
    columns = [[one_line(name), *(_text(row[index]) for row in rows)] for index, name in enumerate(names)]
    widths = _fitting([max(map(cell_len, column)) for column in columns], width)
    numeric = [_is_numeric([row[index] for row in rows]) for index in range(len(widths))]
    for number, line in enumerate(zip(*columns[: len(widths)], strict=True)):
        cells = [_cell(text, size, right) for text, size, right in zip(line, widths, numeric, strict=True)]
        typer.secho(GAP.join(cells).rstrip(), bold=number == 0)
    return len(names) - len(widths)


def _fitting(wanted: Sequence[int], width: int) -> list[int]:
    """The widths of the columns that fit: the widest shrink first, then the last ones go."""
    widths = [min(each, WIDEST) for each in wanted]
    while _total(widths) > width:
        widest = max(widths)
        if widest > NARROWEST:
            # The last of the widest, for what identifies a row stands first.
            widths[len(widths) - 1 - widths[::-1].index(widest)] -= 1
        elif len(widths) > 1:
            widths = [min(each, WIDEST) for each in wanted[: len(widths) - 1]]
        else:
            break
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
