"""What the emulator answers has the structure of the samples on the vendor's page, at every depth.

A tour calls every operation with success; its replies are held against the samples. `NOT_THERE` lists what cannot be
the same, and why; an entry that is not needed is an error too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from bireme_emulator.kernel.specs import load_bundle
from tests.unit.cluvio_rules.cluvio_tour import Replies
from tests.unit.cluvio_rules.sample_shapes import NULL, THERE, best, compared
from tests.unit.emulator_state.cluvio_world import VND_API, Cluvio

ROOT = Path(__file__).parents[3]
INVENTORY = ROOT.parent / "shared" / "reference" / "cluvio.inventory.json"
BUNDLE = load_bundle("cluvio")
OPERATIONS = {
    operation["operationId"]: operation
    for item in BUNDLE["paths"].values()
    for operation in item.values()
    if isinstance(operation, dict) and "operationId" in operation
}

needs_samples = pytest.mark.skipif(
    not INVENTORY.is_file(), reason="the vendors' documents are not beside this checkout: no samples of their page"
)

_NEW = "a new dashboard is empty, and nobody has it yet"
_COPY = "a copy is in no group and shared with nobody"
#: (operation, place) -> why the emulator cannot answer as the sample does.
NOT_THERE = {
    ("createDatasourceAgent", "datasource_agents/relationships/datasources/data"): "a new agent is used by nothing yet",
    **{
        ("createDashboard", f"dashboards/{place}"): _NEW
        for place in (
            "attributes/default_parameters",
            "attributes/layout",
            *(
                f"relationships/{name}/data"
                for name in (
                    *("reports", "filters", "sql_snippets", "dashboard_groups"),
                    *("dashboard_sharing_links", "user", "user_groups"),
                )
            ),
        )
    },
    **{
        ("duplicateDashboard", f"dashboards/relationships/{name}/data"): _COPY
        for name in ("dashboard_groups", "dashboard_sharing_links", "user", "user_groups")
    },
    ("inviteUser", "users/relationships/invited_by_user/data"): "an API key is no user who could have invited",
    ("refreshReport", "refreshReport/execution_id"): "a UUID; the page has it as a number by a slip",
    ("refreshDropDownFilterOptions", "refreshDropDownFilterOptions/execution_id"): "the same slip",
}
#: Attributes that are null in every reply, and why.
ALWAYS_NULL = {
    f"dashboards/attributes/{name}": "thumbnails are of dashboards that somebody has opened; nobody opens any here"
    for name in ("thumbnail_image_url", "thumbnail_created_at")
}


@pytest.fixture(scope="module")
def samples() -> dict[str, Any]:
    """The samples of replies by operationId; where success has no body the page has an error."""
    operations = json.loads(INVENTORY.read_text(encoding="utf-8"))["operations"]
    return {operation["operationId"]: operation["samples"]["response"] for operation in operations}


def is_error(sample: Any) -> bool:
    return isinstance(sample, dict) and "errors" in sample


def bodies(replies: Replies, operation: str) -> list[Any]:
    return [reply.json() for reply in replies[operation] if reply.content]


def test_every_operation_answers_with_success(replies: Replies) -> None:
    assert {*replies} == {*OPERATIONS}
    assert len(replies) == 91


def test_every_reply_is_valid_under_the_spec(replies: Replies) -> None:
    registry = Registry().with_resource("urn:bundle", DRAFT202012.create_resource(BUNDLE))
    checked = 0
    for operation, answers in replies.items():
        for reply in answers:
            documented = OPERATIONS[operation]["responses"][str(reply.status_code)]
            media = reply.headers.get("content-type", "").partition(";")[0]
            assert bool(documented.get("content")) == bool(reply.content), operation
            if reply.content:
                schema = documented["content"][media]["schema"]
                inner = {"$defs": {"it": schema}, "$ref": "#/$defs/it"}
                judge = Draft202012Validator(_rooted(inner), registry=registry)
                assert [error.message for error in judge.iter_errors(reply.json())] == [], operation
                checked += 1
    assert checked > 120


def _rooted(schema: Any) -> Any:
    """The schema with its references leading into the bundle."""
    if isinstance(schema, dict):
        return {
            name: f"urn:bundle{value}" if name == "$ref" and value.startswith("#/components") else _rooted(value)
            for name, value in schema.items()
        }
    return [_rooted(value) for value in schema] if isinstance(schema, list) else schema


@needs_samples
def test_operations_without_a_body_on_the_page_answer_204(replies: Replies, samples: dict[str, Any]) -> None:
    silent = {operation for operation, sample in samples.items() if is_error(sample)}
    assert len(silent) == 23
    for operation in silent:
        assert {(reply.status_code, reply.content) for reply in replies[operation]} == {(204, b"")}, operation


@needs_samples
def test_replies_have_the_structure_of_the_samples(replies: Replies, samples: dict[str, Any]) -> None:
    found: dict[tuple[str, str], str] = {}
    held = 0
    for operation, sample in samples.items():
        if is_error(sample):
            continue
        held += 1
        shown = best([compared(sample, body, operation) for body in bodies(replies, operation)])
        found |= {(operation, place): said for place, said in shown.items() if said not in (THERE, NULL)}
    assert held == 68
    assert found.keys() - NOT_THERE.keys() == set(), {place: found[place] for place in found.keys() - NOT_THERE.keys()}
    assert NOT_THERE.keys() - found.keys() == set(), "it is there by now; take it off the list"


@needs_samples
def test_every_place_of_a_sample_has_a_value_in_some_reply(replies: Replies, samples: dict[str, Any]) -> None:
    everywhere = best(
        [
            compared(sample, body, operation)
            for operation, sample in samples.items()
            if not is_error(sample)
            for body in bodies(replies, operation)
        ]
    )
    slips = {place for operation, place in NOT_THERE if place.startswith(f"{operation}/")}
    lacking = {place for place, said in everywhere.items() if said != THERE}
    assert lacking == {*ALWAYS_NULL} | slips
    assert len(everywhere) > 400


@needs_samples
async def test_errors_have_the_structure_of_the_samples(cluvio: Cluvio, samples: dict[str, Any]) -> None:
    for operation, sample in samples.items():
        if not is_error(sample):
            continue
        path, method = next(
            (path, method)
            for path, item in BUNDLE["paths"].items()
            for method, value in item.items()
            if isinstance(value, dict) and value.get("operationId") == operation
        )
        reply = await cluvio.call(method.upper(), path.replace("{id}", "none"), json={"dashboard_group_ids": ["none"]})
        assert (reply.status_code >= 400, reply.headers["content-type"]) == (True, VND_API), operation
        assert {*compared(sample, reply.json(), operation).values()} == {THERE}, operation


@pytest.mark.parametrize(
    ("sample", "reply", "said"),
    [
        ({"a": 1}, {"a": 2.5}, {"": THERE, "/a": THERE}),
        ({"a": 1}, {}, {"": THERE, "/a": "missing"}),
        ({"a": 1}, {"a": True}, {"": THERE, "/a": "boolean for number"}),
        ({"a": "x"}, {"a": None}, {"": THERE, "/a": NULL}),
        ({"a": {}}, {"a": None}, {"": THERE, "/a": "null for object"}),
        ({"a": ["x"]}, {"a": []}, {"": THERE, "/a": "empty"}),
        ([{"a": 1}], [{}, {"a": 1}], {"": THERE, "/*": THERE, "/*/a": THERE}),
        ([{"a": 1}], [{"a": None}, {"a": 1}], {"": THERE, "/*": THERE, "/*/a": THERE}),
        (
            {"property1": {"a": 1}, "property2": {"a": 1}},
            {"x": {}, "y": {"a": 1}},
            {"": THERE, "/*": THERE, "/*/a": THERE},
        ),
        (
            [{"type": "t", "attributes": {"a": 1}}],
            [{"type": "t", "attributes": {"a": 1}}, {"type": "t", "attributes": {}}],
            {"": THERE, "/*": THERE, "t/type": THERE, "t/attributes": THERE, "t/attributes/a": "missing"},
        ),
        ({"type": "t", "attributes": {"a": 1}}, {"type": "t"}, {"": THERE, "t/type": THERE, "t/attributes": "missing"}),
    ],
)
def test_what_differs_from_a_sample_is_noticed(sample: Any, reply: Any, said: dict[str, str]) -> None:
    assert compared(sample, reply) == said
