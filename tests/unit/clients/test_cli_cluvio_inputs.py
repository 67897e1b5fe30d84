"""Time ranges, filters and fields as a person writes them for `bireme cluvio`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from bireme import InvalidInput
from bireme.cli.cluvio.fields import fields_of
from bireme.cli.cluvio.inputs import parameters_of
from bireme.cluvio.generated.resources.dashboards import Dashboards
from bireme.cluvio.generated.resources.datasources import Datasources
from bireme.cluvio.generated.resources.user_groups import UserGroups


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("2013-01-01~2013-01-31", "1356998400~1359676799"),
        ("2013-01-01~", "1356998400~"),
        ("~2013-01-01", "~1357084799"),
        ("~", "~"),
        ("1712233090~1712237090", "1712233090~1712237090"),
        ("2013-01-01T01:00:00+01:00~2013-01-01T00:00:00Z", "1356998400~1356998400"),
        ("2013-01-01T00:00:00~1356998400", "1356998400~1356998400"),
    ],
)
def test_time_ranges_are_days_times_or_seconds_with_both_ends_included(text: str, sent: str) -> None:
    parameters = parameters_of(text, None, None, None)
    assert parameters is not None
    assert parameters.to_dict() == {"timerange": sent}


@pytest.mark.parametrize("text", ["", "2013", "2013-01-01", "2013-13-01~", "a~b", "~~", "1~2", "2014-01-01~2013-01-01"])
def test_what_is_no_time_range_is_refused_by_its_option(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"^--timerange="):
        parameters_of(text, None, None, None)


def test_filters_are_text_unless_they_are_said_to_be_json() -> None:
    pairs = ["carrier=UA", "carrier=a=b", "delay:=15", "x:=[null,true]", "none:=[]"]
    parameters = parameters_of(None, None, None, pairs)
    assert parameters is not None
    found = {each["variable_name"]: each["selected_values"] for each in parameters.to_dict()["filters"]}
    assert found == {"carrier": ["UA", "a=b"], "delay": [15], "x": [None, True], "none": []}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_of_a_filter_arrives_as_it_is(text: str) -> None:
    parameters = parameters_of(None, None, None, [f"v={text}"])
    assert parameters is not None
    assert parameters.to_dict()["filters"] == [{"variable_name": "v", "selected_values": [text]}]


@pytest.mark.parametrize("pair", ["carrier", "=UA", "a b=1", "x:=", "x:={", "x:=NaN"])
def test_what_is_no_filter_is_refused(pair: str) -> None:
    with pytest.raises(InvalidInput):
        parameters_of(None, None, None, [pair])


def test_fields_get_the_kind_of_value_that_they_have() -> None:
    sets = ["name=2013", "data_refresh_rate=60", "is_locked=yes", 'time_zone_config:={"type":"disabled"}']
    assert fields_of(Dashboards.create, sets, None) == {
        "name": "2013",
        "data_refresh_rate": 60.0,
        "is_locked": True,
        "time_zone_config": {"type": "disabled"},
    }
    assert fields_of(UserGroups.update, ["users=a", "users=b", "dashboards:=[]"], None) == {
        "users": ["a", "b"],
        "dashboards": [],
    }


def test_a_file_holds_fields_or_what_get_prints_and_options_go_first(tmp_path: Path) -> None:
    flat, whole = tmp_path / "flat.yaml", tmp_path / "whole.json"
    flat.write_text("name: Crew\nusers: [a, b]\n")
    printed: dict[str, Any] = {
        "id": "g",
        "type": "user_groups",
        "attributes": {"name": "Crew", "description": None, "built_in_behavior": None, "created_at": "2025-01-01"},
        "relationships": {"users": {"data": [{"type": "users", "id": "a"}]}, "dashboards": {"data": []}},
    }
    whole.write_text(json.dumps({"data": printed}))
    assert fields_of(UserGroups.create, ["name=Staff"], str(flat)) == {"name": "Staff", "users": ["a", "b"]}
    assert fields_of(UserGroups.create, None, str(whole)) == {"name": "Crew", "users": ["a"], "dashboards": []}


@pytest.mark.parametrize(
    ("sets", "message"),
    [
        (["nam=X"], "is no field that can be given here. There are name, description"),
        (["is_locked=perhaps"], "is not true or false"),
        (["data_refresh_rate=often"], "is not a number"),
        (["time_zone_config=UTC"], "is not text"),
        (["description=x"], "--set='name' is missing"),
        (["name"], "is neither NAME=TEXT nor NAME:=JSON"),
    ],
)
def test_wrong_fields_are_refused_by_name(sets: list[str], message: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        fields_of(Dashboards.create, sets, None)
    assert message in str(caught.value)


@pytest.mark.parametrize("pair", ["password=hunter2", 'password:="hunter2"', "password:=hunter2"])
def test_a_secret_is_not_taken_from_the_command_line_and_not_repeated(pair: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        fields_of(Datasources.update, [pair], None)
    assert "hunter2" not in str(caught.value)


def test_a_change_of_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as caught:
        fields_of(Dashboards.update, None, None)
    assert caught.value.exit_code == 2
    assert "Fields: name, description" in capsys.readouterr().err
