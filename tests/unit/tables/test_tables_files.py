"""A result becomes a file: as it came, or Parquet; whole or not at all."""

from __future__ import annotations

import io as binary
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bireme._runtime.errors import DecodeError, InvalidInput, MissingExtra, TransferError
from bireme._runtime.flow import arun, iterate, run
from bireme._runtime.tables import Source
from bireme._runtime.tables_files import to_file

BODY = b"\xef\xbb\xbfid,zip\r\n1,02134\r\n2,00501\r\n"
ERROR = TransferError("broke off", operation="exports_download", reason="broke off")
MakeSource = Callable[..., Source]


@pytest.mark.parametrize("name", ["flights.csv", "flights.txt", "flights"])
def test_a_csv_is_written_byte_for_byte(io: Any, source: MakeSource, tmp_path: Path, name: str) -> None:
    assert run(to_file(source(BODY, [3, 9]), tmp_path / name), io) == tmp_path / name
    assert (tmp_path / name).read_bytes() == BODY
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["flights.parquet", "flights.PARQUET"])
def test_a_parquet_suffix_gives_parquet(io: Any, source: MakeSource, tmp_path: Path, name: str) -> None:
    run(to_file(source(BODY), str(tmp_path / name)), io)
    assert pq.read_table(tmp_path / name).to_pydict() == {"id": [1, 2], "zip": ["02134", "00501"]}
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_the_format_argument_wins_over_the_suffix(io: Any, source: MakeSource, tmp_path: Path) -> None:
    run(to_file(source(BODY), tmp_path / "a.dat", format="parquet"), io)
    assert pq.read_table(tmp_path / "a.dat").num_rows == 2
    run(to_file(source(BODY), tmp_path / "b.parquet", format="csv"), io)
    assert (tmp_path / "b.parquet").read_bytes() == BODY


def test_parquet_of_many_blocks_has_all_rows_in_order_and_one_schema(
    io: Any, source: MakeSource, tmp_path: Path
) -> None:
    body = b"n,text\n" + b"".join(b"%d,%s\n" % (i, b"y" * 100) for i in range(200_000)) + b"0.5,end\n"
    run(to_file(source(body, range(0, len(body), 300_000)), tmp_path / "t.parquet"), io)
    table = pq.read_table(tmp_path / "t.parquet")
    assert table["n"].to_pylist() == [*range(200_000), 0.5]
    assert pq.ParquetFile(tmp_path / "t.parquet").num_row_groups > 1


def test_parquet_without_rows_keeps_the_columns(io: Any, source: MakeSource, tmp_path: Path) -> None:
    run(to_file(source(b"id,zip\n"), tmp_path / "t.parquet", types={"id": "int64"}), io)
    assert pq.read_schema(tmp_path / "t.parquet").equals(pa.schema([("id", pa.int64()), ("zip", pa.string())]))


@pytest.mark.parametrize("format", ["xlsx", "pdf", "json"])  # JSON is a table only where its fields declare types
def test_a_document_is_written_as_it_came_whatever_the_name(
    io: Any, source: MakeSource, tmp_path: Path, format: str
) -> None:
    run(to_file(source(b"\x00\xff", format=format), tmp_path / "a.csv"), io)
    assert (tmp_path / "a.csv").read_bytes() == b"\x00\xff"


@pytest.mark.parametrize(
    ("has", "name", "wants", "text"),
    [
        ("pdf", "a.parquet", None, "cannot be made from pdf. Export with format='csv'"),
        ("xlsx", "a.dat", "parquet", "cannot be made from xlsx. Export with format='csv'"),
        ("csv", "a.xlsx", "xlsx", "cannot be made from csv. Export with format='xlsx'"),
        ("csv", "a.json", "json", "cannot be made from csv. Use 'csv' or 'parquet'"),
    ],
)
def test_a_format_that_cannot_be_made_names_the_remedy(
    io: Any, source: MakeSource, tmp_path: Path, has: str, name: str, wants: str | None, text: str
) -> None:
    with pytest.raises(InvalidInput, match=text):
        run(to_file(source(b"x", format=has), tmp_path / name, format=wants), io)
    assert list(tmp_path.iterdir()) == []


def test_types_make_no_sense_for_bytes_as_they_came(io: Any, source: MakeSource, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="write Parquet"):
        run(to_file(source(BODY), tmp_path / "a.csv", strings=True), io)


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_failed_download_leaves_the_old_file(io: Any, failing: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"old")
    with pytest.raises(TransferError):
        run(to_file(failing(BODY, ERROR), tmp_path / name), io)
    assert (tmp_path / name).read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_body_that_is_no_table_leaves_the_old_parquet(io: Any, source: MakeSource, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"old")
    with pytest.raises(DecodeError):
        run(to_file(source(b"a,b\n1\n"), tmp_path / "a.parquet"), io)
    assert (tmp_path / "a.parquet").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.parquet"]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_an_interrupted_write_leaves_no_part(io: Any, source: MakeSource, tmp_path: Path, name: str) -> None:
    flow = to_file(source(BODY), tmp_path / name)
    effect: Any = next(flow)
    effect = flow.send(effect.call())
    assert [each.name for each in tmp_path.iterdir()] == [f"{name}.part"]
    effect.call()
    flow.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused_before_the_download(io: Any, failing: Any, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="is a folder"):
        run(to_file(failing(b"", AssertionError("downloaded")), tmp_path), io)


def test_a_missing_folder_is_reported_before_the_download(io: Any, failing: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run(to_file(failing(b"", AssertionError("downloaded")), tmp_path / "none" / "a.csv"), io)


def test_an_open_file_is_written_where_it_stands(io: Any, source: MakeSource) -> None:
    file = binary.BytesIO()
    file.write(b"before ")
    assert run(to_file(source(BODY), file), io) is None
    assert file.getvalue() == b"before " + BODY
    table = binary.BytesIO()
    run(to_file(source(BODY), table, format="parquet"), io)
    assert pq.read_table(binary.BytesIO(table.getvalue())).num_rows == 2


def test_an_open_file_gets_nothing_of_a_failed_download(io: Any, failing: Any) -> None:
    file = binary.BytesIO()
    with pytest.raises(TransferError):
        run(to_file(failing(BODY, ERROR), file), io)
    assert file.getvalue() == b""


def test_a_dash_is_standard_output(io: Any, source: MakeSource, monkeypatch: pytest.MonkeyPatch) -> None:
    out = binary.TextIOWrapper(binary.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    run(to_file(source(BODY), "-"), io)
    assert out.buffer.getvalue() == BODY  # type: ignore[attr-defined]


async def test_the_asynchronous_driver_writes_the_same(aio: Any, source: MakeSource, tmp_path: Path) -> None:
    await arun(to_file(source(BODY), tmp_path / "a.csv"), aio)
    await arun(to_file(source(BODY), tmp_path / "a.parquet"), aio)
    assert (tmp_path / "a.csv").read_bytes() == BODY
    assert pq.read_table(tmp_path / "a.parquet").num_rows == 2


def test_a_csv_needs_no_extra_and_parquet_names_it(
    io: Any, source: MakeSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    list(iterate(to_file(source(BODY), tmp_path / "a.csv"), io))
    with pytest.raises(MissingExtra, match=r"bireme\[arrow\]"):
        run(to_file(source(BODY), tmp_path / "a.parquet"), io)
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
