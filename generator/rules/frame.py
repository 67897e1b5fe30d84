"""The frame of the lint rules: what a rule is, what it sees, what it reports.

A rule is a function from a `Spec` to `Finding`s, registered with `@rule(...)`. Its file, one per family, is named in
`generator/rules/__init__.py`; its fixtures stand in `tests/unit/generator/fixtures/rules/<id>/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from generator.bundle import Bundle
from generator.errors import Location
from generator.shape import METHODS, Kind, Node, Pointer, find, parse_pointer, walk


class Finding(NamedTuple):
    """What a rule found, and where: a path in the bundle, or a place in a file that is no part of the bundle."""

    at: Pointer | Location
    what: str


class Rule(Protocol):
    """A lint rule. `remedy` is a sentence that tells the author of a spec what to do.

    `after` names a rule on which this one relies: where that one has findings, this one is not run.
    """

    @property
    def id(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def remedy(self) -> str: ...
    @property
    def after(self) -> str | None: ...
    def check(self, document: Spec) -> Iterable[Finding]: ...


@dataclass(frozen=True)
class FunctionRule:
    """A rule made of a function."""

    id: str
    family: str
    title: str
    remedy: str
    function: Callable[[Spec], Iterable[Finding]]
    after: str | None = None

    def check(self, document: Spec) -> Iterable[Finding]:
        return self.function(document)


def rule(
    identifier: str, *, title: str, remedy: str, after: str | None = None
) -> Callable[[Callable[[Spec], Iterable[Finding]]], FunctionRule]:
    """Make a rule of a function; its family is the name of the module that the function stands in."""

    def make(function: Callable[[Spec], Iterable[Finding]]) -> FunctionRule:
        return FunctionRule(identifier, function.__module__.rpartition(".")[2], title, remedy, function, after)

    return make


@dataclass(frozen=True)
class Operation:
    """One operation of a spec with its place; `parameters` and `responses` have their references followed."""

    path: str
    method: str
    pointer: Pointer
    value: dict[str, Any]
    parameters: tuple[Node, ...]
    responses: dict[str, Node]

    @property
    def id(self) -> str:
        return str(self.value.get("operationId") or f"{self.method} {self.path}")

    @property
    def tag(self) -> str:
        tags = self.value.get("tags")
        return str(tags[0]) if isinstance(tags, list) and tags else ""


class Spec:
    """A bundle as the rules look at it. Nothing here fails on an incomplete document."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.document = bundle.document

    @cached_property
    def nodes(self) -> list[Node]:
        return list(walk(self.document))

    def of(self, *kinds: Kind) -> Iterator[Node]:
        """Yield the objects of some kinds that are written out, not references to them."""
        return (node for node in self.nodes if node.kind in kinds and not self.is_reference(node.value))

    @cached_property
    def operations(self) -> list[Operation]:
        found = []
        for node in self.nodes:
            if node.kind == "path" and node.pointer[0] == "paths" and isinstance(node.value, dict):
                found += [
                    self._operation(node, method) for method in METHODS if isinstance(node.value.get(method), dict)
                ]
        return found

    @cached_property
    def by_id(self) -> dict[str, Operation]:
        return {operation.id: operation for operation in self.operations}

    def _operation(self, path: Node, method: str) -> Operation:
        pointer = (*path.pointer, method)
        value = path.value[method]
        parameters = [
            self.follow(Node("parameter", (*base, "parameters", index), item))
            for base, owner in ((path.pointer, path.value), (pointer, value))
            for index, item in enumerate(owner.get("parameters") or ())
        ]
        responses = {
            status: self.follow(Node("response", (*pointer, "responses", status), item))
            for status, item in (value.get("responses") or {}).items()
        }
        return Operation(str(path.pointer[-1]), method, pointer, value, tuple(parameters), responses)

    @staticmethod
    def is_reference(value: Any) -> bool:
        return isinstance(value, dict) and isinstance(value.get("$ref"), str)

    def follow(self, node: Node) -> Node:
        """Give what a node stands for when it is a reference (or a chain of them), else the node."""
        seen = set()
        while self.is_reference(node.value) and node.value["$ref"] not in seen:
            seen.add(node.value["$ref"])
            pointer = parse_pointer(node.value["$ref"])
            node = Node(node.kind, pointer, find(self.document, pointer))
        return node

    def content(self, owner: Node) -> dict[str, Node]:
        """Give the schemas of a response, request body or parameter by media type."""
        content = owner.value.get("content") if isinstance(owner.value, dict) else None
        return {
            media: Node("schema", (*owner.pointer, "content", media, "schema"), (item or {}).get("schema"))
            for media, item in (content or {}).items()
        }

    def success(self, operation: Operation) -> Node | None:
        """Give the JSON schema of the first success reply of an operation."""
        for status, response in sorted(operation.responses.items()):
            if status.startswith("2"):
                for media, schema in self.content(response).items():
                    if media.partition(";")[0].endswith("json") and schema.value is not None:
                        return self.follow(schema)
        return None

    def inside(self, schema: Node, path: Pointer) -> Node | None:
        """Find the schema of a field by its path in a reply, e.g. `("job", "id")`, through references and unions."""
        schema = self.follow(schema)
        if not path:
            return schema
        if not isinstance(schema.value, dict):
            return None
        head, rest = path[0], path[1:]
        fields = schema.value.get("properties") or {}
        if head in fields:
            return self.inside(Node("schema", (*schema.pointer, "properties", head), fields[head]), rest)
        if str(head).isdigit() and "items" in schema.value:
            return self.inside(Node("schema", (*schema.pointer, "items"), schema.value["items"]), rest)
        for union in ("allOf", "oneOf", "anyOf"):
            for index, member in enumerate(schema.value.get(union) or ()):
                found = self.inside(Node("schema", (*schema.pointer, union, index), member), path)
                if found is not None:
                    return found
        return None
