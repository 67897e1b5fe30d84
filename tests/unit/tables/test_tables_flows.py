"""A CSV body becomes Arrow, pandas, polars, batches and rows, whatever it holds and however it arrives."""

from __future__ import annotations

import csv
import io as text_io
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bireme._runtime import tables
from bireme._runtime.errors import DecodeError, InvalidInput, MissingExtra, TransferError
from bireme._runtime.flow import aiterate, arun, iterate, run
from bireme._runtime.tables import Source, iter_batches, iter_rows, to_arrow, to_pandas, to_polars, to_reader

MakeSource = Callable[..., Source]

TYPED = (
    b"id,share,ok,day,at,zip,name,gap\r\n"
    b'1,0.5,true,2024-05-01,2024-05-01 10:00:00,02134,"Smith, ""Jo""",\r\n'
    b"2,,false,,2024-05-01 10:00:00.25,00501,,7\r\n"
    b'3,2,,2024-05-03,,99999,"",9\r\n'
)
TYPED_ROWS: list[dict[str, Any]] = [
    {"id": 1, "share": 0.5, "ok": True, "day": date(2024, 5, 1), "at": datetime(2024, 5, 1, 10), "zip": "02134",
     "name": 'Smith, "Jo"', "gap": None},
    {"id": 2, "share": None, "ok": False, "day": None, "at": datetime(2024, 5, 1, 10, 0, 0, 250000), "zip": "00501",
     "name": None, "gap": 7},
    {"id": 3, "share": 2.0, "ok": None, "day": date(2024, 5, 3), "at": None, "zip": "99999", "name": "", "gap": 9},
]  # fmt: skip


def test_columns_get_the_types_of_their_values(io: Any, source: MakeSource) -> None:
    table = run(to_arrow(source(TYPED)), io)
    assert table.to_pylist() == TYPED_ROWS
    kinds = ["int64", "double", "bool", "date32[day]", "timestamp[us]", "string", "string", "int64"]
    assert [str(kind) for kind in table.schema.types] == kinds


def test_every_way_out_gives_the_same_rows(io: Any, source: MakeSource, small_blocks: int) -> None:
    body = TYPED + TYPED.partition(b"\r\n")[2] * 5
    expected = TYPED_ROWS * 6
    batches = list(iterate(iter_batches(source(body)), io))
    assert len(batches) > 3
    assert len({batch.schema for batch in batches}) == 1
    assert pa.Table.from_batches(batches).to_pylist() == expected
    assert list(iterate(iter_rows(source(body)), io)) == expected
    assert run(to_reader(source(body)), io).read_all().to_pylist() == expected
    assert pl.DataFrame(run(to_reader(source(body)), io)).to_dicts() == expected
    assert run(to_polars(source(body)), io).to_dicts() == expected
    assert run(to_arrow(source(body)), io).to_pylist() == expected


async def test_the_asynchronous_driver_gives_the_same(aio: Any, source: MakeSource) -> None:
    assert (await arun(to_arrow(source(TYPED)), aio)).to_pylist() == TYPED_ROWS
    assert [row async for row in aiterate(iter_rows(source(TYPED)), aio)] == TYPED_ROWS


nasty = st.text(st.sampled_from("a\",\n\r é😀0\t;'"), max_size=8)
grid = st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(nasty, min_size=width, max_size=width), max_size=20))


@given(grid, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.lists(st.integers(0, 400), max_size=6), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_any_text_comes_back_as_python_reads_it(
    small_blocks: int,
    io: Any,
    source: MakeSource,
    table: list[list[str]],
    end: str,
    mark: bool,
    cuts: list[int],
    open_end: bool,
) -> None:
    width = len(table[0]) if table else 2
    names = [f"c{i}" for i in range(width)]
    out = text_io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator=end).writerows([names, *table])
    body = (b"\xef\xbb\xbf" if mark else b"") + out.getvalue().encode()
    if open_end:
        body = body.removesuffix(end.encode())
    expected = [dict(zip(names, row, strict=True)) for row in table]
    got = run(to_arrow(source(body, cuts), strings=True), io)
    assert got.to_pylist() == expected
    assert got.column_names == names
    assert list(iterate(iter_rows(source(body, cuts), strings=True), io)) == expected


cell = st.one_of(
    st.none(), st.sampled_from(["", "007", "1e5", "é\n", "true", "2024-05-01", "x" * 30]), st.integers().map(str),
    st.integers(-5, 5).map(str), st.floats(allow_nan=False).map(repr), nasty.filter(bool),
)  # fmt: skip


@given(st.lists(st.tuples(cell, cell), max_size=25), st.lists(st.integers(0, 400), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_types_and_values_do_not_depend_on_blocks_or_pieces(
    small_blocks: int, io: Any, source: MakeSource, rows: list[tuple[str | None, str | None]], cuts: list[int]
) -> None:
    def quoted(value: str | None) -> str:
        return "" if value is None else '"' + value.replace('"', '""') + '"'

    body = ("a,b\n" + "".join(f"{quoted(a)},{quoted(b)}\n" for a, b in rows)).encode()
    in_blocks = run(to_arrow(source(body, cuts)), io)
    whole = _in_one_block(body)
    assert in_blocks.schema == whole.schema
    assert in_blocks.to_pylist() == whole.to_pylist()
    assert run(to_reader(source(body, cuts)), io).read_all() == in_blocks
    for name, index in (("a", 0), ("b", 1)):
        text = in_blocks[name].type == pa.string()
        for got, row in zip(in_blocks[name].to_pylist(), rows, strict=True):
            # Text is as written; a number is the one that is written; nothing is null but what is empty.
            assert got == row[index] if text else (got is None) == (row[index] in (None, ""))
            if isinstance(got, (int, float, Decimal)) and not isinstance(got, bool):
                assert Decimal(row[index]) == Decimal(str(got))


def _in_one_block(body: bytes) -> Any:
    from bireme._runtime.tables_csv import Options, Table

    with Table(Options(), block_size=1_000_000) as reading:
        reading.body.write(body)
        return reading.table()


def late(first: bytes, surprise: bytes, rows: int = 60_000) -> bytes:
    """More than two blocks of the usual size, then something else in the last row."""
    return b"n,filler\n" + (first + b"," + b"x" * 80 + b"\n") * rows + surprise + b",end\n"


@pytest.mark.parametrize(
    ("first", "surprise", "kind", "values"),
    [
        (b"1", b"2.5", "double", (1.0, 2.5)),
        (b"1", b"007", "string", ("1", "007")),
        (b"0001", b"1", "string", ("0001", "1")),
        (b"1", b"n/a", "string", ("1", "n/a")),
        (b"1.50", b"n/a", "string", ("1.50", "n/a")),
        (b"", b"5", "int64", (None, 5)),
        (b'""', b"5", "int64", (None, 5)),
        (b'""', b"x", "string", ("", "x")),
        (b"", b"x", "string", (None, "x")),
        (b"12345678901234567", b"0.5", "string", ("12345678901234567", "0.5")),
        (b"1", b"12345678901234567890", "decimal128(38, 0)", (Decimal(1), Decimal(12345678901234567890))),
        (b"2024-05-01", b"2024-05-01 10:00:00", "timestamp[us]", (datetime(2024, 5, 1), datetime(2024, 5, 1, 10))),
        (b"2024-05-01", b"soon", "string", ("2024-05-01", "soon")),
        (b"true", b"1", "string", ("true", "1")),
        (b"True", b"unknown", "string", ("True", "unknown")),
    ],
)
def test_a_late_surprise_changes_the_whole_column_and_no_value(
    io: Any, source: MakeSource, first: bytes, surprise: bytes, kind: str, values: tuple[Any, Any]
) -> None:
    body = late(first, surprise)
    assert len(body) > 2 * 2 * 1024 * 1024
    cuts = range(0, len(body), 500_000)
    table = run(to_arrow(source(body, cuts)), io)
    streamed = list(iterate(iter_batches(source(body, cuts)), io))
    for column in (table["n"], pa.Table.from_batches(streamed)["n"]):
        assert str(column.type) == kind
        assert (column[0].as_py(), column[-2].as_py(), column[-1].as_py()) == (values[0], *values)
        assert len(column) == 60_001


def test_a_result_without_rows_keeps_its_columns(io: Any, source: MakeSource) -> None:
    body = b'id,"Carrier, name"\n'
    for table in (run(to_arrow(source(body)), io), run(to_reader(source(body)), io).read_all()):
        assert table.schema == pa.schema([("id", pa.string()), ("Carrier, name", pa.string())])
        assert table.num_rows == 0
    assert list(run(to_pandas(source(body)), io).columns) == ["id", "Carrier, name"]
    assert run(to_polars(source(body)), io).columns == ["id", "Carrier, name"]
    assert list(iterate(iter_rows(source(body)), io)) == []
    assert list(iterate(iter_batches(source(b"id")), io)) == []
    assert run(to_arrow(source(body), types={"id": "int64"}), io).schema.types[0] == pa.int64()


def test_one_column_keeps_its_empty_rows(io: Any, source: MakeSource) -> None:
    assert run(to_arrow(source(b"a\n1\n\n3\n")), io).to_pydict() == {"a": [1, None, 3]}


@pytest.mark.parametrize("flow", [to_arrow, to_pandas, to_polars, to_reader])
def test_a_body_with_neither_rows_nor_header_is_an_error(io: Any, source: MakeSource, flow: Any) -> None:
    with pytest.raises(DecodeError, match="neither rows nor a header") as caught:
        run(flow(source(b"")), io)
    assert caught.value.operation == "exports_download"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"a,b\n1,2\n3\n", "Expected 2 columns, got 1: 3"),
        (b"a,b\n1,2,3\n", "Expected 2 columns, got 3"),
        (b"a,b\n1,caf\xe9\n", "column 'b' is not UTF-8"),
        (b'a,b\n1,"two\n', "ends inside a quoted value"),
        (b"\xff\xfea\x00\n\x00", "not UTF-8"),
    ],
)
@pytest.mark.parametrize("flow", [to_arrow, to_reader])
def test_a_body_that_is_no_table_is_a_typed_error(
    io: Any, source: MakeSource, flow: Any, body: bytes, text: str
) -> None:
    with pytest.raises(DecodeError, match=text) as caught:
        run(flow(source(body)), io)
    assert "to_file()" in str(caught.value)


def test_a_bad_row_stops_a_long_download_early(io: Any) -> None:
    written = 0

    def fetch(file: Any) -> Iterator[Any]:
        nonlocal written
        yield from ()
        file.write(b"a,b\n1\n")
        for _ in range(2000):
            written += file.write(b"1,2\n" * 25_000)

    with pytest.raises(DecodeError, match="Expected 2 columns"):
        run(to_arrow(Source(fetch)), io)
    assert written < 2000 * 100_000


def test_a_download_that_fails_raises_its_own_error_and_leaves_no_file(io: Any, failing: Any) -> None:
    error = TransferError("broke off", operation="exports_download", reason="broke off")
    for flow in (to_arrow, to_pandas, to_reader):
        with pytest.raises(TransferError):
            run(flow(failing(b"a,b\n1,2\n", error)), io)
    with pytest.raises(TransferError):
        list(iterate(iter_rows(failing(b"a,b\n1,2\n", error)), io))


def test_a_download_that_starts_over_gives_only_the_second_body(io: Any, small_blocks: int) -> None:
    def fetch(file: Any) -> Iterator[Any]:
        yield from ()
        file.write(b"old,columns\n" + b"x,1\n" * 50)
        file.seek(0)
        file.truncate()
        file.write(TYPED)

    assert run(to_arrow(Source(fetch)), io).to_pylist() == TYPED_ROWS


def test_types_given_by_the_caller_hold(io: Any, source: MakeSource) -> None:
    body = b"zip,count,price,at,clock\n02134,1,1.10,2024-05-01 10:00:00,10:30\n00501,,2.25,,\n"
    given = {
        "zip": "int32",
        "count": pa.string(),
        "price": pa.decimal128(10, 2),
        "at": "timestamp[s]",
        "clock": "time64[us]",
    }
    for table in (
        run(to_arrow(source(body), types=given), io),
        run(to_reader(source(body), types=given), io).read_all(),
    ):
        assert [str(kind) for kind in table.schema.types] == [
            "int32", "string", "decimal128(10, 2)", "timestamp[s]", "time64[us]",
        ]  # fmt: skip
        assert table["zip"].to_pylist() == [2134, 501]
        assert table["price"].to_pylist() == [Decimal("1.10"), Decimal("2.25")]


def test_strings_gives_every_column_as_written(io: Any, source: MakeSource) -> None:
    rows = list(iterate(iter_rows(source(TYPED), strings=True), io))
    assert rows[1] == {
        "id": "2", "share": None, "ok": "false", "day": None, "at": "2024-05-01 10:00:00.25", "zip": "00501",
        "name": None, "gap": "7",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("types", "text"),
    [
        ({"nope": "int64"}, "names no column of the result. Its columns are: id, share"),
        ({"id": "integer"}, r"types\['id'\]='integer' is not the name of a type"),
        ({"id": 5}, "is not a type"),
        ({"zip": "int64", "name": "int64"}, r"types\['name'\]='int64' does not fit .*Use \"string\" for it"),
    ],
)
def test_a_wrong_type_names_column_value_and_remedy(io: Any, source: MakeSource, types: Any, text: str) -> None:
    with pytest.raises(InvalidInput, match=text):
        run(to_arrow(source(TYPED), types=types), io)


def test_types_and_strings_exclude_each_other(io: Any, source: MakeSource) -> None:
    with pytest.raises(InvalidInput, match="Give one of the two"):
        run(to_arrow(source(TYPED), types={"id": "int64"}, strings=True), io)


def test_repeated_names_keep_every_column(io: Any, source: MakeSource) -> None:
    rows = list(iterate(iter_rows(source(b"n,n\n1,2\n")), io))
    assert rows == [{"n": 1, "n.1": 2}]


@pytest.mark.parametrize("format", ["xlsx", "pdf"])
@pytest.mark.parametrize("flow", [to_arrow, to_pandas, to_polars, to_reader, iter_rows, iter_batches])
def test_a_document_is_no_table(io: Any, source: MakeSource, flow: Any, format: str) -> None:
    with pytest.raises(InvalidInput, match="Export with format='csv'"):
        list(iterate(flow(source(b"PK", format=format)), io))


@pytest.mark.parametrize(
    ("flow", "package", "extra"),
    [
        (to_arrow, "pyarrow", "arrow"),
        (to_reader, "pyarrow", "arrow"),
        (iter_rows, "pyarrow", "arrow"),
        (to_pandas, "pandas", "pandas"),
        (to_polars, "polars", "polars"),
    ],
)
def test_a_missing_extra_is_named_before_anything_is_downloaded(
    io: Any, monkeypatch: pytest.MonkeyPatch, flow: Any, package: str, extra: str
) -> None:
    def fetch(file: Any) -> Iterator[Any]:
        raise AssertionError("downloaded")

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'bireme\[{extra}\]'"):
        list(iterate(flow(Source(fetch)), io))


def test_pandas_frame_equals_that_of_read_csv(io: Any, source: MakeSource) -> None:
    rows = [f"{i},{i / 8},{'ab,é'[i % 4]!r},{'' if i % 3 else i},{i % 2 == 0}" for i in range(5000)]
    body = "i,f,s,gap,flag\n" + "\n".join(row.replace("'", '"') for row in rows) + "\n"
    frame = run(to_pandas(source(body.encode())), io)
    pd.testing.assert_frame_equal(frame, pd.read_csv(text_io.StringIO(body)))


def test_pandas_frame_has_datetimes_and_exact_integers(io: Any, source: MakeSource) -> None:
    body = b"day,at,big,bigger\n2024-05-01,2024-05-01 10:00:00,9007199254740993,1\n,,,99999999999999999999\n"
    frame = run(to_pandas(source(body)), io)
    assert [str(kind) for kind in frame.dtypes] == ["datetime64[ms]", "datetime64[us]", "Int64", "object"]
    assert frame["big"].iloc[0] == 9007199254740993
    assert frame["bigger"].tolist() == [Decimal(1), Decimal(99999999999999999999)]
    assert frame["at"].isna().tolist() == [False, True]


def test_pandas_frame_can_be_changed(io: Any, source: MakeSource) -> None:
    frame = run(to_pandas(source(b"a,b\n1,x\n2,y\n")), io)
    frame.loc[0, "a"] = 7
    frame.loc[1, "b"] = "z"
    assert frame.to_dict("list") == {"a": [7, 2], "b": ["x", "z"]}


def test_an_arrow_stream_can_be_left_half_read(io: Any, source: MakeSource, small_blocks: int) -> None:
    reader = run(to_reader(source(TYPED * 1)), io)
    assert reader.read_next_batch().num_rows >= 1
    del reader


def test_the_plain_import_needs_no_extra() -> None:
    import subprocess

    code = "import sys, bireme._runtime.tables, bireme._runtime.tables_files; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert tables.__doc__
