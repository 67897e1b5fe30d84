"""Rules on schemas: their texts and names."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from generator.rules.frame import Finding, Spec, rule
from generator.shape import Node, Pointer

_IDENTIFIER = re.compile(r"^[A-Za-z_][A-Za-z0-9_]*$")
_SCHEMA_NAME = re.compile(r"^[A-Z][A-Za-z0-9]*$")


def _described(spec: Spec, node: Node) -> bool:
    if isinstance(node.value, dict) and str(node.value.get("description") or "").strip():
        return True
    return spec.is_reference(node.value) and _described(spec, spec.follow(node))


@rule(
    "schema-described",
    title="Every schema of components has a description and a name like DashboardWidget",
    remedy="Say in a sentence of your own what the object is; name the file like a class.",
)
def schema_described(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        if node.pointer[:2] == ("components", "schemas") and len(node.pointer) == 3:
            name = str(node.pointer[2])
            if not _described(spec, node):
                yield Finding(node.pointer, f"the schema {name} has no description")
            if not _SCHEMA_NAME.match(name):
                yield Finding(node.pointer, f"the schema {name} is not named like a class")


@rule(
    "property-described",
    title="Every property has a description, its own or that of the schema it refers to",
    remedy="Say in a sentence of your own what the field holds, with its unit.",
)
def property_described(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        fields = node.value.get("properties") if isinstance(node.value, dict) else None
        for name, value in () if _is_condition(node.pointer) else (fields or {}).items():
            pointer = (*node.pointer, "properties", name)
            if not _described(spec, Node("schema", pointer, value)):
                yield Finding(pointer, f"the property {name!r} has no description")


def _is_condition(pointer: Pointer) -> bool:
    """Say whether a schema only tests fields that are described elsewhere."""
    return any(part in ("if", "then", "else", "not") and before != "properties" for before, part in pairwise(pointer))


@rule(
    "required-exists",
    title="Every required property is one that the schema has",
    remedy="Correct the name under `required`, or add the property.",
)
def required_exists(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        if not isinstance(node.value, dict):
            continue
        for index, name in enumerate(node.value.get("required") or ()):
            # A member of an allOf may require what a neighbour describes.
            if "properties" in node.value and "allOf" not in node.pointer and spec.inside(node, (name,)) is None:
                yield Finding((*node.pointer, "required", index), f"{name!r} is required but not described")


@rule(
    "enum-names",
    title="An enum whose values are no identifiers has x-enum-varnames, one for each value",
    remedy="Add x-enum-varnames in the order of the values, in capitals.",
    after="extension-valid",
)
def enum_names(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        values = node.value.get("enum") if isinstance(node.value, dict) else None
        if not isinstance(values, list):
            continue
        names = node.value.get("x-enum-varnames")
        if names is not None:
            if len(names) != len(values):
                yield Finding((*node.pointer, "x-enum-varnames"), f"{len(names)} names for {len(values)} values")
            continue
        awkward = [value for value in values if value is not None and not _is_name(value)]
        if awkward:
            yield Finding((*node.pointer, "enum"), f"{awkward[0]!r} cannot be a name in code")


def _is_name(value: Any) -> bool:
    # Members are named in capitals, so "is" and "none" are fine; "None" in capitals is NONE as well.
    return isinstance(value, str) and bool(_IDENTIFIER.match(value)) and not keyword.iskeyword(value.upper())
