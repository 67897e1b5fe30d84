"""JSON results as tables: every value is what `json.loads` says, whatever its text looks like, wherever cut."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bireme._runtime.errors import DecodeError, InvalidInput
from bireme._runtime.tables_json import JsonBatches, JsonOptions, JsonTable, document_of

ZONE = ZoneInfo("UTC")
DECLARED = {
    "String": "TEXT", "Boolean": "BOOL", "Integer": "INTEGER", "Float": "FLOAT", "Date": "DATE", "Time": "TIME",
    "DateTime": "TIMESTAMP", "JSON": "TEXT",
}  # fmt: skip
TYPES = {
    "String": pa.string(), "Boolean": pa.bool_(), "Integer": pa.int64(), "Float": pa.float64(), "Date": pa.date32(),
    "Time": pa.time64("us"), "DateTime": pa.timestamp("us"), "JSON": pa.string(),
}  # fmt: skip


def fields(*types: str) -> list[dict[str, Any]]:
    return [{"idx": index, "name": f"c{index}", "data_type": each} for index, each in enumerate(types)]


def feed(reading: Any, body: bytes, cuts: Sequence[int] = ()) -> None:
    for start, end in pairwise([0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]):
        reading.body.write(body[start:end])


def table(body: bytes, cuts: Sequence[int] = (), block: int = 64, **options: Any) -> pa.Table:
    """Read as a whole and in batches, which must be the same."""
    with JsonTable(JsonOptions(DECLARED, **options), block_size=block) as reading:
        feed(reading, body, cuts)
        whole = reading.table()
    with JsonBatches(JsonOptions(DECLARED, **options), block_size=block) as stream:
        feed(stream, body, cuts)
        schema = stream.settle()
        assert schema == whole.schema
        assert pa.Table.from_batches(list(stream), schema).equals(whole) or has_nan(whole)
    whole.validate(full=True)
    return whole


def has_nan(found: pa.Table) -> bool:
    return any(each != each for column in found.columns for each in column.to_pylist())


def rows(text: str, *types: str, **options: Any) -> list[list[Any]]:
    """The columns of rows that are given as JSON text."""
    body = f'{{"fields":{json.dumps(fields(*types))},"rows":{text},"time_zone":"UTC"}}'.encode()
    return [column.to_pylist() for column in table(body, **options).columns]


class Token(str):
    """A number as the document writes it."""


def agrees(found: Any, cell: Any, kind: pa.DataType) -> bool:
    """Whether a value of a table says the same as the cell of the document."""
    if cell is None or found is None:
        return cell is found
    if kind == pa.string():
        if isinstance(cell, (list, dict)):
            return bool(json.loads(found, parse_int=Token, parse_float=Token) == cell)
        if isinstance(cell, bool):
            return bool(found == str(cell).lower())
        return bool(found == re.sub("[\ud800-\udfff]", "\ufffd", cell))
    if kind == pa.bool_():
        return bool(cell is found or cell == str(found).lower())
    if pa.types.is_floating(kind):
        if "." not in cell and "e" not in cell.lower() and math.isfinite(found):
            return int(cell) == found
        return bool(float(cell) == found) or (math.isnan(found) and cell == "NaN")
    if pa.types.is_integer(kind) or pa.types.is_decimal(kind):
        return bool(re.fullmatch("-?(0|[1-9][0-9]*)", cell) and int(cell) == found)
    if kind == pa.date32():
        return bool(date.fromisoformat(cell) == found)
    if pa.types.is_time(kind):
        return bool(time.fromisoformat(cell) == found)
    return bool(datetime.fromisoformat(cell) == found)


def check(body: bytes, cuts: Sequence[int] = (), block: int = 64) -> pa.Table:
    document = json.loads(body, parse_int=Token, parse_float=Token, parse_constant=Token)
    found = table(body, cuts, block)
    assert found.column_names == [each["name"] for each in document["fields"]]
    assert found.num_rows == len(document["rows"])
    for index, column in enumerate(found.columns):
        for value, row in zip(column.to_pylist(), document["rows"], strict=True):
            assert agrees(value, row[index], column.type), (value, row[index], column.type)
    return found


# --- what cells are made of ---

NASTY = st.one_of(
    st.text(),
    st.text(alphabet='],[{}"\\\n\t\r/,: nu\x01\x02\x03\x04\ud83dé日😀', max_size=12),
    st.sampled_from(
        ["null", "true", "5", "007", "],[", '"],["', "\\", '\\"', "", " ", "NaN", "[1]", "2024-01-01", "a,"]
    ),
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "String": NASTY,
    "JSON": st.one_of(NASTY, st.builds(json.dumps, st.lists(st.integers()))),
    "Boolean": st.booleans(),
    "Integer": st.integers(-(2**63), 2**63 - 1),
    "Float": st.floats(allow_nan=False, allow_infinity=False),
    "Date": st.dates().map(str),
    "Time": st.times().map(lambda each: each.isoformat(timespec="auto")),
    "DateTime": st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)).map(datetime.isoformat),
}
SURPRISES = st.one_of(
    NASTY, st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), NASTY, max_size=2), st.integers(2**60, 2**200), st.just([[1, 2], [3]]),
)  # fmt: skip
STYLES = st.sampled_from([
    {"separators": (",", ":")}, {}, {"separators": (",", ":"), "ensure_ascii": False}, {"ensure_ascii": False},
    {"indent": 1}, {"indent": "\t", "separators": (" ,", " : ")}, {"separators": (" , ", ":")},
])  # fmt: skip


@st.composite
def documents(draw: st.DrawFn, *, surprises: bool) -> bytes:
    types = draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=4))
    usual = st.tuples(*(st.one_of(st.none(), VALUES[each]) for each in types)).map(list)
    lines = draw(st.lists(usual, max_size=12))
    if surprises and lines:
        for _ in range(draw(st.integers(1, 3))):
            place = draw(st.integers(0, len(lines) - 1))
            lines[place][draw(st.integers(0, len(types) - 1))] = draw(SURPRISES)
    members = {
        "fields": fields(*types),
        "rows": lines,
        "time_zone": "UTC",
        "execution_id": draw(NASTY),
        "more": [[1], [2]],
    }
    text = json.dumps({name: members[name] for name in draw(st.permutations(sorted(members)))}, **draw(STYLES))
    if draw(st.booleans()):
        text = text.replace("/", "\\/")
    return text.encode("utf-8", "surrogatepass").replace(b"\xed\xa0\xbd", b"?")


CUTS = st.lists(st.integers(0, 2000), max_size=4)
BLOCKS = st.sampled_from([1, 17, 64, 300, 100_000])
PATIENT = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(documents(surprises=False), CUTS, BLOCKS)
def test_values_are_those_of_json_loads_for_every_escape_style_order_and_cut(
    body: bytes, cuts: list[int], block: int
) -> None:
    found = check(body, cuts, block)
    for field, column in zip(document_of(found.schema)["fields"], found.columns, strict=True):
        assert column.type == TYPES[field["data_type"]]


@PATIENT
@given(documents(surprises=True), CUTS, BLOCKS)
def test_surprises_make_a_column_wider_and_never_change_a_value(body: bytes, cuts: list[int], block: int) -> None:
    found = check(body, cuts, block)
    assert found.schema == check(body, (), 100_000).schema


@settings(max_examples=60, deadline=None)
@given(documents(surprises=True), st.integers(0, 2000))
@example(b'{"fields":[],"rows":[]}', 3)
def test_a_document_that_was_cut_short_is_an_error(body: bytes, end: int) -> None:
    with pytest.raises(DecodeError, match="cut short"):
        table(body[: min(end, len(body) - 1)])


@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize("block", [1, 20, 1000])
def test_every_cut_gives_the_same(spaced: bool, block: int) -> None:
    lines = [[1, 'a],["\\', None, True], [2, "\n\u00e9\ud83d\ude00/\b\f\r\t", 2.5, False], [None, "", 1e300, None]]
    text = json.dumps(
        {"fields": fields("Integer", "String", "Float", "Boolean"), "rows": lines * 3}, indent=1 if spaced else None
    )
    body = text.encode()
    whole = check(body)
    for cut in range(0, len(body), 7):
        assert table(body, [cut], block).equals(whole)


def test_numbers_and_words_may_be_cut_anywhere() -> None:
    body = b'{"a":1.5e+3,"fields":[{"name":"x"},{"name":"y"}],"rows":[[-0.5e-7,[1]],[true,null],[12.0,NaN]],"b":false}'
    whole = check(body)
    for cut in range(len(body)):
        assert table(body, [cut], 1).equals(whole)


# --- types ---


@pytest.mark.parametrize(
    ("declared", "text", "kind", "values"),
    [
        ("Integer", "[[1],[null],[-5]]", "int64", [1, None, -5]),
        ("Integer", '[["1"],[2]]', "int64", [1, 2]),
        ("Integer", "[[1],[2.5]]", "double", [1.0, 2.5]),
        ("Integer", "[[1.0]]", "double", [1.0]),
        ("Integer", "[[1e5]]", "double", [100000.0]),
        ("Integer", "[[9007199254740993],[2.5]]", "string", ["9007199254740993", "2.5"]),
        ("Integer", "[[1],[18446744073709551616]]", "decimal128(38, 0)", [Decimal(1), Decimal(2**64)]),
        ("Integer", f"[[1],[{'9' * 40}]]", "string", ["1", "9" * 40]),
        ("Integer", '[[1],["n/a"]]', "string", ["1", "n/a"]),
        ("Integer", '[[1],["007"]]', "string", ["1", "007"]),
        ("Integer", '[[1],["0x1F"]]', "string", ["1", "0x1F"]),
        ("Integer", '[[1],[""]]', "string", ["1", ""]),
        ("Integer", "[[1],[true]]", "string", ["1", "true"]),
        ("Integer", "[[1],[[2,3]]]", "string", ["1", "[2,3]"]),
        ("Integer", "[[-0]]", "double", [-0.0]),
        ("Float", "[[1],[2.5],[1E+2],[1e-7]]", "double", [1.0, 2.5, 100.0, 1e-7]),
        ("Float", "[[100000000000000000],[0.5]]", "double", [1e17, 0.5]),
        ("Float", "[[9007199254740993]]", "int64", [9007199254740993]),
        ("Float", "[[1e400],[0.5]]", "string", ["1e400", "0.5"]),
        ("Float", '[["NaN"],["-Infinity"],[0.5]]', "double", [math.nan, -math.inf, 0.5]),
        ("Float", "[[NaN],[Infinity]]", "double", [math.nan, math.inf]),
        ("Float", "[[0.1e0],[0e0],[-0.0]]", "double", [0.1, 0.0, -0.0]),
        ("Boolean", "[[true],[null],[false]]", "bool", [True, None, False]),
        ("Boolean", "[[true],[1]]", "string", ["true", "1"]),
        ("String", '[["1"],[2.50],[true],[null],[{"a":[1]}]]', "string", ["1", "2.50", "true", None, '{"a":[1]}']),
        ("String", '[["null"],["true"],[""]]', "string", ["null", "true", ""]),
        ("JSON", '[["{\\"a\\":[1,2]}"],["[[1],[2]]"]]', "string", ['{"a":[1,2]}', "[[1],[2]]"]),
        ("Date", '[["2024-02-29"],[null]]', "date32[day]", [date(2024, 2, 29), None]),
        ("Date", '[["2024-02-30"]]', "string", ["2024-02-30"]),
        ("Date", '[["2024-01-01"],["2024-01-02T03:04:05"]]', "timestamp[us]",
         [datetime(2024, 1, 1), datetime(2024, 1, 2, 3, 4, 5)]),
        ("Date", '[["2024\\u002d01-01"]]', "date32[day]", [date(2024, 1, 1)]),
        ("Time", '[["01:02:03"],["23:59:59.000001"]]', "time64[us]", [time(1, 2, 3), time(23, 59, 59, 1)]),
        ("Time", '[["24:00:00"]]', "string", ["24:00:00"]),
        ("Time", '[["10:00:00+01:00"]]', "string", ["10:00:00+01:00"]),
        ("DateTime", '[["2024-01-02T03:04:05"],["2024-01-02 03:04:05.5"]]', "timestamp[us]",
         [datetime(2024, 1, 2, 3, 4, 5), datetime(2024, 1, 2, 3, 4, 5, 500000)]),
        ("DateTime", '[["2024-01-02T03:04:05Z"],["2024-01-02T03:04:05+02:00"]]', "timestamp[us, tz=UTC]",
         [datetime(2024, 1, 2, 3, 4, 5, tzinfo=ZONE), datetime(2024, 1, 2, 1, 4, 5, tzinfo=ZONE)]),
        ("DateTime", '[["2024-01-02T03:04:05Z"],["2024-01-02T03:04:05"]]', "string",
         ["2024-01-02T03:04:05Z", "2024-01-02T03:04:05"]),
        ("DateTime", "[[1704164645]]", "string", ["1704164645"]),
        ("Unheard", '[["x"],[1]]', "string", ["x", "1"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("block", [1, 1000])
def test_a_column_has_its_declared_type_or_the_next_that_holds_all_values(
    declared: str, text: str, kind: str, values: list[Any], block: int
) -> None:
    body = f'{{"fields":{json.dumps(fields(declared))},"rows":{text}}}'.encode()
    found = table(body, range(0, len(body), 5), block)
    assert str(found.schema.types[0]) == kind
    assert repr(found.column(0).to_pylist()) == repr(values)


def test_instants_are_in_the_time_zone_of_the_document_even_if_that_comes_last() -> None:
    text = '{"rows":[["2024-07-01T00:00:00Z"],[null]],"fields":%s,"time_zone":"%s"}'
    berlin = table((text % (json.dumps(fields("DateTime")), "Europe/Berlin")).encode())
    assert str(berlin.schema.types[0]) == "timestamp[us, tz=Europe/Berlin]"
    assert berlin.column(0).to_pylist()[0].isoformat() == "2024-07-01T02:00:00+02:00"
    nowhere = table((text % (json.dumps(fields("DateTime")), "Nowhere/../At all")).encode())
    assert str(nowhere.schema.types[0]) == "timestamp[us, tz=UTC]"


def test_a_late_surprise_is_found_however_far_away_it_is() -> None:
    lines = [f'[{n},"x"]' for n in range(20_000)] + ['["n/a","x"]']
    numbers, _ = rows(f"[{','.join(lines)}]", "Integer", "String", block=4096)
    assert (numbers[0], numbers[19_999], numbers[20_000]) == ("0", "19999", "n/a")


def test_lone_surrogates_become_replacement_characters() -> None:
    assert rows('[["a\\ud800b"],["\\ude00"],["\\ud83d\\ude00"]]', "String") == [["a\ufffdb", "\ufffd", "😀"]]


def test_text_of_another_column_cannot_hide_nested_rows() -> None:
    assert rows('[["5",[1,2]],[[3,4],"6"],["7","8"]]', "Integer", "String") == [
        ["5", "[3,4]", "7"], ["[1,2]", "6", "8"],
    ]  # fmt: skip


def test_an_empty_result_keeps_its_columns_and_their_types() -> None:
    body = json.dumps({"fields": fields(*TYPES), "rows": []}).encode()
    found = table(body)
    assert dict(zip(TYPES, found.schema.types, strict=True)) == TYPES
    assert found.num_rows == 0


def test_columns_without_any_value_have_their_declared_type() -> None:
    found = table(json.dumps({"fields": fields(*TYPES), "rows": [[None] * len(TYPES)] * 2}).encode(), block=1)
    assert dict(zip(TYPES, found.schema.types, strict=True)) == TYPES


def test_repeated_names_are_told_apart() -> None:
    body = b'{"fields":[{"name":"a"},{"name":"a"},{"name":"b"}],"rows":[["1","2","3"]]}'
    assert table(body).column_names == ["a", "a.1", "b"]


def test_all_other_members_stay_at_hand() -> None:
    members = {
        "fields": fields("Integer"),
        "execution_id": "x",
        "data_timestamp": 5,
        "time_zone": "UTC",
        "new": {"a": [1]},
    }
    found = table(json.dumps({**members, "rows": [[1]]}).encode())
    assert document_of(found.schema) == members
    assert document_of(pa.schema([])) == {}


# --- what a caller fixes ---


def test_a_caller_can_fix_types_or_take_text() -> None:
    text = '[[1,"2.50",2.50],[null,null,null]]'
    assert rows(text, "Integer", "String", "Float", strings=True) == [["1", None], ["2.50", None], ["2.50", None]]
    body = f'{{"fields":{json.dumps(fields("Integer", "String", "Float"))},"rows":{text}}}'.encode()
    found = table(body, types={"c0": "int8", "c1": pa.decimal128(5, 2)})
    assert [str(each) for each in found.schema.types] == ["int8", "decimal128(5, 2)", "double"]
    assert found.column(1).to_pylist() == [Decimal("2.50"), None]


def test_a_fixed_type_that_does_not_fit_is_an_error_that_names_it() -> None:
    with pytest.raises(InvalidInput, match=r"types\['c0'\]"):
        rows("[[1000]]", "Integer", types={"c0": "int8"})
    with pytest.raises(InvalidInput, match="names no column"):
        rows("[[1]]", "Integer", types={"x": "int8"})


def test_a_number_in_a_nested_value_may_have_more_digits_than_python_reads() -> None:
    assert rows("[[[" + "7" * 5000 + "]]]", "JSON") == [["[" + "7" * 5000 + "]"]]


# --- what is wrong ---

DEEP = b"[" * 200_000 + b"]" * 200_000


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "cut short"),
        (b"<html>", "no JSON object"),
        (b"[1]", "no JSON object"),
        (b"{}", "no list 'rows'"),
        (b'{"rows":[]}', "no list 'fields'"),
        (b'{"fields":5,"rows":[]}', "'fields'"),
        (b'{"fields":[5],"rows":[]}', "objects with names"),
        (b'{"fields":[],"rows":5}', "rows are no list"),
        (b'{"fields":[],"rows":[],"rows":[]}', "there twice"),
        (b'{"fields":[],"rows":[]} x', "something follows"),
        (b'{"fields":[] "rows":[]}', "neither a comma"),
        (b'{"fields":[],,"rows":[]}', "no member"),
        (b'{"fields":[{"name":"a"}],"rows":[1]}', "a row is no list"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],]}', "a row is no list"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"]["y"]]}', "neither a comma"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],["y","z"]]}', "row 2 has 2 values, not 1"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],[]]}', "row 2 has 0 values, not 1"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],[abc],["y"]]}', "no value"),
        (b'{"fields":[{"name":"a","data_type":"Integer"}],"rows":[[1],[01],[2]]}', "neither a comma"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],["\\q"],["y"]]}', "no JSON"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],["\xff"],["y"]]}', "not UTF-8"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],["\x01"],["y"]]}', "no value"),
        (b'{"fields":[{"name":"a"}],"rows":[["x"],[[1,]],["y"]]}', "nested value is no JSON"),
        (b'{"fields":[{"name":"a"}],"rows":[[' + DEEP + b"]]}", "nested value is no JSON .*recursion"),
        (b'{"deep":' + DEEP + b',"fields":[],"rows":[]}', "member 'deep' is no JSON .*recursion"),
    ],
)
@pytest.mark.parametrize("block", [1, 1000])
def test_what_is_no_result_document_is_an_error_that_says_why(body: bytes, reason: str, block: int) -> None:
    with pytest.raises(DecodeError, match=reason):
        table(body, block=block)


def test_a_row_of_the_wrong_length_is_named_wherever_it_is() -> None:
    lines = ["[1,2]"] * 5000 + ["[3]"] + ["[1,2]"] * 10
    with pytest.raises(DecodeError, match="row 5001 has 1 values, not 2") as caught:
        rows(f"[{','.join(lines)}]", "Integer", "Integer", block=512)
    assert caught.value.path == "/rows/5000"


def test_a_download_that_starts_over_forgets_what_came_before() -> None:
    wrong = json.dumps({"fields": fields("String"), "rows": [["x"]] * 500}).encode()
    right = json.dumps({"fields": fields("Integer"), "rows": [[1]] * 500}).encode()
    with JsonTable(JsonOptions(DECLARED), block_size=64) as reading:
        feed(reading, wrong[:-50], range(0, 5000, 100))
        reading.body.seek(0)
        reading.body.truncate()
        feed(reading, right, range(0, 5000, 100))
        assert reading.table().column(0).to_pylist() == [1] * 500
