"""Conditions are checked before anything runs, and every complaint names filter, operator, field and remedy."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bireme_emulator.holistics.conditions import (
    FILTER_TYPES,
    OPERATORS,
    TIME_UNITS,
    Condition,
    ConditionError,
    check_condition,
    check_submitted,
    resolve_conditions,
)
from bireme_emulator.workspace import Workspace

VALID: dict[str, tuple[list[Any], str | None]] = {
    "is": ([], None),
    "is_not": ([], None),
    "is_null": ([], None),
    "not_null": ([], None),
    "greater_than": ([5], None),
    "less_than": ([5], None),
    "between": ([1, 2], None),
    "matches_user_attribute": (["h_email"], None),
    "contains": (["a", "b"], None),
    "does_not_contain": (["a"], None),
    "starts_with": (["a"], None),
    "ends_with": (["a"], None),
    "is_true": ([], None),
    "is_false": ([], None),
    "last": ([7], "day"),
    "next": ([2], "quarter"),
    "before": (["2013-01-01"], None),
    "after": (["yesterday"], None),
    "matches": (["last 2 months"], None),
    "transform_pop_relative": ([1], "month"),
    "transform_pop_absolute": (["2013-01-01", "2013-03-31"], "month"),
    "transform_pop_none": ([], None),
    "transform_date_drill": (["datetrunc week"], None),
    "none": ([], None),
}
SUITED = {
    "number": "is is_not is_null not_null greater_than less_than between matches_user_attribute none",
    "string": "is is_not is_null not_null contains does_not_contain starts_with ends_with matches_user_attribute none",
    "date": "is is_not is_null not_null between last next before after matches matches_user_attribute none",
    "boolean": "is is_not is_null not_null is_true is_false matches_user_attribute none",
    "pop": "transform_pop_relative transform_pop_absolute transform_pop_none none",
    "date_drill": "transform_date_drill none",
}


def body(operator: Any, values: Any = None, modifier: Any = None) -> dict[str, Any]:
    return {"operator": operator, "values": values, "modifier": modifier}


def test_there_are_the_24_operators_of_the_vendor() -> None:
    assert set(OPERATORS) == set(VALID)
    assert len(OPERATORS) == 24


@pytest.mark.parametrize("filter_type", FILTER_TYPES)
@pytest.mark.parametrize("operator", list(VALID))
def test_an_operator_is_taken_by_the_filter_types_it_suits_and_by_no_other(filter_type: str, operator: str) -> None:
    values, modifier = VALID[operator]
    if operator == "between" and filter_type == "date":
        values = ["2013-01-01", "2013-02-01"]
    if operator in SUITED[filter_type].split():
        assert check_condition(body(operator, values, modifier), filter_type).operator == operator
    else:
        with pytest.raises(ConditionError, match=f"does not suit a filter of type {filter_type}") as caught:
            check_condition(body(operator, values, modifier), filter_type, filter_id=2335)
        assert (caught.value.filter_id, caught.value.operator, caught.value.field) == (2335, operator, "operator")
        assert SUITED[filter_type].split()[0] in caught.value.remedy


@pytest.mark.parametrize(
    ("condition", "filter_type", "field", "message"),
    [
        (body("iss", ["x"]), "string", "operator", "Did you mean 'is'?"),
        (body(None, []), "string", "operator", "is null, which does not exist"),
        (body("greater_than", []), "number", "values", "has 0 items. Give exactly 1 value."),
        (body("between", [1]), "number", "values", "has 1 items. Give exactly 2 values."),
        (body("contains", []), "string", "values", "Give at least 1 value."),
        (body("is_null", ["x"]), "string", "values", "Leave the array empty."),
        (body("last", [7, "day"]), "date", "values", 'Give values: [7] and modifier: "day".'),
        (body("last", [7]), "date", "modifier", "is missing. Give a unit of time: year,"),
        (body("last", [7], "days"), "date", "modifier", 'is "days", which is no unit of time'),
        (body("last", [7], "second"), "date", "modifier", "which is no unit of time"),
        (body("last", [0], "day"), "date", "values", "Give a whole number from 1 to 100000."),
        (body("last", [1.5], "day"), "date", "values", "is no count of units"),
        (body("last", [True], "day"), "date", "values", "is no count of units"),
        (body("last", ["last 7 days"], "day"), "date", "values", "is no count of units"),
        (body("is", ["UA"], "day"), "string", "modifier", "this operator takes none"),
        (body("is", ["many"]), "number", "values", 'contains "many", which is no number'),
        (body("is", [True]), "number", "values", "contains true, which is no number"),
        (body("is", [float("inf")]), "number", "values", "which is not finite"),
        (body("is", ["nan"]), "number", "values", "which is not finite"),
        (body("is", [False]), "string", "values", "contains false, which is no text"),
        (body("is", [None]), "string", "values", "Use the operator is_null"),
        (body("is", [["UA"]]), "string", "values", 'contains ["UA"]'),
        (body("is", "UA"), "string", "values", 'is "UA", not an array. Put the value into an array'),
        (body("is", ["maybe"]), "boolean", "values", "neither true nor false"),
        (body("is", [1]), "boolean", "values", "neither true nor false"),
        (body("before", ["soon"]), "date", "values", "cannot be read at position 0"),
        (body("matches", [1.5]), "date", "values", "which is no date"),
        (body("transform_pop_relative", [1]), "pop", "modifier", "is missing"),
        (body("transform_pop_absolute", ["2013"]), "pop", "values", "Give exactly 2 values."),
        (body("transform_date_drill", ["month"]), "date_drill", "values", 'for example "datetrunc month"'),
        (body("transform_date_drill", ["datetrunc decade"]), "date_drill", "values", "is no date transformation"),
        ("last 7 days", "date", "condition", "is not an object"),
        (None, "date", "condition", "is not an object"),
    ],
)
def test_a_condition_that_cannot_be_used_says_why_and_what_to_do(
    condition: Any, filter_type: str, field: str, message: str
) -> None:
    with pytest.raises(ConditionError, match=re.escape(message)) as caught:
        check_condition(condition, filter_type, filter_id=2335)
    assert caught.value.field == field
    assert str(caught.value).startswith("The condition on filter 2335")


@pytest.mark.parametrize(
    ("filter_type", "given", "typed"),
    [
        ("number", [5, 2.5, "500", " -7 ", "1e3"], (5, 2.5, 500, -7, 1000.0)),
        ("number", [2**80], (float(2**80),)),
        ("string", ["UA", 5], ("UA", "5")),
        ("boolean", [True, "false"], (True, False)),
        ("date", ["yesterday", 2013], ("yesterday", "2013")),
    ],
)
def test_values_get_the_type_that_the_filter_compares_with(
    filter_type: str, given: list[Any], typed: tuple[Any]
) -> None:
    assert check_condition(body("is", given), filter_type).values == typed


def test_a_period_over_period_none_may_have_null_values_as_in_the_vendors_sample() -> None:
    assert not check_condition({"operator": "transform_pop_none", "values": None}, "pop").restricts


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["operator", "values", "modifier"]),
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats()
            | st.sampled_from([*OPERATORS, *TIME_UNITS])
            | st.text(),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=4,
        ),
    ),
    st.sampled_from(FILTER_TYPES),
)
def test_whatever_is_sent_ends_in_a_checked_condition_or_the_one_error(condition: dict[str, Any], kind: str) -> None:
    outcome: Condition | ConditionError
    try:
        outcome = check_condition(condition, kind)
    except ConditionError as error:
        outcome = error
    assert isinstance(outcome, Condition) or outcome.remedy


@pytest.fixture
def dashboards(workspace: Workspace) -> dict[int, dict[str, Any]]:
    return {item["id"]: item for item in workspace.objects["dashboards"]}


def test_an_unknown_filter_is_refused_with_the_ones_there_are(dashboards: dict[int, dict[str, Any]]) -> None:
    submitted = [{"dynamic_filter_id": 1, "condition": body("is", ["UA"])}]
    with pytest.raises(ConditionError, match=re.escape("2335 (Flight date), 2336 (Carrier)")) as caught:
        check_submitted(dashboards[16076], submitted)
    assert caught.value.field == "dynamic_filter_id"


def test_the_same_filter_twice_is_refused(dashboards: dict[int, dict[str, Any]]) -> None:
    one = {"dynamic_filter_id": 2336, "condition": body("is", ["UA"])}
    with pytest.raises(ConditionError, match="twice"):
        check_submitted(dashboards[16076], [one, {**one, "dynamic_filter_id": "2336"}])


def test_defaults_hold_unless_replaced_or_switched_off(dashboards: dict[int, dict[str, Any]]) -> None:
    def of_airport(*submitted: dict[str, Any]) -> list[tuple[Any, ...]]:
        return [item.condition.values for item in resolve_conditions(dashboards[16077], 4190, submitted)]

    assert of_airport() == [("JFK",)]
    assert of_airport({"dynamic_filter_id": 2346, "condition": body("is", ["LGA"])}) == [("LGA",)]
    assert of_airport({"dynamic_filter_id": 2346, "condition": body("none", [])}) == []


def test_a_filter_touches_only_the_widgets_it_is_mapped_to(dashboards: dict[int, dict[str, Any]]) -> None:
    submitted = [{"dynamic_filter_id": 2338, "condition": body("is_true", [])}]
    assert len(resolve_conditions(dashboards[16076], 4175, submitted)) == 1
    assert resolve_conditions(dashboards[16076], 4179, submitted) == []
    assert len(resolve_conditions(dashboards[16076], "4175", submitted)) == 1


def test_a_user_attribute_that_the_caller_lacks_is_named(dashboards: dict[int, dict[str, Any]]) -> None:
    submitted = [{"dynamic_filter_id": 2336, "condition": body("matches_user_attribute", ["h_airline"])}]
    with pytest.raises(
        ConditionError,
        match=re.escape("'h_airline', which this user does not have. The user's attributes are: h_email"),
    ):
        resolve_conditions(dashboards[16076], 4175, submitted, attributes={"h_email": ["a@example.com"]})
