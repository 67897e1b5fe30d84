"""A workbook holds what the result holds: dates as dates, text as text, nothing rounded or dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import fastexcel
import pyarrow as pa
import pytest

from bireme_emulator.kernel.query import Compiled, Engine, QueryError
from bireme_emulator.kernel.render import RenderError, write_workbook, write_xlsx
from bireme_emulator.kernel.render.xlsx import MAX_ROWS, clean_sheet_name


def read(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = fastexcel.read_excel(path).load_sheet(0).to_arrow().to_pylist()
    return rows


def sheet(path: Path) -> str:
    with ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def stream(table: pa.Table) -> pa.RecordBatchReader:
    return pa.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=2))


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    table = pa.table(
        {
            "day": [date(2013, 1, 31), None],
            "at": [datetime(2013, 1, 31, 5, 15, 30), None],
            "text": ["=1+1", None],
            "n": pa.array([7, 8], pa.int32()),
            "x": [0.1, None],
            "yes": [True, None],
        }
    )
    assert write_xlsx(stream(table), tmp_path / "a.xlsx", "All flights") == 2
    row, empty = read(tmp_path / "a.xlsx")
    assert row == {
        "day": datetime(2013, 1, 31),
        "at": datetime(2013, 1, 31, 5, 15, 30),
        "text": "=1+1",
        "n": 7,
        "x": 0.1,
        "yes": True,
    }
    assert {name for name, value in empty.items() if value is not None} == {"n"}
    assert fastexcel.read_excel(tmp_path / "a.xlsx").sheet_names == ["All flights"]
    assert "<f>" not in sheet(tmp_path / "a.xlsx")


def test_dates_look_like_dates_and_the_header_stays_in_view(tmp_path: Path) -> None:
    write_xlsx(stream(pa.table({"day": [date(2013, 1, 31)]})), tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert "yyyy-mm-dd" in archive.read("xl/styles.xml").decode()
    assert 'state="frozen"' in sheet(tmp_path / "a.xlsx")


def test_no_rows_still_have_a_header(tmp_path: Path) -> None:
    table = pa.table({"day": pa.array([], pa.date32()), "n": pa.array([], pa.int64())})
    assert write_xlsx(stream(table), tmp_path / "a.xlsx") == 0
    assert fastexcel.read_excel(tmp_path / "a.xlsx").load_sheet(0).to_arrow().column_names == ["day", "n"]


def test_whole_numbers_that_excel_would_round_are_text(tmp_path: Path) -> None:
    table = pa.table({"id": [2**53, 2**53 + 1, -(2**60), 5]})
    write_xlsx(stream(table), tmp_path / "a.xlsx")
    text = sheet(tmp_path / "a.xlsx")
    assert "<t>9007199254740993</t>" in text
    assert "<t>-1152921504606846976</t>" in text
    assert "<v>9007199254740992" in text
    assert "<t>5</t>" not in text


def test_types_that_excel_lacks_are_written_as_a_person_would_read_them(tmp_path: Path) -> None:
    table = pa.table(
        {
            "money": pa.array([Decimal("12.30")], pa.decimal128(9, 2)),
            "huge": pa.array([Decimal(2**90)], pa.decimal128(38, 0)),
            "list": [[1, 2]],
            "instant": pa.array([datetime(2013, 7, 1, 12)], pa.timestamp("us", "UTC")).cast(
                pa.timestamp("us", "America/New_York")
            ),
        }
    )
    write_xlsx(stream(table), tmp_path / "a.xlsx")
    expected = {"money": 12.3, "huge": str(2**90), "list": "[1, 2]", "instant": datetime(2013, 7, 1, 8)}
    assert read(tmp_path / "a.xlsx") == [expected]


def test_columns_of_the_same_name_are_all_kept(tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2]), pa.array([3])], names=["n", "n", "n"])
    write_xlsx(stream(table), tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx") == [{"n": 1, "n (2)": 2, "n (3)": 3}]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (pa.table({"day": [date(1899, 12, 31)]}), "Column 'day' has the date 1899-12-31"),
        (pa.table({"text": ["x" * 32_768]}), "32,767 characters"),
    ],
)
def test_what_excel_cannot_hold_is_said_and_the_earlier_file_stays(
    tmp_path: Path, table: pa.Table, message: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"earlier")
    with pytest.raises(RenderError, match=message):
        write_xlsx(stream(table), path)
    assert path.read_bytes() == b"earlier"
    assert [item.name for item in tmp_path.iterdir()] == ["a.xlsx"]


def test_more_rows_than_a_sheet_holds_are_refused_with_the_limit(tmp_path: Path) -> None:
    many = pa.record_batch({"n": pa.array(range(350_000), pa.int32())})
    reader = pa.RecordBatchReader.from_batches(many.schema, [many] * 3)
    with pytest.raises(RenderError, match=r"more than 1,048,575 rows.*Export as csv"):
        write_xlsx(reader, tmp_path / "a.xlsx")
    assert MAX_ROWS == 2**20 - 1
    assert not list(tmp_path.iterdir())


def test_a_query_that_fails_under_way_fails_with_its_own_message(tmp_path: Path) -> None:
    sql = "SELECT CASE WHEN range = 149999 THEN error('too far') ELSE range END::INTEGER AS n FROM range(150000)"
    with pytest.raises(QueryError, match="too far"):
        write_xlsx(Engine({}).reader(Compiled(sql)), tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


def test_an_error_of_the_stream_is_not_hidden_by_the_writer(tmp_path: Path) -> None:
    def batches() -> Iterator[pa.RecordBatch]:
        yield pa.record_batch({"n": [1]})
        raise RuntimeError("the source is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema([("n", pa.int64())]), batches())
    with pytest.raises(RuntimeError, match="the source is gone"):
        write_xlsx(reader, tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("All flights", "All flights"),
        ("Delay: by month/origin [2013]?", "Delay by month origin 2013"),
        ("'quoted'", "quoted"),
        ("x" * 40, "x" * 31),
        ("", "Data"),
        ("///", "Data"),
        ("History", "History_"),
    ],
)
def test_a_title_becomes_a_name_that_excel_allows(tmp_path: Path, name: str, clean: str) -> None:
    assert clean_sheet_name(name) == clean
    write_xlsx(stream(pa.table({"n": [1]})), tmp_path / "a.xlsx", name)
    assert fastexcel.read_excel(tmp_path / "a.xlsx").sheet_names == [clean]


def test_a_workbook_has_a_sheet_for_each_result_under_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    parts = [("Flights", {"n": [1, 2]}), ("flights", {"day": [date(2013, 1, 31)]}), ("x" * 40, {"n": [3]})]
    parts.append(("x" * 50, {"n": pa.array([], pa.int64())}))
    assert write_workbook([(name, stream(pa.table(columns))) for name, columns in parts], path) == 4
    book = fastexcel.read_excel(path)
    assert book.sheet_names == ["Flights", "flights (2)", "x" * 31, "x" * 27 + " (2)"]
    assert book.load_sheet(0).to_arrow().to_pylist() == [{"n": 1.0}, {"n": 2.0}]
    assert book.load_sheet(1).to_arrow().to_pylist() == [{"day": datetime(2013, 1, 31)}]


def test_an_error_in_one_sheet_leaves_no_workbook(tmp_path: Path) -> None:
    good, bad = stream(pa.table({"n": [1]})), stream(pa.table({"day": [date(1899, 1, 1)]}))
    with pytest.raises(RenderError, match="none before 1900"):
        write_workbook([("good", good), ("bad", bad)], tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())
