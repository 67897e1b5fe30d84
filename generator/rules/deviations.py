"""Rules on deviations.yaml, the record of where a spec departs from what the vendor publishes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.errors import Location
from generator.load import Document
from generator.rules.frame import Finding, Spec, rule
from generator.shape import find, parse_pointer

_FIELDS = ("pointer", "vendor_says", "we_say", "why", "evidence")
_EVIDENCE = ("documented", "public-reference", "inferred")


@rule(
    "deviation-stale",
    title="Every pointer in deviations.yaml leads to something in the bundle",
    remedy="Correct the pointer, or remove the entry if the departure is no more.",
)
def deviation_stale(spec: Spec) -> Iterator[Finding]:
    record = spec.bundle.files.deviations
    for index, entry in enumerate(_entries(record)):
        if record is None or not isinstance(entry, dict) or not isinstance(entry.get("pointer"), str):
            continue
        try:
            if not entry["pointer"].startswith("/"):
                raise KeyError(entry["pointer"])
            find(spec.document, parse_pointer(entry["pointer"]))
        except KeyError:
            yield Finding(record.locate((index, "pointer")), f"{entry['pointer']} leads nowhere in the bundle")


@rule(
    "deviation-complete",
    title="Every entry of deviations.yaml says what the vendor says, what we say, why, and on what evidence",
    remedy="Fill in pointer, vendor_says, we_say, why and evidence (documented, public-reference or inferred).",
)
def deviation_complete(spec: Spec) -> Iterator[Finding]:
    record = spec.bundle.files.deviations
    if record is None:
        return
    if not isinstance(record.data, list):
        yield Finding(Location(record.file, 1), "deviations.yaml is not a list of entries")
    for index, entry in enumerate(_entries(record)):
        missing = [field for field in _FIELDS if not (isinstance(entry, dict) and str(entry.get(field) or "").strip())]
        if missing:
            yield Finding(record.locate((index,)), f"the entry has no {', '.join(missing)}")
        elif entry["evidence"] not in _EVIDENCE:
            yield Finding(record.locate((index, "evidence")), f"{entry['evidence']!r} is no kind of evidence")


def _entries(record: Document | None) -> list[Any]:
    return record.data if record is not None and isinstance(record.data, list) else []
