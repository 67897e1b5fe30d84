"""A JSON result, as the data servers of Cluvio send it, becomes whatever a CSV result becomes, by the same flows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bireme._runtime import tables
from bireme._runtime.errors import DecodeError, InvalidInput, MissingExtra
from bireme._runtime.flow import aiterate, arun, iterate, run
from bireme._runtime.tables import Source
from bireme._runtime.tables_files import to_file
from bireme._runtime.tables_json import document_of
from bireme.cluvio._types import DATA_TYPES

# Section 18 of the fact sheet lists them.
ALL_TYPES = [
    *("Boolean", "Integer", "BigInt", "Float", "String", "JSON", "DateTime", "Date", "Time", "Binary", "Internal"),
    *("Other", "Record", "BooleanArray", "BinaryArray", "FloatArray", "IntegerArray", "BigIntArray", "RecordArray"),
    *("StringArray", "DateArray", "TimeArray", "DateTimeArray", "JSONArray", "OtherArray"),
]

DOCUMENT = {
    "fields": [
        {"idx": 0, "name": "Carrier", "data_type": "String", "unique_count": 2, "human_name": "Carrier",
         "min_value": "AA", "max_value": "UA", "group_by": True},
        {"idx": 1, "name": "Flights", "data_type": "BigInt"},
        {"idx": 2, "name": "Seen", "data_type": "DateTime"},
    ],
    "rows": [["AA", 5, "2024-07-01T12:00:00+02:00"], ["U\"A\n", None, None]],
    "execution_id": "02ca5b65-a269-4c45-8d4a-0c74ff3ae670",
    "data_timestamp": 1717400000,
    "sql_rows": 2,
    "sql_columns": 3,
    "size_in_bytes": 99,
    "time_zone": "Europe/Berlin",
}  # fmt: skip
BODY = json.dumps(DOCUMENT).encode()
NOON = datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
ROWS = [{"Carrier": "AA", "Flights": 5, "Seen": NOON}, {"Carrier": 'U"A\n', "Flights": None, "Seen": None}]


@pytest.fixture
def result(source: Callable[..., Source]) -> Source:
    return Source(source(BODY, [7, 90, 400]).fetch, "json", "getResultData", DATA_TYPES)


def test_every_data_type_of_the_vendor_has_a_meaning() -> None:
    assert sorted(DATA_TYPES) == sorted(ALL_TYPES)


def test_every_data_type_keeps_nulls_and_values(source: Callable[..., Source], io: Any) -> None:
    cells = {
        "Boolean": True, "Integer": 1, "BigInt": 2**63 - 1, "Float": 0.1, "Date": "2024-01-01", "Time": "01:02:03",
        "DateTime": "2024-01-01T00:00:00", "Binary": "AP8=", "JSON": '{"a":[1]}', "Record": {"a": None},
        "IntegerArray": [1, None], "StringArray": '["a","b"]', "JSONArray": [[1], [2]],
    }  # fmt: skip
    row = [cells.get(each, "text") for each in ALL_TYPES]
    fields = [{"name": each, "data_type": each} for each in ALL_TYPES]
    body = json.dumps({"fields": fields, "rows": [row, [None] * len(row)]}).encode()
    found = run(tables.to_arrow(Source(source(body).fetch, "json", "", DATA_TYPES)), io)
    assert found.slice(1).to_pylist() == [dict.fromkeys(ALL_TYPES)]
    assert {name: str(found.schema.field(name).type) for name in ALL_TYPES} == {
        **dict.fromkeys(ALL_TYPES, "string"), "Boolean": "bool", "Integer": "int64", "BigInt": "int64",
        "Float": "double", "Date": "date32[day]", "Time": "time64[us]", "DateTime": "timestamp[us]",
    }  # fmt: skip
    first = found.to_pylist()[0]
    for name in ("Record", "IntegerArray", "JSONArray"):
        assert json.loads(first[name]) == cells[name]


def test_a_result_becomes_arrow_pandas_polars_batches_and_rows(result: Source, io: Any) -> None:
    table = run(tables.to_arrow(result), io)
    assert table.to_pylist() == ROWS
    assert run(tables.to_polars(result), io).equals(pl.DataFrame(table))
    frame = run(tables.to_pandas(result), io)
    assert frame["Carrier"].tolist() == ["AA", 'U"A\n']
    assert frame["Seen"][0] == NOON
    assert list(iterate(tables.iter_rows(result), io)) == ROWS
    assert pa.Table.from_batches(iterate(tables.iter_batches(result), io)) == table
    assert run(tables.to_reader(result), io).read_all() == table


async def test_so_it_does_for_asynchronous_callers(result: Source, aio: Any) -> None:
    assert (await arun(tables.to_arrow(result), aio)).to_pylist() == ROWS
    assert [row async for row in aiterate(tables.iter_rows(result), aio)] == ROWS


def test_what_the_document_says_of_the_result_comes_along(result: Source, io: Any) -> None:
    table = run(tables.to_arrow(result), io)
    assert document_of(table.schema) == {name: value for name, value in DOCUMENT.items() if name != "rows"}


def test_a_result_becomes_a_file_as_it_came_or_parquet(result: Source, io: Any, tmp_path: Path) -> None:
    assert run(to_file(result, tmp_path / "result.json"), io) == tmp_path / "result.json"
    assert (tmp_path / "result.json").read_bytes() == BODY
    run(to_file(result, tmp_path / "result.parquet"), io)
    kept = pq.read_table(tmp_path / "result.parquet")
    assert kept.to_pylist() == ROWS
    assert document_of(kept.schema)["execution_id"] == DOCUMENT["execution_id"]
    with pytest.raises(InvalidInput, match="cannot be made from json"):
        run(to_file(result, tmp_path / "result.xlsx", format="xlsx"), io)


def test_a_broken_document_leaves_the_old_file(source: Callable[..., Source], io: Any, tmp_path: Path) -> None:
    path = tmp_path / "result.parquet"
    path.write_bytes(b"old")
    broken = Source(source(BODY[:-20]).fetch, "json", "getResultData", DATA_TYPES)
    with pytest.raises(DecodeError, match="cut short") as caught:
        run(to_file(broken, path), io)
    assert caught.value.operation == "getResultData"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_without_pyarrow_the_extra_is_named(result: Source, io: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match="arrow"):
        run(tables.to_arrow(result), io)
