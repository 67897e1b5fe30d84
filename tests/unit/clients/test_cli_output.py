"""What commands print: one line of text from elsewhere, tables that can be searched, nothing that steers a terminal."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme.cli.output import one_line, print_fields, print_json, print_table, shown


@given(st.text())
def test_any_text_is_one_line_without_control_characters(text: str) -> None:
    line = one_line(text)
    assert line == "" or line.isprintable()
    assert one_line(line) == line


def test_lines_that_point_at_another_line_go() -> None:
    assert one_line("Binder Error: no column\n\nLINE 1: SELECT carier\n               ^^^^^^") == (
        "Binder Error: no column LINE 1: SELECT carier"
    )
    assert one_line("\x1b[2Jgone\x07") == "\\x1b[2Jgone\\x07"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (5, "5"),
        ("2025-03-01T08:15:00.144Z", "2025-03-01 08:15:00 UTC"),
        ("2025-03-01T08:15:00+07:00", "2025-03-01 01:15:00 UTC"),
        ("2025-03-01T08:15:00", "2025-03-01T08:15:00"),
        ("2025-99-01T08:15:00Z", "2025-99-01T08:15:00Z"),
        ("two\nlines", "two lines"),
    ],
)
def test_values_are_shown_as_a_person_reads_them(value: object, text: str) -> None:
    assert shown(value) == text


def test_tables_are_aligned_also_with_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("title", "n"), [("報告", 1), ("x" * 200, 22)], "none")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[1] == "報告" + " " * 196 + "  1"
    assert lines[2] == "x" * 200 + "  22"


def test_an_empty_table_says_so_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    print_table(("id",), [], "There is nothing.")
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_table(("id",), [], "There is nothing.")
    assert capsys.readouterr().out == "There is nothing.\n"


def test_fields_without_a_value_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_fields({"id": 1, "last_error_log": None, "job_title": "", "is_deleted": False})
    assert capsys.readouterr().out == "id          1\nis deleted  no\n"


@pytest.mark.parametrize(("encoding", "text"), [("utf-8", "é"), ("ascii", "\\u00e9")])
def test_json_stays_json_whatever_the_output_can_hold(
    encoding: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace"))
    print_json({"title": "é"})
    sys.stdout.flush()
    printed = raw.getvalue().decode(encoding)
    assert text in printed
    assert json.loads(printed) == {"title": "é"}
