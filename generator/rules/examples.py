"""Rules on examples: they are there, and they are valid."""

from __future__ import annotations

from collections.abc import Iterator

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.rules.frame import Finding, Spec, rule
from generator.shape import Node, Pointer, format_pointer

_BASE = "urn:bundle"
_LONGEST = 200


@rule(
    "example-valid",
    title="Every example and default is valid under its schema",
    remedy="Correct the example, or the schema if the example is what the vendor sends.",
)
def example_valid(spec: Spec) -> Iterator[Finding]:
    registry = Registry().with_resource(_BASE, DRAFT202012.create_resource(spec.document))
    formats = Draft202012Validator.FORMAT_CHECKER
    seen: set[tuple[Pointer, Pointer]] = set()
    for schema, example in _samples(spec):
        if (schema, example.pointer) in seen:
            continue
        seen.add((schema, example.pointer))
        reference = {"$ref": f"{_BASE}#{format_pointer(schema)}"}
        for error in Draft202012Validator(reference, registry=registry, format_checker=formats).iter_errors(
            example.value
        ):
            deepest = best_match([error]) or error
            message = deepest.message if len(deepest.message) <= _LONGEST else deepest.message[:_LONGEST] + "…"
            at = (*example.pointer, *deepest.absolute_path)
            yield Finding(at, f"the example is not valid under its schema: {message}")


@rule(
    "example-present",
    title="Every JSON request body and every JSON success reply has an example",
    remedy="Add one under `examples`, with the ids of the demo workspace.",
)
def example_present(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        body = spec.follow(Node("requestBody", (*operation.pointer, "requestBody"), operation.value.get("requestBody")))
        good = [reply for status, reply in operation.responses.items() if status.startswith("2")]
        for owner in (body, *good):
            for media in spec.content(owner):
                value = owner.value["content"][media] or {}
                if media.partition(";")[0].endswith("json") and not (value.get("examples") or "example" in value):
                    what = "request body" if owner is body else "reply"
                    yield Finding((*owner.pointer, "content", media), f"the {what} of {operation.id} has no example")


def _samples(spec: Spec) -> Iterator[tuple[Pointer, Node]]:
    """Yield every example and default with the path of its schema."""
    for node in spec.of("mediaType", "parameter", "header"):
        if not isinstance(node.value, dict) or node.value.get("schema") is None:
            continue
        schema = (*node.pointer, "schema")
        if "example" in node.value:
            yield schema, Node("value", (*node.pointer, "example"), node.value["example"])
        for name, value in (node.value.get("examples") or {}).items():
            example = spec.follow(Node("example", (*node.pointer, "examples", name), value))
            if isinstance(example.value, dict) and "value" in example.value:
                yield schema, Node("value", (*example.pointer, "value"), example.value["value"])
    for node in spec.of("schema"):
        if isinstance(node.value, dict):
            for key in ("example", "default"):
                if key in node.value:
                    yield node.pointer, Node("value", (*node.pointer, key), node.value[key])
            for index, value in enumerate(node.value.get("examples") or ()):
                yield node.pointer, Node("value", (*node.pointer, "examples", index), value)
