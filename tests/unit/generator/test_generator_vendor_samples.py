"""Every sample of Cluvio's page is valid under the spec, but for the slips that deviations.yaml has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.bundle import bundle
from generator.load import load
from generator.rules.frame import Operation, Spec
from generator.shape import Node, format_pointer

ROOT = Path(__file__).parents[3]
INVENTORY = ROOT.parent / "shared" / "reference" / "cluvio.inventory.json"

pytestmark = pytest.mark.skipif(
    not INVENTORY.is_file(), reason="the inventory of the vendor's page is not beside this checkout"
)

#: Placeholders that contradict the page's own text: (operation, side, field) -> what is wrong with the value.
SLIPS = {
    **{
        ("updateDashboardLayout", "request", f"layout/0/{field}"): "0 in a grid that begins at 1"
        for field in ("row", "column", "width", "height")
    },
    ("refreshReport", "response", "execution_id"): "0, since the page has the UUID as an integer",
    ("refreshDropDownFilterOptions", "response", "execution_id"): "0, since the page has the UUID as an integer",
    **{
        (operation, "request", f"data/attributes/{field}"): "null, since the page has the type text"
        for operation in ("createSqlSnippet", "updateSqlSnippet")
        for field in ("name", "description", "text", "params")
    },
    **{
        (operation, "response", f"data{item}/attributes/{field}"): "null, since the page has the type text"
        for operation, item in (
            ("createSqlSnippet", ""),
            ("listSqlSnippets", "/0"),
            ("getSqlSnippet", ""),
            ("updateSqlSnippet", ""),
        )
        for field in ("name", "text")
    },
}


@pytest.fixture(scope="module")
def spec() -> Spec:
    return Spec(bundle(load(ROOT / "specs" / "cluvio")))


@pytest.fixture(scope="module")
def samples() -> list[tuple[str, str, Any]]:
    """(operationId, "request" or "response", value) of each sample on the page."""
    operations = json.loads(INVENTORY.read_text(encoding="utf-8"))["operations"]
    return [
        (operation["operationId"], side, value)
        for operation in operations
        for side, value in operation["samples"].items()
        if value is not None
    ]


def schemas(spec: Spec, operation: Operation, side: str) -> Iterator[Node]:
    """The schemas of the JSON bodies that a sample may stand for: where success has no body, the sample is an error."""
    if side == "request":
        owners = [spec.follow(Node("requestBody", (*operation.pointer, "requestBody"), operation.value["requestBody"]))]
    else:
        good = [reply for status, reply in operation.responses.items() if status.startswith("2")]
        owners = [reply for reply in good if spec.content(reply)] or [operation.responses["422"]]
    for owner in owners:
        for media, schema in spec.content(owner).items():
            if media.endswith("json"):
                yield schema


def test_the_samples_are_valid_under_the_spec(spec: Spec, samples: list[tuple[str, str, Any]]) -> None:
    registry = Registry().with_resource("urn:bundle", DRAFT202012.create_resource(spec.document))
    found, checked = set(), 0
    for operation, side, value in samples:
        for schema in schemas(spec, spec.by_id[operation], side):
            checked += 1
            reference = {"$ref": f"urn:bundle#{format_pointer(schema.pointer)}"}
            formats = Draft202012Validator.FORMAT_CHECKER
            for error in Draft202012Validator(reference, registry=registry, format_checker=formats).iter_errors(value):
                found.add((operation, side, "/".join(map(str, error.absolute_path))))
    assert checked > 120
    assert found == set(SLIPS)


def test_a_sample_with_a_wrong_type_is_noticed(spec: Spec, samples: list[tuple[str, str, Any]]) -> None:
    value = next(value for operation, side, value in samples if (operation, side) == ("getDashboard", "response"))
    registry = Registry().with_resource("urn:bundle", DRAFT202012.create_resource(spec.document))
    (schema,) = schemas(spec, spec.by_id["getDashboard"], "response")
    judge = Draft202012Validator({"$ref": f"urn:bundle#{format_pointer(schema.pointer)}"}, registry=registry)
    assert judge.is_valid(value)
    value["data"]["attributes"]["layout"][0]["row"] = "first"
    assert not judge.is_valid(value)
