"""Conditions, transformations and values (fact sheet, sections 8, 13 and 22), run in DuckDB."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from bireme_emulator.cluvio.expressions import Compiled, ExpressionError

Run = Callable[..., list[tuple[Any, ...]]]
Compile = Callable[..., Compiled]

CARRIERS = "(VALUES ('UA', 1, TRUE), ('AA', 2, FALSE), (NULL, 3, NULL)) AS f(carrier, n, late)"


def numbers(rows: Run, condition: str, *args: Any, **more: Any) -> list[int]:
    return [row[0] for row in rows(f"SELECT n FROM {CARRIERS} WHERE {condition} ORDER BY n", *args, **more)]


def control(control_type: str, value_type: str = "TEXT", **more: Any) -> dict[str, Any]:
    return {"x": {"control_type": control_type, "value_type": value_type, **more}}


@pytest.mark.parametrize(
    "form", ["{carrier=x}", "{[carrier]=x}", "{ f.carrier = x }", '{"carrier"=x}', "{[f.carrier] = x}"]
)
def test_brackets_may_be_left_out_around_a_plain_column(rows: Run, form: str) -> None:
    assert numbers(rows, form, {"x": ["UA"]}) == [1]


def test_an_expression_stands_in_brackets(rows: Run) -> None:
    assert numbers(rows, "{[lower(carrier) || ']']=x}", {"x": ["ua]"]}) == [1]
    assert numbers(rows, "{[CASE WHEN [n][1] = 2 THEN 'two' ELSE 'other' END]=x}", {"x": ["two"]}) == [2]


@pytest.mark.parametrize(
    ("selected", "expected"),
    [([], [1, 2, 3]), (["UA"], [1]), (["UA", "AA"], [1, 2]), ([None], [3]), (["AA", None], [2, 3])],
)
def test_a_multi_select_takes_any_of_its_values_and_null_among_them(
    rows: Run, selected: list[str | None], expected: list[int]
) -> None:
    assert numbers(rows, "{carrier=x}", {"x": selected}, control("dropdown_multi_manual")) == expected


def test_an_undefined_variable_is_an_ad_hoc_multi_select_of_texts(rows: Run) -> None:
    assert numbers(rows, "{carrier=never_defined}", {"never_defined": ["UA", "AA"]}) == [1, 2]
    assert numbers(rows, "{carrier=never_defined}") == [1, 2, 3]


def test_a_single_select_takes_one_value_and_refuses_more(rows: Run, compiled: Compile) -> None:
    assert numbers(rows, "{carrier=x}", {"x": ["UA"]}, control("dropdown_manual")) == [1]
    assert numbers(rows, "{carrier=x}", {"x": [None]}, control("dropdown_manual")) == [3]
    with pytest.raises(ExpressionError, match=r"parameters\.filters\[x\].*Only one value"):
        compiled("{carrier=x}", {"x": ["UA", "AA"]}, control("dropdown_manual"))


def test_default_values_count_where_nothing_is_said_and_not_where_nothing_is_selected(rows: Run) -> None:
    filters = control("input", default_values=["UA"])
    assert numbers(rows, "{carrier=x}", {}, filters) == [1]
    assert numbers(rows, "{carrier=x}", {"x": []}, filters) == [1, 2, 3]


@pytest.mark.parametrize("control_type", ["input", "dropdown_multi", "date_time_aggregation"])
def test_a_required_filter_without_a_selection_is_refused(compiled: Compile, control_type: str) -> None:
    form = "{[now()]:x}" if control_type == "date_time_aggregation" else "{carrier=x}"
    with pytest.raises(ExpressionError, match="needs a selection"):
        compiled(f"SELECT 1 WHERE {form}", {}, control(control_type, required=True))


def test_a_required_range_open_at_both_ends_is_refused(compiled: Compile) -> None:
    with pytest.raises(ExpressionError, match="needs a selection"):
        compiled("{d=x}", {"x": ["~"]}, control("date_range", "DATE", required=True))


@pytest.mark.parametrize(
    ("control_type", "selected", "expected"),
    [
        ("checkbox", [True], [1]),
        ("checkbox", ["false"], [2]),
        ("checkbox", [], [1, 2, 3]),
        ("checkbox_two_way", [True], [1]),
        ("checkbox_two_way", [], [2]),
    ],
)
def test_a_checkbox_compares_with_true_or_false_and_a_two_way_one_always(
    rows: Run, control_type: str, selected: list[Any], expected: list[int]
) -> None:
    assert numbers(rows, "{late=x}", {"x": selected}, control(control_type, "BOOLEAN")) == expected


@pytest.mark.parametrize(
    ("value_type", "column", "value", "hit"),
    [
        ("TEXT", "'5'", 5, True),
        ("NUMBER", "5", "5", True),
        ("NUMBER", "5.5", 5.5, True),
        ("NUMBER", "170141183460469231731687303715884105727::HUGEINT", str(2**127 - 1), True),
        ("BOOLEAN", "TRUE", True, True),
        ("DATE", "DATE '2013-07-04'", "2013-07-04", True),
        ("DATE", "TIMESTAMP '2013-07-04 10:00'", "2013-07-04", True),
        ("TIME", "TIME '10:30:00'", "10:30", True),
        ("DATE_TIME", "TIMESTAMP '2013-07-04 10:30:00'", "2013-07-04T10:30:00", True),
        ("DATE_TIME", "TIMESTAMP '2013-07-04 10:30:00'", "2013-07-04 12:30:00+02:00", True),
        ("DATE_TIME", "TIMESTAMP '1970-01-01 00:00:05'", 5, True),
        ("TEXT", "'5'", "6", False),
    ],
)
def test_values_are_compared_as_the_value_type_says(
    rows: Run, value_type: str, column: str, value: Any, hit: bool
) -> None:
    found = rows(f"SELECT {{[{column}]=x}}", {"x": [value]}, control("input", value_type))
    assert found == [(hit,)]


@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        ("NUMBER", "five"),
        ("NUMBER", True),
        ("NUMBER", "1e999"),
        ("NUMBER", "nan"),
        ("BOOLEAN", "yes"),
        ("DATE", "2013-02-30"),
        ("DATE", "04.07.2013"),
        ("TIME", "25:00"),
        ("DATE_TIME", "2013-07-04T25:00:00"),
        ("DATE_TIME", 10**18),
        ("DATE_TIME", True),
    ],
)
def test_a_value_that_is_not_of_the_type_is_refused_with_its_filter(
    compiled: Compile, value_type: str, value: Any
) -> None:
    with pytest.raises(ExpressionError, match=r"parameters\.filters\[x\] cannot be .* Give"):
        compiled("SELECT 1 WHERE {a=x}", {"x": [value]}, control("input", value_type))


def test_validation_takes_only_the_options_of_the_drop_down(rows: Run, compiled: Compile) -> None:
    filters = control("dropdown_multi", dropdown_validate=True)
    assert numbers(rows, "{carrier=x}", {"x": ["UA"]}, filters, options=frozenset({"UA"})) == [1]
    with pytest.raises(ExpressionError, match="one of the options"):
        compiled("{carrier=x}", {"x": ["UA", "ZZ"]}, filters, options=frozenset({"UA"}))


def test_without_validation_other_values_are_taken(rows: Run) -> None:
    assert numbers(rows, "{carrier=x}", {"x": ["AA"]}, control("dropdown_multi"), options=frozenset({"UA"})) == [2]


def test_a_timerange_includes_both_ends(rows: Run) -> None:
    def hits(timerange: str) -> list[Any]:
        times = "(VALUES ('2013-07-04T09:59:59'), ('2013-07-04T10:00:00'), ('2013-07-04T11:00:00.5')) AS t(moment)"
        found = rows(f"SELECT moment FROM {times} WHERE {{moment=timerange}} ORDER BY 1", timerange=timerange)
        return [row[0][11:] for row in found]

    ten, eleven = 1372932000, 1372935600
    assert hits(f"{ten}~{eleven}") == ["10:00:00", "11:00:00.5"]
    assert hits(f"{ten}~{eleven - 1}") == ["10:00:00"]
    assert hits(f"~{ten}") == ["09:59:59", "10:00:00"]
    assert hits(f"{ten + 1}~") == ["11:00:00.5"]
    assert hits("~") == ["09:59:59", "10:00:00", "11:00:00.5"]


@pytest.mark.parametrize(
    ("selected", "start", "end"),
    [
        (["2013-01-02", "2013-01-04"], "2013-01-02", "2013-01-04"),
        (["2013-01-02~2013-01-04"], "2013-01-02", "2013-01-04"),
        ([None, "2013-01-04"], None, "2013-01-04"),
        (["2013-01-02~"], "2013-01-02", None),
        (["Last 7 days"], "2013-06-28", "2013-07-04"),
        (["this month"], "2013-07-01", "2013-07-31"),
        (["previous week"], "2013-06-24", "2013-06-30"),
        (["this year (ending now)"], "2013-01-01", "2013-07-04"),
        ([], None, None),
    ],
)
def test_a_date_range_is_written_in_any_of_its_forms(
    rows: Run, selected: list[Any], start: str | None, end: str | None
) -> None:
    found = rows("SELECT {x.start}::DATE, {x.end}::DATE", {"x": selected}, control("date_range", "DATE"))
    assert found == [tuple(bound and date.fromisoformat(bound) for bound in (start, end))]


def test_a_date_range_includes_all_of_its_last_day(rows: Run) -> None:
    sql = "SELECT {[TIMESTAMP '2013-01-04 23:59:59.9']=x}, {[TIMESTAMP '2013-01-05']=x}, {['2013-01-04']=x}"
    selected = {"x": ["2013-01-02", "2013-01-04"]}
    assert rows(sql, selected, control("date_range", "DATE")) == [(True, False, True)]


def test_a_time_range_includes_all_of_its_last_second(rows: Run) -> None:
    sql = "SELECT {[TIME '13:59:59.9']=x}, {[TIME '14:00:00']=x}, {[TIMESTAMP '2013-01-04 13:00:00']=x}"
    selected = {"x": ["13:00:00", "13:59:59"]}
    assert rows(sql, selected, control("time_range", "TIME")) == [(True, False, True)]


def test_a_moment_range_counts_relative_ranges_to_now(rows: Run) -> None:
    sql = "SELECT {x.start}, {x.end}"
    filters = control("date_time_range", "DATE_TIME")
    now = datetime(2013, 7, 4, 15, 30, 20)
    assert rows(sql, {"x": ["last 2 hours (ending now)"]}, filters) == [(now.replace(hour=13), now)]
    assert rows(sql, {"x": ["last 2 hours"]}, filters) == [(datetime(2013, 7, 4, 14), datetime(2013, 7, 4, 15, 59, 59))]


@pytest.mark.parametrize(
    ("switch", "selected"),
    [
        ("relative_range_enabled", ["last 7 days"]),
        ("before_range_enabled", ["~2013-01-01"]),
        ("after_range_enabled", ["2013-01-01~"]),
        ("from_to_range_enabled", ["2013-01-01~2013-01-02"]),
    ],
)
def test_a_range_switch_that_is_off_refuses_its_form(compiled: Compile, switch: str, selected: list[str]) -> None:
    compiled("{d=x}", {"x": selected}, control("date_range", "DATE"))
    with pytest.raises(ExpressionError, match="allows no"):
        compiled("{d=x}", {"x": selected}, control("date_range", "DATE", **{switch: False}))


@pytest.mark.parametrize(
    "selected",
    [["2013-01-02", "2013-01-01"], ["2013-01-01"], ["a~b"], ["last 0 days"], ["1", "2", "3"], ["last 2 hours"]],
)
def test_what_is_no_range_is_refused(compiled: Compile, selected: list[str]) -> None:
    with pytest.raises(ExpressionError, match=r"parameters\.filters\[x\]"):
        compiled("{d=x}", {"x": selected}, control("date_range", "DATE"))


@pytest.mark.parametrize(
    ("selected", "selector", "days"),
    [
        (["2024-01-01~2024-01-31"], "next", ["2024-02-01", "2024-02-29"]),
        (["2024-01-01~2024-02-29"], "previous", ["2023-12-31"]),
        (["2024-01-30~2024-01-31"], "next", ["2024-02-01"]),
        (["~2024-01-31"], "next", ["2024-02-01", "2024-02-29", "2024-03-01"]),
        (["2024-01-31~"], "next", []),
        (["2024-02-01~"], "previous", ["2023-12-31", "2024-01-31"]),
        ([], "next", ["2023-12-31", "2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01"]),
    ],
)
def test_next_is_the_range_right_after_whole_months_for_whole_months(
    rows: Run, selected: list[str], selector: str, days: list[str]
) -> None:
    table = "(VALUES ('2023-12-31'), ('2024-01-31'), ('2024-02-01'), ('2024-02-29'), ('2024-03-01')) AS t(d)"
    sql = f"SELECT d FROM {table} WHERE {{d=x.{selector}}} ORDER BY 1"
    assert [row[0] for row in rows(sql, {"x": selected}, control("date_range", "DATE"))] == days


def test_next_of_the_built_in_timerange(rows: Run) -> None:
    january = "1704067200~1706745599"  # 2024-01-01T00:00:00 to 2024-01-31T23:59:59, UTC
    sql = "SELECT {[TIMESTAMP '2024-02-29 23:59:59']=timerange.next}, {[TIMESTAMP '2024-03-01']=timerange.next}"
    assert rows(sql, timerange=january) == [(True, False)]


def test_next_of_times_of_day_ends_at_midnight(rows: Run) -> None:
    sql = "SELECT {[TIME '23:59:59']=x.next}, {[TIME '12:00']=x.next}"
    assert rows(sql, {"x": ["08:00~19:59:59"]}, control("time_range", "TIME")) == [(True, False)]


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ("second", datetime(2013, 7, 7, 10, 31, 42)),
        ("minute", datetime(2013, 7, 7, 10, 31)),
        ("hour", datetime(2013, 7, 7, 10)),
        ("day", date(2013, 7, 7)),
        ("week", date(2013, 7, 1)),
        ("week_sunday", date(2013, 7, 7)),
        ("month", date(2013, 7, 1)),
        ("quarter", date(2013, 7, 1)),
        ("year", date(2013, 1, 1)),
        ("all_time", None),
    ],
)
def test_aggregation_cuts_moments_to_its_unit(rows: Run, aggregation: str, expected: Any) -> None:
    times = "(VALUES (TIMESTAMP '2013-07-07 10:31:42.5')) AS t(moment)"  # a Sunday
    cut = "{moment:aggregation}"
    sql = f"SELECT {cut}, count(*) FROM {times} GROUP BY {cut} ORDER BY {cut}"
    assert rows(sql, aggregation=aggregation) == [(expected, 1)]
    assert rows(
        f"SELECT {{[moment]:x}} FROM {times}",
        {"x": [aggregation]},
        control("date_time_aggregation", allowed_aggregations=[aggregation]),
    ) == [(expected,)]
    assert rows(f"SELECT {{moment:{aggregation}}} FROM {times}") == [(expected,)]


def test_a_custom_aggregation_is_day_by_default_and_takes_only_what_it_allows(rows: Run, compiled: Compile) -> None:
    filters = control("date_time_aggregation")
    assert rows("SELECT {x.value}, {[DATE '2013-07-07']:x}", {}, filters) == [("day", date(2013, 7, 7))]
    for refused in ("all_time", "decade"):
        with pytest.raises(ExpressionError, match="Give one of second, minute"):
            compiled("SELECT {d:x}", {"x": [refused]}, filters)


def test_time_zones_of_dashboard_and_data_shift_ranges_and_days(rows: Run) -> None:
    zones = {"tz": "America/New_York", "data_zone": "UTC"}
    late = "TIMESTAMP '2013-07-05 03:30:00'"  # still the evening of July 4 in New York
    assert rows(f"SELECT {{[{late}]:day}}, {{[{late}]:hour}}, {{[{late}]:tz}}", **zones) == [
        (date(2013, 7, 4), datetime(2013, 7, 5, 3), datetime(2013, 7, 4, 23, 30))
    ]
    fourth = {"x": ["2013-07-04T00:00:00~2013-07-04T23:59:59"]}
    sql = f"SELECT {{[{late}]=x}}, {{[TIMESTAMP '2013-07-04 03:30:00']=x}}"
    assert rows(sql, fourth, control("date_time_range", "DATE_TIME"), **zones) == [(True, False)]
    seconds = "1372910400~1372996799"  # the same day, as moments
    assert rows(sql.replace("=x}", "=timerange}"), timerange=seconds, **zones) == [(True, False)]


def test_values_of_filters_can_be_used_anywhere(rows: Run) -> None:
    filters = {"one": {"control_type": "input", "value_type": "NUMBER"}}
    assert rows("SELECT {one.value} + 1, {many.values}", {"one": [41], "many": ["a", "b"]}, filters) == [
        (42, ["a", "b"])
    ]
    assert rows("SELECT {one.value}, len({many.values})", {}, filters) == [(None, 0)]


def test_the_same_value_is_one_parameter_so_that_it_can_be_grouped_by(rows: Run) -> None:
    filters = {"one": {"control_type": "input", "value_type": "TEXT"}}
    sql = f"SELECT {{one.value}} || carrier, count(*) FROM {CARRIERS} WHERE n = 1 GROUP BY {{one.value}} || carrier"
    assert rows(sql, {"one": ["x"]}, filters) == [("xUA", 1)]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT {[a]=}", "comes = or :"),
        ("SELECT {[a] x}", "comes = or :"),
        ("SELECT {[a=x}", "has no end"),
        ("SELECT {[ /* nothing */ ]=x}", "no expression"),
        ("SELECT {[a -- ']=x}", "has no end"),
        ("SELECT {[a]:x}", "condition and no transformation"),
        ("SELECT {[a]:aggregation.next}", "takes no selector"),
        ("SELECT {a=aggregation}", "transformation and no condition"),
        ("SELECT {a=x.next}", "has no selector next"),
        ("SELECT {a=timerange.sideways}", "It has next and previous"),
        ("SELECT {timerange.middle}", "It has start and end"),
        ("SELECT ?", "placeholders of its own"),
        ("SELECT $1 WHERE {a=x}", "placeholders of its own"),
        ("SELECT {a=b--c} AND 1", "two hyphens"),
    ],
)
def test_an_expression_that_cannot_be_used_is_refused_with_its_place(compiled: Compile, sql: str, message: str) -> None:
    with pytest.raises(ExpressionError, match=message) as refused:
        compiled(sql)
    assert 0 <= refused.value.position < len(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT {'a': 1}, {a: 1}, {a: b} FROM (SELECT 1 AS b)",
        "SELECT MAP {'k': [1, 2]}, MAP {[1]: 'x'}",
        "SELECT [1, 2][1], [[1], [2]], (array[1, 2])[2:]",
        "SELECT '{a=x} [s] ?', E'\\'{a=x}', $$ {a=x} $$, $t$ [s] $t$ -- {a=x} ? $1\n /* {a=x} /* [s] */ ? */",
        'SELECT 1 AS "{a=x} [s]"',
        "SELECT x[s] FROM (SELECT [1, 2] AS x, 2 AS s)",
    ],
)
def test_braces_and_brackets_of_sql_itself_stay_what_they_are(compiled: Compile, rows: Run, sql: str) -> None:
    assert compiled(sql, {"x": ["v"]}, snippets={"s": "1"}).sql == sql
    rows(sql)


def test_the_compiled_query_names_its_variables_and_snippets(compiled: Compile) -> None:
    query = compiled("SELECT {t:aggregation} [s] WHERE {t=timerange} AND {a=x}", snippets={"s": "FROM [t]", "t": "t"})
    assert query.variables == ("aggregation", "timerange", "x")
    assert query.snippets_used == ("s", "t")
    assert query.query(timeout=5).timezone == "UTC"


@pytest.mark.parametrize("text", ["[" * 50_000, "[" * 50_000 + "]" * 50_000, "{{" * 50_000, "{(" * 50_000])
def test_any_number_of_brackets_is_read_in_a_moment(compiled: Compile, text: str) -> None:
    assert compiled(text).sql == text


@pytest.mark.parametrize("text", ["{[" * 50_000, "{[a]" * 20_000, "{[a" * 20_000 + "]=x}" * 20_000])
def test_any_number_of_broken_expressions_is_refused_in_a_moment(compiled: Compile, text: str) -> None:
    with pytest.raises(ExpressionError):
        compiled(text)


def test_expressions_are_nested_so_deep_and_no_deeper(rows: Run, compiled: Compile) -> None:
    nested = "{[" * 20 + "'UA'" + "]=x}" * 20
    assert "IN" not in compiled(nested, {"x": ["UA"]}).sql
    with pytest.raises(ExpressionError, match="nested too deeply"):
        compiled("{[" * 200 + "a" + "]=x}" * 200)
