"""Descriptions of generated models: what stands beside a reference is about the property."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.clients import generate_client

BOOK = {
    "type": "object",
    "description": "A book.",
    "required": ["shelf"],
    "properties": {
        "shelf": {"$ref": "#/components/schemas/Shelf", "description": "Where the book stands."},
        "state": {"$ref": "#/components/schemas/State", "description": "How worn the book is."},
        "former_shelf": {"$ref": "#/components/schemas/Shelf"},
    },
}
SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1"},
    "servers": [{"url": "https://books.example"}],
    "tags": [{"name": "Books", "description": "Books."}],
    "paths": {
        "/books": {
            "get": {
                "operationId": "books_get",
                "tags": ["Books"],
                "summary": "Read a book",
                "x-retry": "safe",
                "x-evidence": "documented",
                "x-source": "The page",
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Book"}}},
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Book": BOOK,
            "Shelf": {"type": "object", "description": "A board in a rack.", "properties": {"no": {"type": "integer"}}},
            "State": {"type": "string", "description": "States of paper.", "enum": ["fresh", "worn"]},
        }
    },
}


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    generate_client(SPEC, "books", tmp_path / "described_books")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module("described_books.models")
    for name in [name for name in sys.modules if name.startswith("described_books")]:
        del sys.modules[name]


def test_a_property_is_described_by_what_stands_beside_its_reference(models: Any) -> None:
    told = models.Book.__doc__
    assert "shelf: Where the book stands." in told
    assert "state: How worn the book is." in told
    assert "States of paper" not in told


def test_a_reference_alone_keeps_the_description_of_what_it_leads_to(models: Any) -> None:
    assert "former_shelf: A board in a rack." in models.Book.__doc__
    assert "States of paper." in models.State.__doc__
