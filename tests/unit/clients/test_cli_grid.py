"""Rows of a result on a terminal: no line is wider than it, dates and numbers stand whole, nothing goes unsaid."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bireme.cli.grid import print_grid

VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60) | st.dates()


def test_numbers_stand_to_the_right_and_nothing_is_told_from_an_empty_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_grid(("carrier", "n", "late"), [("UA", 58665, True), ("", 3, None)], 80) == 0
    assert capsys.readouterr().out == "carrier      n  late\nUA       58665  true\n             3  NULL\n"


def test_text_is_cut_before_columns_go_and_dates_and_numbers_never(capsys: pytest.CaptureFixture[str]) -> None:
    row = (date(2013, 1, 31), "x" * 60, 1234567890123, "y" * 30, "z" * 30)
    assert print_grid(("day", "first", "number", "second", "third"), [row], 60) == 1
    line = capsys.readouterr().out.splitlines()[1]
    assert line.startswith("2013-01-31  xxx")
    assert "  1234567890123  " in line
    assert line.count("…") == 2
    assert "z" not in line


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_line_is_wider_than_the_terminal(capsys: pytest.CaptureFixture[str], data: st.DataObject) -> None:
    width, count = data.draw(st.integers(1, 120)), data.draw(st.integers(1, 8))
    names = data.draw(st.lists(st.text(max_size=30), min_size=count, max_size=count))
    rows: list[tuple[Any, ...]] = data.draw(st.lists(st.tuples(*[VALUES] * count), max_size=4))
    capsys.readouterr()
    hidden = print_grid(names, rows, width)
    out = capsys.readouterr().out
    assert 0 <= hidden < count
    assert out.count("\n") == len(rows) + 1
    assert all(cell_len(line) <= width for line in out.split("\n"))
    assert out.replace("\n", "").isprintable()
