"""CSV with other marks than comma and point, as report data of Cluvio may have (fact sheet, section 12)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pytest

from bireme._runtime.flow import run
from bireme._runtime.tables import Source, to_arrow
from bireme._runtime.tables_csv import Batches, Options, Table


def columns(body: str, separator: str, decimal: str, block: int = 1 << 20) -> list[tuple[str, list[Any]]]:
    options = Options(separator=separator, decimal=decimal)
    with Table(options, block_size=block) as reading:
        reading.body.write(body.encode())
        whole = reading.table()
    with Batches(options, block_size=block) as stream:
        stream.body.write(body.encode())
        schema = stream.settle()
        assert pa.Table.from_batches(list(stream), schema).equals(whole)
    return [(str(column.type), column.to_pylist()) for column in whole.columns]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("decimal", [".", ",", "/"])
def test_fractions_texts_and_dates_are_told_apart_with_every_mark(separator: str, decimal: str) -> None:
    rows = [
        ["n", "f", "s", "d", "t"],
        ["1", f'"1{decimal}5"', '"a,;\tb"', "2024-01-01", "2024-01-01 10:00:00.5"],
        ["-2", f'"-0{decimal}25"', "1#5", "2024-01-02", "2024-01-02 00:00:00"],
    ]
    body = "".join(separator.join(row) + "\n" for row in rows)
    assert columns(body, separator, decimal, 8) == [
        ("int64", [1, -2]),
        ("double", [1.5, -0.25]),
        ("string", ["a,;\tb", "1#5"]),
        ("date32[day]", [date(2024, 1, 1), date(2024, 1, 2)]),
        ("timestamp[us]", [datetime(2024, 1, 1, 10, 0, 0, 500000), datetime(2024, 1, 2)]),
    ]


def test_a_point_is_no_fraction_where_a_comma_is_the_mark() -> None:
    assert columns("v\n1.5\n2.5\n", ";", ",") == [("string", ["1.5", "2.5"])]
    assert columns("v\n1\n1.5\n2,5\n", ";", ",") == [("string", ["1", "1.5", "2,5"])]


def test_a_late_fraction_makes_the_whole_column_one() -> None:
    assert columns("v\n" + "7\n" * 50 + "1,5\n", ";", ",", 16) == [("double", [7.0] * 50 + [1.5])]


def test_a_source_says_what_the_marks_are(source: Any, io: Any) -> None:
    plain = source(b"a;b\n1,5;x\n")
    marked = Source(plain.fetch, "csv", "getResultData", separator=";", decimal=",")
    assert run(to_arrow(marked), io).to_pylist() == [{"a": 1.5, "b": "x"}]
