"""Snippets in queries (fact sheet, sections 14 and 22)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bireme_emulator.cluvio.expressions import Compiled, ExpressionError, Snippet, references

Run = Callable[..., list[tuple[Any, ...]]]
Compile = Callable[..., Compiled]


def test_a_snippet_is_used_by_its_name_in_brackets_and_may_use_others(rows: Run) -> None:
    snippets = {"answer": "40 + [two]", "two": "2", "unused": "nonsense"}
    assert rows("SELECT [answer], [ two ]", snippets=snippets) == [(42, 2)]


def test_a_name_without_a_snippet_stays_a_list(rows: Run) -> None:
    assert rows("SELECT [a] FROM (SELECT 1 AS a)", snippets={"b": "2"}) == [([1],)]


def test_a_name_right_behind_a_column_stays_a_subscript(rows: Run) -> None:
    assert rows("SELECT x[a], [a] FROM (SELECT [7] AS x, 1 AS a)", snippets={"a": "5"}) == [(7, 5)]


def test_expressions_inside_a_snippet_take_the_inputs(rows: Run) -> None:
    snippets = {"where_carrier": "WHERE {carrier=x}"}
    sql = "SELECT count(*) FROM (VALUES ('UA'), ('AA')) AS f(carrier) [where_carrier]"
    assert rows(sql, {"x": ["UA"]}, snippets=snippets) == [(1,)]


def test_a_snippet_inside_an_expression(rows: Run) -> None:
    assert rows("SELECT {[[low]]=x}", {"x": ["ua"]}, snippets={"low": "lower('UA')"}) == [(True,)]


def test_snippets_that_use_each_other_in_a_circle_are_refused(compiled: Compile) -> None:
    with pytest.raises(ExpressionError, match=r"in a circle: a > b > a") as refused:
        compiled("SELECT [a]", snippets={"a": "[b]", "b": "[a]"})
    assert refused.value.position == 7


def test_ten_levels_of_snippets_are_enough(rows: Run, compiled: Compile) -> None:
    snippets = {f"s{level}": f"[s{level + 1}]" for level in range(20)} | {"s10": "1"}
    assert rows("SELECT [s1]", snippets=snippets) == [(1,)]
    with pytest.raises(ExpressionError, match="more than 10 deep"):
        compiled("SELECT [s0]", snippets=snippets)


def test_parameters_of_a_snippet_are_sql_and_stay_where_they_belong(rows: Run) -> None:
    snippets = {
        "share": Snippet("round(100 * [part] / [whole], [digits])", ("part", "whole", "digits")),
        "nested": Snippet("[share([x], 8, 1)]", ("x",)),
    }
    assert rows("SELECT [share(1, greatest(3, 2), 0)], [nested((1 + 2))]", snippets=snippets) == [(33.0, 37.5)]


@pytest.mark.parametrize("use", ["[share]", "[share(1)]", "[share(1, 2, 3)]", "[plain(1)]"])
def test_the_wrong_number_of_parameters_is_refused(compiled: Compile, use: str) -> None:
    snippets = {"share": Snippet("[a] / [b]", ("a", "b")), "plain": Snippet("1")}
    with pytest.raises(ExpressionError, match="as parameters"):
        compiled(f"SELECT {use}", snippets=snippets)


@pytest.mark.parametrize("params", ["1a", "a b", "a,,b", "a,a", "a;b", ","])
def test_names_of_parameters_are_checked(params: str) -> None:
    with pytest.raises(ValueError, match="separated by commas"):
        Snippet.names(params)
    assert Snippet.names(" a , b_2 ") == ("a", "b_2")
    assert Snippet.names(None) == Snippet.names(" ") == ()


@pytest.mark.parametrize("text", ["'open", "1 /* open", '"open', "$$ open", "E'open\\'"])
def test_a_snippet_that_would_swallow_what_follows_is_refused(compiled: Compile, text: str) -> None:
    with pytest.raises(ExpressionError, match="ends inside a"):
        compiled("SELECT [s], 2", snippets={"s": text})


def test_a_comment_at_the_end_of_a_snippet_ends_with_it(rows: Run) -> None:
    assert rows("SELECT [s] + 1", snippets={"s": "1 -- one"}) == [(2,)]
    assert rows("SELECT 3-[s]", snippets={"s": "-1"}) == [(4,)]


@pytest.mark.parametrize("broken", ["{[a]=}", "{[b]:c}", "?", "{a=x.next}"])
def test_a_broken_expression_inside_a_snippet_names_the_place_in_the_query(compiled: Compile, broken: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        compiled("SELECT 1, [s]", snippets={"s": f"  {broken}"})
    assert refused.value.position == 10


def test_built_in_snippets_are_values_and_never_sql(rows: Run) -> None:
    evil = "x' OR [two] {a=b} --"
    builtins = {"CLUVIO_USER_EMAIL": None, "CLUVIO_DASHBOARD_NAME": evil}
    sql = "SELECT [CLUVIO_USER_EMAIL], [CLUVIO_DASHBOARD_NAME]"
    assert rows(sql, builtins=builtins, snippets={"two": "2"}) == [(None, evil)]


def test_snippets_that_grow_without_end_are_refused(compiled: Compile) -> None:
    snippets = {f"s{level}": f"[s{level + 1}] " * 20 for level in range(9)} | {"s9": "x"}
    with pytest.raises(ExpressionError, match="more than 1000 times"):
        compiled("[s0]", snippets=snippets)
    doubling = {f"d{level}": Snippet("[x] " * 100, ("x",)) for level in range(9)}
    with pytest.raises(ExpressionError, match="more than 2000000 characters"):
        compiled("[d0([d1([d2([d3([d4('x')])])])])]", snippets=doubling)


def test_references_are_found_without_inputs() -> None:
    found = references(
        "SELECT [a] WHERE {t=timerange} AND {[ [b] ]=carriers} AND {x.value}",
        snippets={"a": "[b] {d:month}", "b": "1", "c": "2"},
    )
    assert found.variables == ("month", "timerange", "carriers", "x")
    assert found.snippets == ("a", "b")
