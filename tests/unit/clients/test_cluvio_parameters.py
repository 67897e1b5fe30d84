"""Inputs of Cluvio queries: what is sent, and what is refused before anything is."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme import InvalidInput
from bireme.cluvio import Parameters
from bireme.cluvio.parameters import AGGREGATIONS, parameters_of

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("timerange", "sent"),
    [
        ((NOON, NOON + timedelta(hours=1)), "1740830400~1740834000"),
        ((NOON, None), "1740830400~"),
        ((None, NOON), "~1740830400"),
        ((None, None), "~"),
        ((1712233090, 1712237090), "1712233090~1712237090"),
        ((datetime(1969, 12, 31, 23, 59, 50, tzinfo=UTC), 0), "-10~0"),
        ((NOON, NOON), "1740830400~1740830400"),
        ("1712233090~", "1712233090~"),
    ],
)
def test_a_timerange_is_sent_in_unix_seconds_both_ends_included_and_each_may_be_open(timerange: Any, sent: str) -> None:
    assert Parameters(timerange=timerange).to_dict() == {"timerange": sent}


def test_the_same_moment_in_another_zone_is_the_same_input() -> None:
    vienna = NOON.astimezone(ZoneInfo("Europe/Vienna"))
    fixed = NOON.astimezone(timezone(timedelta(hours=-5)))
    assert {Parameters(timerange=(each, None)).to_dict()["timerange"] for each in (NOON, vienna, fixed)} == {
        "1740830400~"
    }


def test_fractions_of_a_second_are_cut_off() -> None:
    last = datetime(2025, 3, 1, 23, 59, 59, 999999, tzinfo=UTC)
    assert Parameters(timerange=(None, last)).to_dict() == {"timerange": "~1740873599"}


@pytest.mark.parametrize(
    ("timerange", "message"),
    [
        ((datetime(2025, 3, 1), None), r"timerange\[0\].*has no time zone, so it is no moment.*tzinfo=UTC"),
        ((None, date(2025, 3, 1)), r"timerange\[1\].*is a day, which begins at another moment in each time zone"),
        ((NOON, NOON - timedelta(seconds=1)), "ends before it starts"),
        ("2~1", "ends before it starts"),
        ("yesterday", "is no time range.*START~END"),
        (NOON, "is not a pair"),
        ((NOON,), "is not a pair"),
        ((1.5, None), "is no time"),
        ((True, None), "is no time"),
    ],
)
def test_a_timerange_that_is_none_is_refused_with_a_remedy(timerange: Any, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        Parameters(timerange=timerange)


def test_filters_take_one_value_or_several_and_stand_in_the_order_of_their_names() -> None:
    filters = {"b": "UA", "a": ["x", 1, 2.5, True, None], "day": date(2013, 1, 31), "none": [], "null": None}
    assert Parameters(filters=filters).to_dict()["filters"] == [
        {"variable_name": "a", "selected_values": ["x", 1, 2.5, True, None]},
        {"variable_name": "b", "selected_values": ["UA"]},
        {"variable_name": "day", "selected_values": ["2013-01-31"]},
        {"variable_name": "none", "selected_values": []},
        {"variable_name": "null", "selected_values": [None]},
    ]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"a b": 1}, "'a b' is not the name of a variable"),
        ({1: 1}, "1 is not the name of a variable"),
        ({"a": NOON}, r"filters\['a'\].*a moment"),
        ({"a": time(12)}, "cannot be selected"),
        ({"a": float("nan")}, "cannot be selected"),
        ({"a": float("inf")}, "cannot be selected"),
        ({"a": 2**60}, "cannot be selected"),
        ({"a": {"x": 1}}, "is neither a value nor a list"),
        ({"a": b"x"}, "is neither a value nor a list"),
        ({"a": "x\0y"}, "has a character that cannot be sent"),
        ({"a": "\ud800"}, "has a character that cannot be sent"),
        ("a=1", "is not a mapping"),
        ([{"variable_name": "a"}], "has not variable_name and selected_values"),
        ([{"variable_name": "a", "selected_values": [1]}] * 2, "'a' is given twice"),
    ],
)
def test_a_filter_that_cannot_be_sent_is_refused_by_name(filters: Any, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        Parameters(filters=filters)


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
def test_every_aggregation_of_the_vendor_is_taken(aggregation: str) -> None:
    assert Parameters(aggregation=aggregation).to_dict() == {"aggregation": aggregation}


def test_there_are_the_vendors_ten_aggregations() -> None:
    assert AGGREGATIONS == (
        "second", "minute", "hour", "day", "week", "week_sunday", "month", "quarter", "year", "all_time"
    )  # fmt: skip


def test_what_is_no_aggregation_or_time_zone_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"aggregation='daily' is no aggregation. Use second, minute"):
        Parameters(aggregation="daily")
    for zone in ("", "Europe/ Vienna", UTC, 3):
        with pytest.raises(InvalidInput, match="is not the name of a time zone"):
            Parameters(tz=zone)  # type: ignore[arg-type]


def test_a_time_zone_is_a_name_or_a_zone() -> None:
    assert Parameters(tz="Europe/Vienna").to_dict() == Parameters(tz=ZoneInfo("Europe/Vienna")).to_dict()


def test_a_plain_mapping_is_taken_in_either_form() -> None:
    own = {"timerange": "1~2", "filters": [{"variable_name": "a", "selected_values": [1]}]}
    assert parameters_of(own) == own
    assert parameters_of({"timerange": (1, 2), "filters": {"a": 1}}) == own
    assert parameters_of(None) is None
    assert parameters_of({}) == {}


def test_a_mapping_with_another_name_is_refused() -> None:
    with pytest.raises(
        InvalidInput, match=r"parameters='time_range' is no input of a query. Use timerange, aggregation"
    ):
        parameters_of({"time_range": "~"})
    with pytest.raises(InvalidInput, match="is neither Parameters nor a mapping"):
        parameters_of("~")  # type: ignore[arg-type]


_scalars = (
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
)
_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.dictionaries(st.from_regex(r"[A-Za-z0-9_-]+", fullmatch=True), st.lists(_scalars | _texts)))
def test_any_value_comes_out_as_it_went_in_and_what_came_out_can_go_in_again(filters: dict[str, list[Any]]) -> None:
    sent = Parameters(filters=filters).to_dict()
    assert {each["variable_name"]: each["selected_values"] for each in sent["filters"]} == filters
    assert parameters_of(json.loads(json.dumps(sent))) == sent
