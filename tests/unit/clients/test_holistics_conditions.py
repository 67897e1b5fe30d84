"""Filter conditions: each operator with what it takes, its text form, and that client and spec agree on both."""

from __future__ import annotations

import json
import shlex
from datetime import UTC, date, datetime
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme import InvalidInput
from bireme.holistics import Condition, Filter, FilterCondition
from bireme.holistics.conditions import OPERATORS, TIME_UNITS, filter_condition
from bireme.holistics.generated.models.condition_operator import ConditionOperator
from bireme.holistics.generated.models.time_unit import TimeUnit

# Every operator by its method, and the same as text and as the API takes it.
CASES: list[tuple[FilterCondition, str, dict[str, Any]]] = [
    (Filter(7).is_("UA", "AA"), "7 is UA AA", {"operator": "is", "values": ["UA", "AA"]}),
    (Filter(7).is_(), "7 is", {"operator": "is", "values": []}),
    (Filter(7).is_not("UA"), "7 is_not UA", {"operator": "is_not", "values": ["UA"]}),
    (Filter(7).is_null(), "7 is_null", {"operator": "is_null", "values": []}),
    (Filter(7).not_null(), "7 not_null", {"operator": "not_null", "values": []}),
    (Filter(7).greater_than(500), "7 greater_than 500", {"operator": "greater_than", "values": [500]}),
    (Filter(7).less_than(-2.5), "7 less_than -2.5", {"operator": "less_than", "values": [-2.5]}),
    (Filter(7).between(1, 9), "7 between 1 9", {"operator": "between", "values": [1, 9]}),
    (
        Filter(7).between(date(2013, 1, 1), date(2013, 1, 31)),
        "7 between 2013-01-01 2013-01-31",
        {"operator": "between", "values": ["2013-01-01", "2013-01-31"]},
    ),
    (
        Filter(7).matches_user_attribute("h_email"),
        "7 matches_user_attribute h_email",
        {"operator": "matches_user_attribute", "values": ["h_email"]},
    ),
    (Filter(7).contains("a", "b c"), "7 contains a 'b c'", {"operator": "contains", "values": ["a", "b c"]}),
    (Filter(7).does_not_contain("a"), "7 does_not_contain a", {"operator": "does_not_contain", "values": ["a"]}),
    (Filter(7).starts_with("a"), "7 starts_with a", {"operator": "starts_with", "values": ["a"]}),
    (Filter(7).ends_with("O'Hare"), '7 ends_with "O\'Hare"', {"operator": "ends_with", "values": ["O'Hare"]}),
    (Filter(7).is_true(), "7 is_true", {"operator": "is_true", "values": []}),
    (Filter(7).is_false(), "7 is_false", {"operator": "is_false", "values": []}),
    (Filter(7).last(3, "month"), "7 last 3 months", {"operator": "last", "values": [3], "modifier": "month"}),
    (Filter(7).next(1, "day"), "7 next 1 day", {"operator": "next", "values": [1], "modifier": "day"}),
    (Filter(7).before(date(2013, 1, 1)), "7 before 2013-01-01", {"operator": "before", "values": ["2013-01-01"]}),
    (Filter(7).after("2013-01-01"), "7 after 2013-01-01", {"operator": "after", "values": ["2013-01-01"]}),
    (
        Filter(7).matches("last 2 months"),
        "7 matches last 2 months",
        {"operator": "matches", "values": ["last 2 months"]},
    ),
    (
        Filter(7).compare_with_previous(1, "year"),
        "7 transform_pop_relative 1 year",
        {"operator": "transform_pop_relative", "values": [1], "modifier": "year"},
    ),
    (
        Filter(7).compare_with_period("2013-01-01", "2013-03-31", "quarter"),
        "7 transform_pop_absolute 2013-01-01 2013-03-31 quarter",
        {"operator": "transform_pop_absolute", "values": ["2013-01-01", "2013-03-31"], "modifier": "quarter"},
    ),
    (
        Filter(7).compare_with_period(date(2013, 1, 1), date(2013, 3, 31)),
        "7 transform_pop_absolute 2013-01-01 2013-03-31",
        {"operator": "transform_pop_absolute", "values": ["2013-01-01", "2013-03-31"]},
    ),
    (Filter(7).compare_with_nothing(), "7 transform_pop_none", {"operator": "transform_pop_none", "values": []}),
    (
        Filter(7).drill("datetrunc month"),
        "7 transform_date_drill datetrunc month",
        {"operator": "transform_date_drill", "values": ["datetrunc month"]},
    ),
    (Filter(7).none(), "7 none", {"operator": "none", "values": []}),
]


@pytest.fixture(scope="session")
def validator(spec: dict[str, Any]) -> Any:
    """The spec's own rule for a condition on a filter."""
    reference = {"$ref": "#/components/schemas/DynamicFilterCondition", "components": spec["components"]}
    return jsonschema_rs.Draft202012Validator(reference)


@pytest.mark.parametrize(("condition", "text", "wire"), CASES, ids=[case[1] for case in CASES])
def test_method_text_and_mapping_of_each_operator_say_the_same(
    condition: FilterCondition, text: str, wire: dict[str, Any], validator: Any
) -> None:
    sent = {"dynamic_filter_id": 7, "condition": wire}
    assert condition.to_dict() == sent
    assert filter_condition(text) == condition
    assert filter_condition(sent) == condition
    assert filter_condition(condition) is condition
    validator.validate(condition.to_dict())


def test_every_operator_of_the_spec_has_a_method() -> None:
    assert {case[2]["operator"] for case in CASES} == {operator.value for operator in ConditionOperator}
    assert len(OPERATORS) == 24


def test_values_table_and_conditional_rules_of_the_spec_agree(spec: dict[str, Any]) -> None:
    schemas = spec["components"]["schemas"]
    table = schemas["ConditionOperator"]["x-values"]
    assert list(table) == schemas["ConditionOperator"]["enum"]
    stated = dict.fromkeys(table, (0, None, "optional"))
    for rule in schemas["DataModelingCondition"]["allOf"]:
        then = rule["then"]
        values = then["properties"]["values"]
        for name in rule["if"]["properties"]["operator"]["enum"]:
            unit = "required" if "modifier" in then.get("required", ()) else "optional"
            stated[name] = (values.get("minItems", 0), values.get("maxItems"), unit)
    for name, facts in table.items():
        low, high, unit = stated[name]
        assert (facts["min"], facts["max"]) == (low, high), name
        assert (facts["modifier"] == "required") == (unit == "required"), name


# --- what is refused ---


@pytest.mark.parametrize("operator", list(OPERATORS))
def test_a_wrong_number_of_values_is_refused_by_client_and_spec(operator: str, validator: Any) -> None:
    facts = OPERATORS[operator]
    good: Any = {"count": 3}.get(str(facts["takes"]), "2013-01-01")
    unit = "day" if facts["modifier"] == "required" else None
    wrong = [facts["min"] - 1] if facts["min"] else []
    if facts["max"] is not None:
        wrong.append(facts["max"] + 1)
    for number in wrong:
        values = [good] * number
        with pytest.raises(InvalidInput, match=f"has {number} values, but `{operator}` takes") as caught:
            Condition(operator, tuple(values), unit)
        assert caught.value.field == "values"
        condition = {"operator": operator, "values": values, "modifier": unit}
        assert not validator.is_valid({"dynamic_filter_id": 7, "condition": condition})


@pytest.mark.parametrize(
    ("condition", "field", "text"),
    [
        (lambda: Condition("equals", ("UA",)), "operator", "Use one of is, is_not"),
        (lambda: Condition(None), "operator", "Use one of"),  # type: ignore[arg-type]
        (lambda: Condition(["is"]), "operator", "Use one of"),  # type: ignore[arg-type]
        (lambda: Condition("is", "UA"), "values", "Put the value into a list"),  # type: ignore[arg-type]
        (lambda: Condition("is", {"UA": 1}), "values", "Put the value into a list"),  # type: ignore[arg-type]
        (lambda: Condition("is", 5), "values", "Put the value into a list"),  # type: ignore[arg-type]
        (lambda: Condition("is", (None,)), "values", "Give text, finite numbers"),  # type: ignore[arg-type]
        (lambda: Condition("is", (float("nan"),)), "values", "finite"),
        (lambda: Condition("is", (float("inf"),)), "values", "finite"),
        (lambda: Condition("is", ("\ud800",)), "values", "cannot be sent"),
        (lambda: Filter(7).is_(datetime(2013, 1, 1, tzinfo=UTC)), "values", "astimezone"),
        (lambda: Filter(7).greater_than(True), "values", "no order"),
        (lambda: Filter(7).contains(""), "values", "text that is not empty"),
        (lambda: Filter(7).matches(" "), "values", "a period in words"),
        (lambda: Condition("before", (5,)), "values", "a date, e.g."),
        (lambda: Condition("transform_date_drill", (5,)), "values", "datetrunc month"),
        (lambda: Condition("matches_user_attribute", (5,)), "values", "h_email"),
        (lambda: Filter(7).last(0, "day"), "values", "whole number from 1 up"),
        (lambda: Filter(7).last(True, "day"), "values", "whole number from 1 up"),
        (lambda: Condition("last", ("7",), "day"), "values", "whole number from 1 up"),
        (lambda: Condition("last", (7,)), "modifier", "is missing"),
        (lambda: Filter(7).last(7, "days"), "modifier", "Use one of year, quarter"),
        (lambda: Condition("is", ("UA",), "day"), "modifier", "Leave it out"),
        (lambda: Filter(0).is_true(), "dynamic_filter_id", "dynamic_filters"),
        (lambda: Filter(True).is_true(), "dynamic_filter_id", "dynamic_filters"),
        (lambda: Filter("").is_true(), "dynamic_filter_id", "dynamic_filters"),
        (lambda: Filter(2**53).is_true(), "dynamic_filter_id", "dynamic_filters"),
        (lambda: Filter(1.5).is_true(), "dynamic_filter_id", "dynamic_filters"),  # type: ignore[arg-type]
        (lambda: FilterCondition(7, {"operator": "is_true"}), "condition", "Condition('is_true')"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_condition_is_refused_by_field_with_a_remedy(condition: Any, field: str, text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        condition()
    assert caught.value.field == field
    assert text in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"dynamic_filter_id": 7},
        {"dynamic_filter_id": 7, "condition": "is"},
        {"dynamic_filter_id": 7, "condition": {"operator": "is"}, "more": 1},
        {"dynamic_filter_id": 7, "condition": {"values": ["UA"]}},
        {"dynamic_filter_id": 7, "condition": {"operator": "is", "values": "UA"}},
        {"dynamic_filter_id": 7, "condition": {"operator": "is", "values": ["UA"], "unit": "day"}},
        7,
        None,
    ],
)
def test_what_is_no_condition_at_all_is_refused(given: Any) -> None:
    with pytest.raises(InvalidInput):
        filter_condition(given)


@pytest.mark.parametrize("text", ["", "7", "7 is 'UA", "2336 is O'Hare", "7 is UA\\"])
def test_text_that_cannot_be_read_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidInput, match="2336 is UA AA") as caught:
        filter_condition(text)
    assert caught.value.field == "filter"
    assert caught.value.value == text


# --- what is accepted ---


def test_values_become_what_json_has() -> None:
    numpy = pytest.importorskip("numpy")
    assert Condition("is", (datetime(2013, 1, 1, 15, 0, 30, 999),)).values == ("2013-01-01 15:00:30",)
    values = Condition("is", (numpy.int64(5), numpy.float64(0.5))).values
    assert json.dumps(values) == "[5, 0.5]"


def test_enum_members_of_the_generated_models_are_taken_as_their_values() -> None:
    condition = Condition(ConditionOperator.LAST, (2,), TimeUnit.WEEK)
    assert condition == Condition("last", (2,), "week")
    assert type(condition.operator) is str
    assert type(condition.modifier) is str


def test_ids_of_canvas_dashboards_are_text() -> None:
    assert Filter("f_carrier").is_("UA").to_dict()["dynamic_filter_id"] == "f_carrier"
    assert filter_condition("f_carrier is UA") == Filter("f_carrier").is_("UA")
    assert filter_condition("2336 is UA").dynamic_filter_id == 2336


def test_text_keeps_words_that_look_like_numbers_where_the_operator_takes_text() -> None:
    assert filter_condition("7 is 007 1e5").condition.values == ("007", "1e5")
    assert filter_condition("7 greater_than 1_000").condition.values == ("1_000",)
    assert filter_condition(f"7 greater_than {'9' * 5000}").condition.values == ("9" * 5000,)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_quoted_words_come_through_the_text_form_unchanged(words: list[str]) -> None:
    assert filter_condition(f"7 is {shlex.join(words)}").condition.values == tuple(words)


ANY_VALUE = st.one_of(
    st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.dates(), st.datetimes(), st.just("2013-01-01")
)
FITTING = {"count": st.integers(1), "ordered": st.one_of(st.integers(), st.dates()), "any": ANY_VALUE}


@st.composite
def attempts(draw: st.DrawFn) -> tuple[str, list[Any], str | None]:
    """An operator with values and a unit: as many as it takes and mostly of its kind, or anything."""
    operator = draw(st.sampled_from(list(OPERATORS)))
    facts = OPERATORS[operator]
    if draw(st.integers(0, 3)) == 0:
        return operator, draw(st.lists(ANY_VALUE, max_size=3)), draw(st.sampled_from([None, *TIME_UNITS, "days"]))
    kind = FITTING.get(str(facts["takes"]), st.text(min_size=1))
    most = facts["min"] + 3 if facts["max"] is None else facts["max"]
    values = draw(st.lists(st.one_of(kind, ANY_VALUE), min_size=facts["min"], max_size=most))
    units = [None] if facts["modifier"] == "none" else list(TIME_UNITS)
    return operator, values, draw(st.sampled_from(units))


@given(attempts(), st.one_of(st.integers(1, 2**54), st.integers(), st.text()))
def test_whatever_the_client_accepts_the_spec_accepts(
    validator: Any, attempt: tuple[str, list[Any], str | None], id: int | str
) -> None:
    operator, values, modifier = attempt
    try:
        condition = FilterCondition(id, Condition(operator, tuple(values), modifier))
    except InvalidInput:
        return
    validator.validate(json.loads(json.dumps(condition.to_dict(), ensure_ascii=False).encode()))
    assert filter_condition(condition.to_dict()) == condition
