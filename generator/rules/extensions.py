"""Rules on our x- extensions: known, well formed, and present where clients and emulator read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from generator.rules.frame import Finding, Spec, rule
from generator.shape import Pointer

SCHEMA = Path(__file__).with_name("extensions.schema.json")


@cache
def _definitions() -> dict[str, Draft202012Validator]:
    """Give a validator for each extension that extensions.schema.json describes."""
    document = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return {
        name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": document["$defs"]})
        for name in document["$defs"]
        if name.startswith("x-")
    }


@rule(
    "extension-valid",
    title="Every x- key is known, and its value is as generator/rules/extensions.schema.json says",
    remedy="Correct the key or value, or describe the new extension in generator/rules/extensions.schema.json.",
)
def extension_valid(spec: Spec) -> Iterator[Finding]:
    for owner, key, value in _extensions(spec):
        at = (*owner, key)
        validator = _definitions().get(key)
        if validator is None:
            yield Finding(at, f"the extension {key} is not known")
            continue
        for error in validator.iter_errors(value):
            deepest = best_match([error]) or error
            yield Finding((*at, *deepest.absolute_path), f"{key}: {deepest.message}")


@rule(
    "evidence-present",
    title="Every operation has x-evidence and x-retry, and x-source stands beside every x-evidence",
    remedy="State what backs it (documented, public-reference, inferred) and where to read that.",
)
def evidence_present(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for key in ("x-evidence", "x-retry"):
            if key not in operation.value:
                yield Finding(operation.pointer, f"{operation.id} has no {key}")
    for owner, key, _ in _extensions(spec):
        if key == "x-evidence" and "x-source" not in _at(spec, owner):
            yield Finding((*owner, key), "x-evidence has no x-source beside it")


@rule(
    "status-evidence",
    title="x-status-evidence names only statuses that the operation has",
    remedy="Remove the status there, or document its reply.",
    after="extension-valid",
)
def status_evidence(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        for status in operation.value.get("x-status-evidence") or {}:
            if status not in operation.responses:
                at = (*operation.pointer, "x-status-evidence", status)
                yield Finding(at, f"{operation.id} has no reply with status {status}")


@rule(
    "capability-known",
    title="Every capability in x-permissions and x-any-permission is one that x-roles gives to a role",
    remedy="Correct its name, or give it to a role in x-roles.",
    after="extension-valid",
)
def capability_known(spec: Spec) -> Iterator[Finding]:
    roles = spec.document.get("x-roles")
    known = {name for capabilities in roles.values() for name in capabilities} if isinstance(roles, dict) else None
    for operation in spec.operations:
        for key in ("x-permissions", "x-any-permission"):
            for index, name in enumerate(operation.value.get(key) or ()):
                if known is not None and name not in known:
                    yield Finding((*operation.pointer, key, index), f"no role has the capability {name!r}")


def _extensions(spec: Spec) -> Iterator[tuple[Pointer, str, Any]]:
    """Yield every x- key with its owner's path: of all described objects, and of the root's servers, info and tags."""
    for node in spec.nodes:
        if isinstance(node.value, dict) and node.kind not in ("paths", "example", "value"):
            yield from ((node.pointer, key, value) for key, value in node.value.items() if key.startswith("x-"))
    info = spec.document.get("info")
    plain: list[tuple[Pointer, Any]] = [(("info",), info)]
    for section in ("servers", "tags"):
        plain += [((section, index), item) for index, item in enumerate(spec.document.get(section) or ())]
    for pointer, item in plain:
        if isinstance(item, dict):
            yield from ((pointer, key, value) for key, value in item.items() if key.startswith("x-"))


def _at(spec: Spec, pointer: Pointer) -> Any:
    value: Any = spec.document
    for part in pointer:
        value = value[part]
    return value
