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
WORDS = 8

pytestmark = pytest.mark.skipif(
    not (SHARED / "tools" / "spec_coverage.py").is_file(), reason="the vendors' documents are not beside this checkout"
)


APIS = ("cluvio", "holistics", "holistics_v1")
INVENTORIES = {"cluvio": "cluvio", "holistics": "holistics-v2", "holistics_v1": "holistics-v1"}
PAGES = sorted((SHARED / "vendor-docs").glob("*.txt"))


def bundle(api: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((ROOT / "clients" / "bireme" / "specs" / f"{api}.json").read_text())
    return document


@pytest.mark.parametrize("api", APIS)
def test_the_spec_has_all_that_the_inventory_of_the_vendors_documents_has(api: str) -> None:
    ignored = ROOT / "specs" / api / "coverage-ignore.txt"
    command = [
        *(sys.executable, str(SHARED / "tools" / "spec_coverage.py"), "--json"),
        *("--inventory", str(SHARED / "reference" / f"{INVENTORIES[api]}.inventory.json")),
        *("--spec", str(ROOT / "clients" / "bireme" / "specs" / f"{api}.json")),
        *(("--ignore", str(ignored)) if ignored.is_file() else ()),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["summary"]["percent"] == 100
    assert found["summary"]["covered"] > 200
    # Beyond what is stated only our own names of operations differ, and those are missing whose path nobody knows.
    named = [each for each in found["findings"] if each["kind"] != "operation-id" and each["reason"] is None]
    assert [each for each in named if (each["kind"], each["detail"]) != ("missing-operation", "None ?")] == []


def texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str) and key in ("description", "summary", "title", "x-source"):
        yield value


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1)}


def test_the_pages_of_all_vendors_are_there() -> None:
    names = [page.name for page in PAGES]
    assert sum(name.startswith("holistics-") for name in names) >= 3, names
    assert any(name.startswith("cluvio-") for name in names), names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("api", APIS)
def test_no_eight_words_in_a_row_are_the_vendors(api: str, page: Path) -> None:
    theirs = shingles(page.read_text(encoding="utf-8"))
    assert len(theirs) > 400
    copied = {" ".join(words) for text in texts(bundle(api)) for words in shingles(text) & theirs}
    assert copied == set()
