"""Rules on parameters, headers and request bodies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.frame import Finding, Spec, rule
from generator.shape import Node

_LARGEST = 2**53 - 1  # the largest integer that every reader of JSON keeps exact


@rule(
    "parameter-described",
    title="Every parameter, header and request body has a description",
    remedy="Say in a sentence of your own what it does; for a header, what it tells.",
)
def parameter_described(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter", "header", "requestBody"):
        if not str(node.value.get("description") or "").strip():
            name = node.value.get("name") or node.pointer[-1]
            yield Finding(node.pointer, f"{name!r} has no description")


@rule(
    "integer-bounded",
    title="Integers in a path have a minimum and a maximum that JSON keeps exact",
    remedy=f"Give it `minimum` (usually 1) and `maximum`, at most {_LARGEST}.",
)
def integer_bounded(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        if node.value.get("in") != "path":
            continue
        schema = spec.follow(Node("schema", (*node.pointer, "schema"), node.value.get("schema")))
        if not isinstance(schema.value, dict) or schema.value.get("type") != "integer":
            continue
        name = node.value.get("name")
        if "minimum" not in schema.value:
            yield Finding(schema.pointer, f"the path parameter {name!r} has no minimum")
        if not schema.value.get("maximum", _LARGEST + 1) <= _LARGEST:
            yield Finding(schema.pointer, f"the path parameter {name!r} has no maximum up to {_LARGEST}")
