"""No value changes a query: its parsed structure is the one of a harmless value, and the value comes back as data.

Ten thousand values, snippets and time ranges in all, as one run of the suite makes them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bireme_emulator.cluvio.expressions import Compiled, FilterDefinition, Snippet, compile_sql
from bireme_emulator.cluvio.inputs import Inputs

NOW = datetime(2013, 7, 4, 15, 30, 20, tzinfo=UTC)
NASTY = st.sampled_from(
    [
        "'",
        "''",
        '"',
        "\\",
        "--",
        "/*",
        "*/",
        "$$",
        "$1",
        "?",
        ";",
        "{",
        "}",
        "[",
        "]",
        "{carrier=x}",
        "{[a]:aggregation}",
        "{x.value}",
        "[s]",
        "[CLUVIO_USER_EMAIL]",
        "' OR 1=1 --",
        "'); DROP TABLE flights; --",
        "\0",
        "\n",
        "\r",
        "\u2028",
        "\ufeff",
        "ʼ",
        "＇",
        "\U0001f6eb",
        "NULL",
        "e'",
        "\\'",
        "%",
        "_",
        "é",
        "~",
        " ",
    ]
)
TEXT = st.one_of(
    st.lists(NASTY | st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=12).map("".join),
    st.builds(lambda piece, times: piece * times, NASTY, st.integers(1, 1500)),
)
MANY = settings(max_examples=2500, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def structure(database: duckdb.DuckDBPyConnection, sql: str) -> Any:
    """Return the parsed statement without the places of its parts."""
    row = database.execute("SELECT json_serialize_sql($1)", [sql]).fetchone()
    assert row is not None
    document = json.loads(row[0])
    assert document["error"] is False, document
    return without_places(document)


def without_places(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: without_places(value) for name, value in node.items() if not name.startswith("query_location")}
    return [without_places(value) for value in node] if isinstance(node, list) else node


def taken_literal(document: Any) -> str:
    """Return the text of the first column, a string literal, and take it out of the document."""
    return str(document["statements"][0]["node"]["select_list"][0]["literal"].pop("text"))


def run(database: duckdb.DuckDBPyConnection, query: Compiled) -> list[tuple[Any, ...]]:
    return database.execute(query.sql, list(query.params)).fetchall()


def compile_with(
    sql: str, values: Mapping[str, Any], filters: Mapping[str, FilterDefinition] | None = None, **more: Any
) -> Compiled:
    selections = [{"variable_name": name, "selected_values": list(chosen)} for name, chosen in values.items()]
    inputs = Inputs.of({"filters": selections, **more.pop("parameters", {})})
    return compile_sql(sql, inputs=inputs, filters=filters or {}, now=NOW, **more)


TEXT_SQL = (
    "SELECT {x.values}, {one.value}, [CLUVIO_DASHBOARD_NAME], [both({one.value}, 'k')] "
    "FROM (SELECT 'harmless' AS a) WHERE {a=x} OR NOT {[a || '']=x} OR {a=one} OR TRUE -- {a=x}"
)
TEXT_FILTERS = {"one": FilterDefinition("one", "input", "TEXT"), "x": FilterDefinition("x", "input_multi", "TEXT")}
SNIPPETS = {"s": Snippet("(SELECT 'from a snippet')"), "both": Snippet("[p] || [q]", ("p", "q"))}


@given(values=st.lists(TEXT, min_size=1, max_size=3, unique=True), name=TEXT)
@MANY
def test_texts_are_data_wherever_they_are_used(
    database: duckdb.DuckDBPyConnection, values: list[str], name: str
) -> None:
    def compiled(chosen: list[str], dashboard: str) -> Compiled:
        builtins = {"CLUVIO_DASHBOARD_NAME": dashboard, "CLUVIO_USER_EMAIL": None}
        return compile_with(
            TEXT_SQL, {"x": chosen, "one": chosen[:1]}, TEXT_FILTERS, snippets=SNIPPETS, builtins=builtins
        )

    query = compiled(values, name)
    # a harmless value for each, equal where they are equal, so that as many parameters are bound
    harmless = {value: f"harmless {index}" for index, value in enumerate(dict.fromkeys([*values, name]))}
    plain = compiled([harmless[value] for value in values], harmless[name])
    assert structure(database, query.sql) == structure(database, plain.sql)
    assert run(database, query) == [(values, values[0], name, values[0] + "k")]


@given(value=TEXT, other=TEXT)
@MANY
def test_a_condition_on_a_text_finds_that_text_and_no_other(
    database: duckdb.DuckDBPyConnection, value: str, other: str
) -> None:
    sql = "SELECT a FROM (SELECT unnest({all.values}) AS a) WHERE {a=x}"
    chosen = {"all": [value, other, "harmless"], "x": [value]}
    harmless = {text: f"harmless {index}" for index, text in enumerate(dict.fromkeys(chosen["all"][:2]))}
    harmless.setdefault("harmless", "harmless")
    query = compile_with(sql, chosen, {"all": FilterDefinition("all"), "x": FilterDefinition("x")})
    plain = compile_with(
        sql,
        {name: [harmless[text] for text in texts] for name, texts in chosen.items()},
        {"all": FilterDefinition("all"), "x": FilterDefinition("x")},
    )
    assert structure(database, query.sql) == structure(database, plain.sql)
    assert run(database, query) == [(value,)]


@given(value=TEXT)
@MANY
def test_a_text_inside_a_snippet_is_data_too(database: duckdb.DuckDBPyConnection, value: str) -> None:
    """A snippet is SQL: what stands in its strings, names and comments is left alone whatever it looks like."""
    # SQL text ends at a NUL, and DuckDB turns some spaces of SQL text into plain ones (values are no SQL text)
    value = "".join(char for char in value if char.isascii() or char.isalnum()).replace("\0", "")
    literal = "'" + value.replace("'", "''") + "'"
    comment = value.replace("*/", "").replace("/*", "")

    def compiled(text: str) -> Compiled:
        snippets = {"s": Snippet(text), "t": Snippet("[s] [s]")}
        return compile_with("SELECT [s] AS a, {x.values} FROM (SELECT 1)", {"x": [value]}, snippets=snippets)

    query = compiled(f"/* {comment} */ {literal}" if "/" not in comment and "*" not in comment else literal)
    plain = compiled("'harmless'")
    found, expected = structure(database, query.sql), structure(database, plain.sql)
    assert taken_literal(found) == value
    assert taken_literal(expected) == "harmless"
    assert found == expected
    assert run(database, query) == [(value, [value])]


RANGES = {
    "d": FilterDefinition("d", "date_range", "DATE"),
    "t": FilterDefinition("t", "time_range", "TIME"),
    "m": FilterDefinition("m", "date_time_range", "DATE_TIME"),
    "n": FilterDefinition("n", "input", "NUMBER"),
    "b": FilterDefinition("b", "checkbox", "BOOLEAN"),
}
RANGE_SQL = (
    "SELECT {timerange.start}, {timerange.end}, {d.start}, {d.end}, {t.start}, {t.end}, {m.start}, {m.end}, "
    "{n.value}, {b.value}, {aggregation.value} "
    "FROM (SELECT TIMESTAMP '2013-01-01' AS a) WHERE {a=timerange} OR {a=d} OR {a=t.next} OR {a=m} OR TRUE"
)
MOMENTS = st.datetimes(datetime(1, 2, 1), datetime(9999, 11, 30)).map(lambda moment: moment.replace(microsecond=0))


@given(
    moments=st.tuples(MOMENTS, MOMENTS).map(sorted),
    days=st.tuples(st.dates(), st.dates()).map(sorted),
    times=st.tuples(st.times(), st.times()).map(sorted),
    number=st.integers(-(2**127) + 1, 2**127 - 1) | st.floats(allow_nan=False, allow_infinity=False),
    flag=st.booleans(),
    aggregation=st.sampled_from(["second", "minute", "hour", "day", "week", "week_sunday", "month", "quarter", "year"]),
)
@MANY
def test_ranges_numbers_and_units_are_data(
    database: duckdb.DuckDBPyConnection,
    moments: list[datetime],
    days: list[date],
    times: list[time],
    number: float,
    flag: bool,
    aggregation: str,
) -> None:
    start, end = moments
    unix = [str(int(moment.replace(tzinfo=UTC).timestamp())) for moment in moments]
    first, last = (moment.replace(microsecond=0) for moment in times)
    values = {
        "d": [day.isoformat() for day in days],
        "t": [f"{first.isoformat()}~{last.isoformat()}"],
        "m": [start.isoformat(), end.isoformat()],
        "n": [number],
        "b": [flag],
    }
    query = compile_with(
        RANGE_SQL, values, RANGES, parameters={"timerange": "~".join(unix), "aggregation": aggregation}
    )
    assert all(text not in query.sql for text in (*unix, *values["d"], start.isoformat()) if len(text) > 4)
    assert structure(database, query.sql) is not None
    read = Inputs.of({"filters": [{"variable_name": "n", "selected_values": [number]}]}).filters["n"][0]
    assert run(database, query) == [(start, end, *days, first, last, start, end, read, flag, aggregation)]


@given(text=TEXT)
@settings(max_examples=500, deadline=None, derandomize=True)
@pytest.mark.parametrize("field", ["timerange", "aggregation", "tz"])
def test_what_is_no_range_unit_or_zone_never_reaches_the_query(field: str, text: str) -> None:
    with pytest.raises(ValueError, match=rf"parameters\.{field} cannot be"):
        Inputs.of({field: text if text != "~" else "~~"})


def test_a_whole_day_is_the_same_query_in_any_year(database: duckdb.DuckDBPyConnection) -> None:
    def compiled(day: date) -> Compiled:
        return compile_with("SELECT {[now()]=d}", {"d": [day.isoformat(), (day + timedelta(1)).isoformat()]}, RANGES)

    assert compiled(date(1, 1, 1)).sql == compiled(date(9999, 12, 30)).sql
