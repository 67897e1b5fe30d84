"""Rules on what the client generator gets wrong, loses or refuses. Each was met with openapi-python-client 0.29.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.rules.frame import Finding, Spec, rule
from generator.shape import Node, kind_at

# Names that generated models use themselves, so that a field of that name would hide them.
_TAKEN = frozenset({"to_dict", "from_dict", "additional_properties"})
_BESIDE_REFERENCE = frozenset(
    {"$ref", "description", "summary", "title", "deprecated", "example", "examples", "default"}
)


@rule(
    "query-style",
    title="Query parameters are sent in the plain way: no deepObject, no explode: false",
    remedy="Declare keys like `window[from]` by their names; join lists in a string.",
)
def query_style(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        name = node.value.get("name")
        if node.value.get("style") == "deepObject":
            yield Finding((*node.pointer, "style"), f"the parameter {name!r} has the style deepObject")
        if node.value.get("explode") is False and node.value.get("in") == "query":
            yield Finding((*node.pointer, "explode"), f"the parameter {name!r} has explode: false")


@rule(
    "parameter-schema",
    title="Parameters have a schema, not content",
    remedy="Describe the parameter by `schema`; a JSON text in the query is a string.",
)
def parameter_schema(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("parameter"):
        if "content" in node.value:
            yield Finding((*node.pointer, "content"), f"the parameter {node.value.get('name')!r} has content")


@rule(
    "const-in-all-of",
    title="No const under allOf",
    remedy="Use an enum with that one value.",
)
def const_in_all_of(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        if isinstance(node.value, dict) and "const" in node.value and "allOf" in node.pointer:
            yield Finding((*node.pointer, "const"), "const under allOf makes a client that cannot be imported")


@rule(
    "boolean-schema",
    title="No schemas that are just true or false, except as additionalProperties",
    remedy="Write {} for anything; leave out what is forbidden.",
)
def boolean_schema(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        if isinstance(node.value, bool) and node.pointer[-1] not in ("additionalProperties", "unevaluatedProperties"):
            yield Finding(node.pointer, f"the schema is just {str(node.value).lower()}, and the document is refused")


@rule(
    "one-media-type",
    title="A success reply has one media type, unless it is a download",
    remedy="Make an operation of each form, or mark the operation as x-download.",
)
def one_media_type(spec: Spec) -> Iterator[Finding]:
    seen = set()
    for operation in spec.operations:
        # Errors are classified by their status before anything is parsed, and downloads are taken as bytes.
        for status, reply in {} if operation.value.get("x-download") else operation.responses.items():
            content = reply.value.get("content") or {} if isinstance(reply.value, dict) else {}
            if status[:1] not in "123" or len(content) < 2 or reply.pointer in seen:
                continue
            seen.add(reply.pointer)
            at = (*reply.pointer, "content")
            yield Finding(at, f"the reply has several media types, of which one is kept: {', '.join(content)}")


@rule(
    "text-body",
    title="No text/plain request bodies",
    remedy="Describe the body as application/octet-stream with format: binary.",
)
def text_body(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("requestBody"):
        for media in node.value.get("content") or {}:
            if media.partition(";")[0].strip() == "text/plain":
                yield Finding((*node.pointer, "content", media), "an operation with a text/plain body is not generated")


@rule(
    "nullable-enum",
    title="No enum lists null",
    remedy="Give the enum a file of its own, and use oneOf with it and type: 'null'.",
)
def nullable_enum(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        values = node.value.get("enum") if isinstance(node.value, dict) else None
        if isinstance(values, list) and None in values:
            yield Finding((*node.pointer, "enum"), "an enum that lists null makes three classes of one")


@rule(
    "names-distinct",
    title="No two properties, and no two values of an enum, have one name in code",
    remedy="Keep one of them, or name the values by x-enum-varnames.",
)
def names_distinct(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        if not isinstance(node.value, dict):
            continue
        yield from _collisions(node, "properties", [*(node.value.get("properties") or {})])
        if "x-enum-varnames" not in node.value:
            values = [value for value in node.value.get("enum") or () if isinstance(value, str)]
            yield from _collisions(node, "enum", values)


@rule(
    "property-name",
    title="No property has the name of a member that every generated model has",
    remedy="The name is the vendor's, so tell the maintainers of the generator: it needs another name in code.",
)
def property_name(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        fields = node.value.get("properties") if isinstance(node.value, dict) else None
        for name in fields or {}:
            if name in _TAKEN:
                yield Finding((*node.pointer, "properties", name), f"{name!r} is a member of every generated model")


@rule(
    "reference-alone",
    title="Beside a reference to a schema stand texts only",
    remedy="Put the reference and the constraint under allOf.",
)
def reference_alone(spec: Spec) -> Iterator[Finding]:
    for node in spec.nodes:
        if node.kind == "schema" and spec.is_reference(node.value):
            for key in node.value:
                if key not in _BESIDE_REFERENCE and not key.startswith("x-"):
                    yield Finding((*node.pointer, key), f"{key!r} beside a reference is lost")


@rule(
    "discriminator-tags",
    title="Every member of a discriminated union requires the tag and lists its one value as enum",
    remedy="Give each member the tag as a required property with `enum: [value]`; map by the names of schemas.",
)
def discriminator_tags(spec: Spec) -> Iterator[Finding]:
    for node in spec.of("schema"):
        discriminator = node.value.get("discriminator") if isinstance(node.value, dict) else None
        if not isinstance(discriminator, dict):
            continue
        tag = str(discriminator.get("propertyName"))
        for union in ("oneOf", "anyOf"):
            for index, member in enumerate(node.value.get(union) or ()):
                place = Node("schema", (*node.pointer, union, index), member)
                if not _has_tag(spec, spec.follow(place), tag):
                    yield Finding(place.pointer, f"this member does not require {tag!r} with one value as its enum")
        names = spec.document.get("components", {}).get("schemas", {})
        for value, name in (discriminator.get("mapping") or {}).items():
            if str(name).removeprefix("#/components/schemas/") not in names:
                yield Finding((*node.pointer, "discriminator", "mapping", value), f"there is no schema {name!r}")


def _has_tag(spec: Spec, member: Node, tag: str) -> bool:
    field = spec.inside(member, (tag,))
    values: Any = field.value.get("enum") if field is not None and isinstance(field.value, dict) else None
    required = member.value.get("required") if isinstance(member.value, dict) else None
    return isinstance(values, list) and len(values) == 1 and tag in (required or ())


def _collisions(node: Node, key: str, names: list[str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for index, name in enumerate(names):
        plain = re.sub(r"[^a-z0-9]", "", name.lower())
        if plain and plain in seen:
            part: str | int = name if kind_at("schema", (key, name)) == "schema" else index
            yield Finding((*node.pointer, key, part), f"{name!r} and {seen[plain]!r} become one name in code")
        seen.setdefault(plain, name)
