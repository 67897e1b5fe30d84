"""Rules on the files of a spec."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Location
from generator.rules.frame import Finding, Spec, rule
from generator.shape import SECTIONS

_OTHER = ("deviations.yaml", "workflows.arazzo.yaml")


@rule(
    "file-used",
    title="Every file of a spec is part of it",
    remedy="Refer to the file, or remove it.",
)
def file_used(spec: Spec) -> Iterator[Finding]:
    files = spec.bundle.files
    for file in sorted(files.documents.keys() - spec.bundle.used):
        if not (file.parent == files.folder and file.name in _OTHER):
            yield Finding(Location(file, 1), "nothing refers to this file")


@rule(
    "component-used",
    title="Every entry of components is referred to",
    remedy="Refer to it, or remove it.",
)
def component_used(spec: Spec) -> Iterator[Finding]:
    used = {node.value["$ref"] for node in spec.nodes if spec.is_reference(node.value)}
    for section, entries in (spec.document.get("components") or {}).items():
        for name in entries if section in SECTIONS and section != "securitySchemes" else ():
            if f"#/components/{section}/{name}" not in used:
                yield Finding(("components", section, name), f"nothing refers to components.{section}.{name}")
