"""Rules on operations: their names, their texts, their tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.rules.frame import Finding, Spec, rule

_IDENTIFIER = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
_CAMEL_CASE = re.compile(r"^[a-z]+([A-Z][a-z0-9]*)+$")


def slug(tag: str) -> str:
    """Give the prefix that a tag's operations share: `Dashboard Widgets` -> `dashboard_widgets`."""
    return re.sub(r"[^a-z0-9]+", "_", tag.lower()).strip("_")


@rule(
    "operation-complete",
    title="Every operation has an operationId, one tag, a summary and a description",
    remedy="Add what is missing; the client's name, place and docstring are made of it.",
)
def operation_complete(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for key in ("operationId", "summary", "description"):
            if not str(operation.value.get(key) or "").strip():
                yield Finding(operation.pointer, f"{operation.id} has no {key}")
        tags = operation.value.get("tags") or []
        if len(tags) != 1:
            yield Finding((*operation.pointer, "tags"), f"{operation.id} has {len(tags)} tags, not one")


@rule(
    "operation-id",
    title="An operationId is the slug of its tag, an underscore and a verb, or all are in camel case",
    remedy="Name it like dashboard_widgets_submit_export for the tag Dashboard Widgets, or like submitWidgetExport.",
)
def operation_id(spec: Spec) -> Iterator[Finding]:
    named = [operation.value.get("operationId") for operation in spec.operations]
    if all(isinstance(name, str) and _CAMEL_CASE.match(name) for name in named):
        return
    for operation in spec.operations:
        identifier = operation.value.get("operationId")
        if not isinstance(identifier, str):
            continue
        at = (*operation.pointer, "operationId")
        prefix = slug(operation.tag) + "_"
        if not _IDENTIFIER.match(identifier):
            yield Finding(at, f"{identifier!r} is not written in lower case with underscores")
        elif operation.tag and not (identifier.startswith(prefix) and len(identifier) > len(prefix)):
            yield Finding(at, f"{identifier!r} does not begin with {prefix!r}")


@rule(
    "tag-declared",
    title="Every tag is declared at the root, with a description, and used",
    remedy="Keep the list `tags` of openapi.yaml and the tags of the operations in step.",
)
def tag_declared(spec: Spec) -> Iterator[Finding]:
    declared = {}
    for index, tag in enumerate(spec.document.get("tags") or ()):
        declared[tag.get("name")] = ("tags", index)
        if not str(tag.get("description") or "").strip():
            yield Finding(("tags", index), f"the tag {tag.get('name')!r} has no description")
    used = {operation.tag for operation in spec.operations}
    for name, at in declared.items():
        if name not in used:
            yield Finding(at, f"no operation has the tag {name!r}")
    for operation in spec.operations:
        if operation.tag and operation.tag not in declared:
            yield Finding((*operation.pointer, "tags"), f"the tag {operation.tag!r} is not declared")
