"""The shape of an OpenAPI 3.1 document: which kind of object stands at which path.

One table, read by the bundler (to know into which section of `components` a file belongs) and by the lint rules (to
visit every operation, parameter, schema and so on, with its place).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Kind = Literal[
    "openapi", "paths", "path", "operation", "parameter", "header", "requestBody", "response", "mediaType", "encoding",
    "schema", "example", "link", "callback", "securityScheme", "components", "value",
]  # fmt: skip
How = Literal["one", "list", "map"]
Pointer = tuple[str | int, ...]

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

#: Sections of `components` and the kind of object that each holds.
SECTIONS: Final[Mapping[str, Kind]] = {
    "schemas": "schema",
    "responses": "response",
    "parameters": "parameter",
    "examples": "example",
    "requestBodies": "requestBody",
    "headers": "header",
    "securitySchemes": "securityScheme",
    "links": "link",
    "callbacks": "callback",
}
SECTION_OF: Final[Mapping[Kind, str]] = {kind: section for section, kind in SECTIONS.items()}

_ARGUMENT: Final[Mapping[str, tuple[How, Kind]]] = {
    "schema": ("one", "schema"),
    "examples": ("map", "example"),
    "content": ("map", "mediaType"),
}
_CHILDREN: Final[Mapping[Kind, Mapping[str, tuple[How, Kind]]]] = {
    "openapi": {"paths": ("one", "paths"), "webhooks": ("map", "path"), "components": ("one", "components")},
    "components": {section: ("map", kind) for section, kind in SECTIONS.items()} | {"pathItems": ("map", "path")},
    "path": {"parameters": ("list", "parameter"), **dict.fromkeys(METHODS, ("one", "operation"))},
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "requestBody"),
        "responses": ("map", "response"),
        "callbacks": ("map", "callback"),
    },
    "parameter": _ARGUMENT,
    "header": _ARGUMENT,
    "requestBody": {"content": ("map", "mediaType")},
    "response": {"headers": ("map", "header"), "content": ("map", "mediaType"), "links": ("map", "link")},
    "mediaType": {"schema": ("one", "schema"), "examples": ("map", "example"), "encoding": ("map", "encoding")},
    "encoding": {"headers": ("map", "header")},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "$defs", "dependentSchemas"), ("map", "schema")),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ("list", "schema")),
        **dict.fromkeys(
            ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
             "unevaluatedItems", "unevaluatedProperties"),
            ("one", "schema"),
        ),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a document: its kind, its path from the root of the document, and its value."""

    kind: Kind
    pointer: Pointer
    value: Any


def children(node: Node) -> Iterator[Node]:
    """Yield the objects directly below a node, in the order of the document."""
    if not isinstance(node.value, dict):
        return
    if node.kind in ("paths", "callback"):
        for key, value in node.value.items():
            if not key.startswith("x-"):
                yield Node("path", (*node.pointer, key), value)
        return
    table = _CHILDREN.get(node.kind, {})
    for key, value in node.value.items():
        how, kind = table.get(key, ("none", node.kind))
        if how == "one":
            yield Node(kind, (*node.pointer, key), value)
        elif how == "list" and isinstance(value, list):
            yield from (Node(kind, (*node.pointer, key, index), item) for index, item in enumerate(value))
        elif how == "map" and isinstance(value, dict):
            yield from (Node(kind, (*node.pointer, key, name), item) for name, item in value.items())


def walk(value: Any, kind: Kind = "openapi", pointer: Pointer = ()) -> Iterator[Node]:
    """Yield every object of a document, parents before children; references are not followed.

    >>> [node.kind for node in walk({"paths": {"/me": {"get": {}}}})]
    ['openapi', 'paths', 'path', 'operation']
    """
    stack = [Node(kind, pointer, value)]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(list(children(node))))


def kind_at(kind: Kind, path: Pointer) -> Kind:
    """Say what kind of object stands at `path` below an object of `kind`; "value" for plain data.

    >>> kind_at("operation", ("responses", "200", "content", "application/json", "schema", "items"))
    'schema'
    """
    rest = list(path)
    while rest:
        key = rest.pop(0)
        if kind in ("paths", "callback"):
            kind = "path"
            continue
        entry = _CHILDREN.get(kind, {}).get(str(key))
        if entry is None:
            return "value"
        how, kind = entry
        if how != "one":
            if not rest:
                return "value"
            rest.pop(0)
    return kind


def format_pointer(pointer: Pointer) -> str:
    """Write a path as a JSON pointer, e.g. `("paths", "/me")` as `/paths/~1me`."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)


def parse_pointer(text: str) -> tuple[str, ...]:
    """Read a JSON pointer, e.g. `/paths/~1me` or `#/paths/~1me`, as a path."""
    parts = text.removeprefix("#").split("/")[1:]
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def find(document: Any, pointer: Pointer) -> Any:
    """Give the value at a path. Raises KeyError, naming the path, where there is none."""
    value = document
    for part in pointer:
        try:
            value = value[int(part)] if isinstance(value, list) else value[part]
        except (KeyError, IndexError, ValueError, TypeError):
            raise KeyError(format_pointer(pointer)) from None
    return value
