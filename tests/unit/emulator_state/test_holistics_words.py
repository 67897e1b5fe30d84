"""Small texts that people read: file names, conditions under a chart's title."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bireme_emulator.holistics.filters import conditions_of, described
from bireme_emulator.holistics.plugin import _people
from bireme_emulator.holistics.views import slug
from bireme_emulator.kernel.frozen import freeze


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Flights per month", "flights-per-month"),
        ("  Überblick: A/B  ", "uberblick-a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("東京", "untitled"),
    ],
)
def test_a_title_becomes_a_plain_name(title: str, expected: str) -> None:
    assert slug(title) == expected


def dashboard(*filters: tuple[int, str, str]) -> dict[str, Any]:
    return {
        "id": 1,
        "dynamic_filters": [
            {
                "id": id,
                "definition": {
                    "label": label,
                    "filter_type": filter_type,
                    "default_condition": {"operator": "none", "values": [], "modifier": None},
                },
                "mappings": [{"viz_conditionable_id": 5, "field_path": {"model_id": 1, "field_name": label}}],
            }
            for id, label, filter_type in filters
        ],
    }


def test_conditions_are_told_in_words_and_those_that_do_nothing_are_not() -> None:
    shown = dashboard((1, "Carrier", "string"), (2, "Flight date", "date"), (3, "Distance", "number"))
    given = [
        {"dynamic_filter_id": 1, "condition": {"operator": "is_not", "values": ["UA", "AA"], "modifier": None}},
        {"dynamic_filter_id": 2, "condition": {"operator": "last", "values": [7], "modifier": "day"}},
        {"dynamic_filter_id": 3, "condition": {"operator": "none", "values": [], "modifier": None}},
    ]
    conditions = conditions_of(shown, 5, given, attributes={})
    assert described(shown, conditions) == "Carrier: is not UA, AA · Flight date: last 7 days"
    assert described(shown, conditions_of(shown, 6, given, attributes={})) == ""


def test_a_ranges_ends_are_joined_by_and() -> None:
    shown = dashboard((3, "Distance", "number"))
    given = [{"dynamic_filter_id": 3, "condition": {"operator": "between", "values": [500, 1000], "modifier": None}}]
    assert described(shown, conditions_of(shown, 5, given, attributes={})) == "Distance: between 500 and 1000"


def test_a_workspace_may_bring_its_own_people(tmp_path: Any) -> None:
    assert [user["id"] for user in _people(str(tmp_path))["users"]] == [1, 2, 3, 4, 5]
    (tmp_path / "users.yaml").write_text("users: [{id: 9}]\nkeys: []\n")
    assert _people(str(tmp_path)) == {"users": [{"id": 9}], "keys": []}


def test_an_unchangeable_object_is_written_as_json_once() -> None:
    view = freeze({"title": "Zürich ✈", "ids": [1, 2]})
    assert json.loads(view.encoded()) == view
    assert view.encoded() is view.encoded()
