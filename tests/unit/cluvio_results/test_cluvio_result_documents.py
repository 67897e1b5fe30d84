"""Fact sheet section 18: a result as the data servers' JSON document and as CSV, written by the emulator."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bireme_emulator.cluvio.result_csv import CsvOptions, write_csv
from bireme_emulator.cluvio.result_fields import data_type, fields_of, statistics_of
from bireme_emulator.cluvio.result_json import write_json


def document(table: pa.Table, meta: Mapping[str, Any] | None = None, *, rows: int = 1000) -> dict[str, Any]:
    batches = table.to_batches(max_chunksize=rows)
    return dict(json.loads(b"".join(write_json(batches, fields_of(table.schema), meta or {}))))


def cells(column: pa.Array, zone: str = "UTC") -> list[Any]:
    return [row[0] for row in document(pa.table({"x": column}), {"time_zone": zone})["rows"]]


def test_the_document_has_fields_rows_and_what_is_known_of_the_result() -> None:
    table = pa.table({"n": pa.array([1, None], pa.int32()), "s": ["a", "b"]})
    told = {"execution_id": "02ca5b65-a269-4c45-8d4a-0c74ff3ae670", "data_timestamp": 1717400000, "time_zone": "UTC"}
    found = document(table, told)
    assert found == {
        "fields": fields_of(table.schema), "rows": [[1, "a"], [None, "b"]], **told,
        "sql_rows": 2, "sql_columns": 2, "size_in_bytes": len(',[1,"a"],[null,"b"]'),
    }  # fmt: skip
    assert list(found["fields"][0]) == [
        "idx", "name", "data_type", "unique_count", "human_name", "min_value", "max_value", "group_by",
    ]  # fmt: skip


def test_an_empty_result_has_its_fields_and_no_rows() -> None:
    found = document(pa.table({"n": pa.array([], pa.int64())}))
    assert (found["rows"], found["sql_rows"], found["fields"][0]["data_type"]) == ([], 0, "BigInt")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.text()),
            st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
            st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
            st.one_of(st.none(), st.booleans()),
        ),
        max_size=8,
    ),
    st.integers(1, 3),
)
def test_texts_numbers_booleans_and_nulls_come_back_from_the_document_as_they_were(
    rows: list[tuple[Any, ...]], size: int
) -> None:
    kinds = (pa.string(), pa.int64(), pa.float64(), pa.bool_())
    columns = [pa.array([row[place] for row in rows], kind) for place, kind in enumerate(kinds)]
    found = document(pa.table(columns, ["s", "i", "f", "b"]), rows=size)
    assert found["rows"] == [list(row) for row in rows]


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (pa.array([date(2013, 1, 31), None]), ["2013-01-31", None]),
        (pa.array([time(1, 2, 3)]), ["01:02:03"]),
        (pa.array([time(1, 2, 3, 40)]), ["01:02:03.000040"]),
        (pa.array([datetime(2013, 1, 31, 5)]), ["2013-01-31T05:00:00"]),
        (pa.array([datetime(2013, 1, 31, 5, 0, 0, 1), None]), ["2013-01-31T05:00:00.000001", None]),
        (pa.array([datetime(2013, 7, 1, tzinfo=UTC)]), ["2013-07-01T02:00:00+02:00"]),
        (pa.array([Decimal("12345678901234567890.10")]), [12345678901234567890.10]),
        (pa.array([Decimal(2**70)]), [2**70]),
        (pa.array([float("nan"), float("inf"), 1.0]), [None, None, 1]),
        (pa.array([b"\x00\xff", b"", None]), ["AP8=", "", None]),
        (pa.array([[1, None], [], None]), ["[1,null]", "[]", None]),
        (pa.array([[['a"'], None]]), ['[["a\\""],null]']),
        (pa.array([[1, 2], None], pa.list_(pa.int32(), 2)), ["[1,2]", None]),
        (pa.array([{"a": "x\n", "b": [True]}, None]), ['{"a":"x\\n","b":[true]}', None]),
        (pa.array([[("k", date(2013, 1, 1))]], pa.map_(pa.string(), pa.date32())), ['{"k":"2013-01-01"}']),
        (pa.array(["x", None, "x"]).dictionary_encode(), ["x", None, "x"]),
        (pa.nulls(2), [None, None]),
    ],
)
def test_other_types_are_shown_as_text(column: pa.Array, shown: list[Any]) -> None:
    assert cells(column, "Europe/Berlin") == shown
    assert cells(pa.concat_arrays([column, column]).slice(len(column)), "Europe/Berlin") == shown


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("UTC", "05:00:00+00:00"),
        ("Europe/London", "05:00:00+00:00"),
        ("Etc/UTC", "05:00:00+00:00"),
        ("Asia/Kathmandu", "10:45:00+05:45"),
    ],
)
def test_a_moment_is_shown_with_the_offset_of_its_zone(zone: str, shown: str) -> None:
    moments = pa.array([datetime(2013, 1, 31, 5, tzinfo=UTC)])
    assert cells(moments, zone) == [f"2013-01-31T{shown}"]


def test_intervals_are_shown_as_text_of_some_kind() -> None:
    (shown,) = cells(pa.array([(1, 2, 3)], pa.month_day_nano_interval()))
    assert "months=1" in shown


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (pa.bool_(), "Boolean"), (pa.int8(), "Integer"), (pa.int32(), "Integer"), (pa.uint32(), "BigInt"),
        (pa.int64(), "BigInt"), (pa.decimal128(38, 0), "BigInt"), (pa.decimal128(10, 2), "Float"),
        (pa.float32(), "Float"), (pa.string(), "String"), (pa.dictionary(pa.int8(), pa.string()), "String"),
        (pa.date32(), "Date"), (pa.time64("us"), "Time"), (pa.timestamp("us", "UTC"), "DateTime"),
        (pa.binary(), "Binary"), (pa.struct([("a", pa.int8())]), "Record"), (pa.map_(pa.string(), pa.int8()), "JSON"),
        (pa.json_(), "JSON"), (pa.list_(pa.json_()), "JSONArray"), (pa.list_(pa.int64()), "BigIntArray"),
        (pa.list_(pa.bool_()), "BooleanArray"), (pa.list_(pa.struct([])), "RecordArray"),
        (pa.list_(pa.list_(pa.int8())), "OtherArray"), (pa.month_day_nano_interval(), "Other"),
    ],
)  # fmt: skip
def test_every_column_has_one_of_the_vendors_data_types(kind: pa.DataType, name: str) -> None:
    assert data_type(pa.field("x", kind)) == name


def test_the_metadata_of_a_column_may_name_its_data_type() -> None:
    assert data_type(pa.field("x", pa.string(), metadata={"data_type": "Internal"})) == "Internal"


def test_statistics_count_distinct_values_and_find_the_ends() -> None:
    table = pa.table({
        "n": [3, 1, None, 3], "s": ["b", None, "a", "b"], "d": [date(2013, 1, 2), None, date(2013, 1, 1), None],
        "b": [True, None, False, True], "l": [[1], [1], [2], None], "x": pa.nulls(4),
        "i": pa.array([(1, 0, 0), (1, 0, 0), None, (2, 0, 0)], pa.month_day_nano_interval()),
        "m": [Decimal("1.50"), Decimal("2.00"), None, None],
    })  # fmt: skip
    found = [tuple(each.values()) for each in statistics_of(table.to_batches(max_chunksize=2), table.schema)]
    assert found == [
        (2, 1, 3), (2, "a", "b"), (2, "2013-01-01", "2013-01-02"), (2, False, True), (2, None, None), (0, None, None),
        (2, None, None), (2, 1.5, 2),
    ]  # fmt: skip


ODD = pa.table({"n": [1.5, None, -2.0], "s, t": ["", 'a,;\t"b"\nc', None], "d": [date(2013, 1, 1)] * 3})


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("decimal", [".", ",", "/"])
@pytest.mark.parametrize("style", ["necessary", "always"])
def test_csv_has_the_separators_and_quotes_that_are_asked_for(separator: str, decimal: str, style: Any) -> None:
    text = b"".join(write_csv(ODD.to_reader(), CsvOptions(separator, decimal, style))).decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert rows == [
        ["n", "s, t", "d"],
        [f"1{decimal}5", "", "2013-01-01"],
        ["", 'a,;\t"b"\nc', "2013-01-01"],
        ["-2", "", "2013-01-01"],
    ]


def test_csv_quotes_only_what_needs_it_or_every_cell() -> None:
    assert b"".join(write_csv(ODD.to_reader())) == (
        b'n,"s, t",d\n1.5,"",2013-01-01\n,"a,;\t""b""\nc",2013-01-01\n-2,,2013-01-01\n'
    )
    assert b"".join(write_csv(ODD.to_reader(), CsvOptions(quote_style="always"))) == (
        b'"n","s, t","d"\n"1.5","","2013-01-01"\n"","a,;\t""b""\nc","2013-01-01"\n"-2","","2013-01-01"\n'
    )


def test_an_empty_csv_keeps_its_header() -> None:
    assert b"".join(write_csv(ODD.slice(0, 0).to_reader())) == b'n,"s, t",d\n'
