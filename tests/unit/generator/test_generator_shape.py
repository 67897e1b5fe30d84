"""The shape of a document: kinds by path, and JSON pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.shape import find, format_pointer, kind_at, parse_pointer, walk


@given(st.lists(st.text(), min_size=1).map(tuple))
def test_a_pointer_survives_being_written_and_read(parts: tuple[str, ...]) -> None:
    assert parse_pointer(format_pointer(parts)) == parts
    assert parse_pointer("#" + format_pointer(parts)) == parts


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        ("openapi", ("paths", "/a"), "path"),
        ("openapi", ("components", "schemas", "A", "properties", "items"), "schema"),
        ("operation", ("responses", "200", "headers", "X"), "header"),
        ("schema", ("properties",), "value"),
        ("schema", ("example", "items"), "value"),
        ("mediaType", ("examples", "one"), "example"),
        ("example", ("value", "schema"), "value"),
        ("operation", ("x-job", "schema"), "value"),
    ],
)
def test_the_kind_of_an_object_follows_from_its_path(kind: str, path: tuple[str, ...], expected: str) -> None:
    assert kind_at(kind, path) == expected  # type: ignore[arg-type]


def test_a_walk_and_kind_at_agree_on_every_object() -> None:
    document = {
        "paths": {"/a": {"parameters": [{"schema": {"items": {}}}], "get": {"responses": {"200": {"content": {}}}}}},
        "components": {"schemas": {"A": {"allOf": [{"properties": {"x": {"type": "string"}}}]}}},
    }
    nodes = list(walk(document))
    assert [node.kind for node in nodes].count("schema") == 5
    for node in nodes:
        assert kind_at("openapi", node.pointer) == node.kind
        assert find(document, node.pointer) == node.value


def test_a_place_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="/paths/~1a/0"):
        find({"paths": {"/a": []}}, ("paths", "/a", 0))
