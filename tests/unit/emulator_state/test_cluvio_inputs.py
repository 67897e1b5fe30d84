"""Inputs of a query (fact sheet, section 8): what is taken, what is refused, when two are the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.cluvio.inputs import AGGREGATIONS, Inputs, InputsError


def dashboard(**attributes: Any) -> dict[str, Any]:
    return {"id": "flgt-oper-0001", "attributes": attributes, "relationships": {}, "private": {}}


def selection(name: str, *values: Any) -> dict[str, Any]:
    return {"filters": [{"variable_name": name, "selected_values": list(values)}]}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1712233090~1712237090", (1712233090, 1712237090)),
        ("~1712237090", (None, 1712237090)),
        ("1712233090~", (1712233090, None)),
        ("~", (None, None)),
        ("-5~-5", (-5, -5)),
    ],
)
def test_either_end_of_a_timerange_may_be_left_out(text: str, bounds: tuple[int | None, int | None]) -> None:
    assert Inputs.of({"timerange": text}).timerange == bounds


@pytest.mark.parametrize("text", ["", "5", "1~2~3", "a~b", "2~1", "1.5~2", "1 ~ 2", "1~99999999999999", "١~٢", 5])
def test_a_timerange_that_cannot_be_read_is_refused_with_its_field(text: Any) -> None:
    with pytest.raises(InputsError, match=r"parameters\.timerange cannot be") as refused:
        Inputs.of({"timerange": text})
    assert (refused.value.field, refused.value.value) == ("parameters.timerange", text)


def test_no_parameters_mean_an_unbounded_range_by_day_with_nothing_selected() -> None:
    assert Inputs.of(None) == Inputs.of({}) == Inputs.of({"timerange": "~", "aggregation": "day", "filters": []})


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
def test_every_documented_aggregation_is_taken(aggregation: str) -> None:
    assert Inputs.of({"aggregation": aggregation}).aggregation == aggregation


def test_an_unknown_aggregation_is_refused_with_the_list() -> None:
    with pytest.raises(InputsError, match=r"second, minute, .* all_time"):
        Inputs.of({"aggregation": "decade"})


def test_all_time_is_taken_only_where_the_dashboard_lists_it() -> None:
    with pytest.raises(InputsError, match="aggregation_options"):
        Inputs.of({"aggregation": "all_time"}, dashboard())
    listed = dashboard(filters_configuration={"aggregation_options": ["day", "all_time"]})
    assert Inputs.of({"aggregation": "all_time"}, listed).aggregation == "all_time"


def test_a_time_zone_is_taken_where_the_dashboard_asks_for_one_and_allows_it() -> None:
    board = dashboard(time_zone_config={"type": "input", "allowed_time_zones": ["UTC", "Europe/Berlin"]})
    assert Inputs.of({"tz": "Europe/Berlin"}, board).tz == "Europe/Berlin"
    assert Inputs.of({}, board).tz == "UTC"
    with pytest.raises(InputsError, match=r"parameters\.tz .* allows UTC, Europe/Berlin"):
        Inputs.of({"tz": "Asia/Tokyo"}, board)


@pytest.mark.parametrize("kind", ["disabled", "organization", "fixed"])
def test_a_time_zone_is_refused_where_the_dashboard_asks_for_none(kind: str) -> None:
    board = dashboard(time_zone_config={"type": kind, "fixed_time_zone": "Asia/Tokyo"})
    with pytest.raises(InputsError, match="not of type input"):
        Inputs.of({"tz": "Asia/Tokyo"}, board)
    own = Inputs.of({}, board, organization_zone="America/New_York").tz
    assert own == {"disabled": None, "organization": "America/New_York", "fixed": "Asia/Tokyo"}[kind]


@pytest.mark.parametrize(
    "name", ["Mars/Olympus", "", "../etc/passwd", "/etc/passwd", "America", "a\0b", "ü", 5, [], "UTC/"]
)
def test_a_time_zone_that_does_not_exist_is_refused(name: Any) -> None:
    with pytest.raises(InputsError, match=r"parameters\.tz"):
        Inputs.of({"tz": name})


def test_values_of_a_filter_may_be_mixed_and_keep_their_types() -> None:
    assert Inputs.of(selection("carrier", "UA", 1, 2.5, True, None)).filters["carrier"] == ("UA", 1, 2.5, True, None)


@pytest.mark.parametrize(
    "filters",
    [
        {},
        ["carrier"],
        [{"selected_values": []}],
        [{"variable_name": "two words"}],
        [{"variable_name": "a"}, {"variable_name": "a"}],
        [{"variable_name": "a", "selected_values": "UA"}],
        [{"variable_name": "a", "selected_values": [["UA"]]}],
        [{"variable_name": "a", "selected_values": [float("nan")]}],
        [{"variable_name": "a", "selected_values": ["\ud800"]}],
        [{"variable_name": "a", "selected_values": [2**127]}],
    ],
)
def test_filters_that_cannot_be_used_are_refused(filters: Any) -> None:
    with pytest.raises(InputsError, match=r"parameters\.filters.* cannot be .*\. Give "):
        Inputs.of({"filters": filters})


def test_what_a_request_leaves_out_comes_from_the_defaults_of_the_dashboard() -> None:
    defaults = {"timerange": "5~6", "aggregation": "month", **selection("carrier", "UA")}
    board = dashboard(default_parameters=defaults)
    assert Inputs.of(None, board) == Inputs.of(defaults)
    assert Inputs.of({"timerange": "~", **selection("carrier")}, board) == Inputs.of(
        {"aggregation": "month", **selection("carrier")}
    )


def test_equal_inputs_have_one_key_however_they_are_written() -> None:
    first = {"filters": [selection("a", 1)["filters"][0], selection("b", "x")["filters"][0]], "timerange": "05~"}
    second = {"timerange": "5~", "filters": [selection("b", "x")["filters"][0], selection("a", 1.0)["filters"][0]]}
    assert Inputs.of(first).key == Inputs.of(second).key


def test_a_number_a_text_and_a_boolean_have_different_keys() -> None:
    assert len({Inputs.of(selection("a", value)).key for value in (1, "1", True, None)}) == 4


_VALUES = st.lists(
    st.none()
    | st.booleans()
    | st.integers(-(2**100), 2**100)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)


@given(
    filters=st.dictionaries(st.text("abcXYZ019_-", min_size=1, max_size=5), _VALUES, max_size=4),
    start=st.none() | st.integers(0, 10**9),
    end=st.none() | st.integers(10**9, 10**10),
    aggregation=st.sampled_from(AGGREGATIONS),
)
def test_inputs_survive_being_written_down(
    filters: dict[str, list[Any]], start: int | None, end: int | None, aggregation: str
) -> None:
    inputs = Inputs(
        timerange=(start, end),
        aggregation=aggregation,
        tz="Europe/Berlin",
        filters=Inputs.of(
            {"filters": [{"variable_name": name, "selected_values": values} for name, values in filters.items()]}
        ).filters,
    )
    again = Inputs.of(json.loads(json.dumps(inputs.document())))
    assert again == inputs
    assert again.key == inputs.key
