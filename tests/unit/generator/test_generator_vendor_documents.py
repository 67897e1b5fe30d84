"""The specs state all that the vendors' documents state, and copy no sentence of theirs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
METHODS = {"get", "put", "post", "delete", "patch"}
WORDS = 8

pytestmark = pytest.mark.skipif(
    not (SHARED / "tools" / "spec_coverage.py").is_file(), reason="the vendors' documents are not beside this checkout"
)


def bundle(api: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((ROOT / "clients" / "bireme" / "specs" / f"{api}.json").read_text())
    return document


def operations(document: dict[str, Any]) -> set[str]:
    items = document["paths"].values()
    return {operation["operationId"] for item in items for method, operation in item.items() if method in METHODS}


def test_nothing_is_missing_in_the_operations_that_the_holistics_spec_has() -> None:
    done = subprocess.run(
        [
            sys.executable,
            str(SHARED / "tools" / "spec_coverage.py"),
            "--inventory",
            str(SHARED / "reference" / "holistics-v2.inventory.json"),
            "--spec",
            str(ROOT / "clients" / "bireme" / "specs" / "holistics.json"),
            "--json",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    ours = operations(bundle("holistics"))
    findings = [finding for finding in json.loads(done.stdout)["findings"] if finding["operationId"] in ours]
    assert findings == []


def texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str) and key in ("description", "summary"):
        yield value


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1)}


def test_no_eight_words_in_a_row_are_the_vendors() -> None:
    theirs = shingles((SHARED / "vendor-docs" / "holistics-api-v2.txt").read_text(encoding="utf-8"))
    copied = {" ".join(words) for text in texts(bundle("holistics")) for words in shingles(text) & theirs}
    assert copied == set()
