"""Bundling: names kept, one document, a way back to file and line, and a proof that nothing has changed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.bundle import Bundle, bundle
from generator.errors import GenerationError
from generator.load import load
from generator.prove import prove
from generator.shape import find


@pytest.fixture
def bundled(library: Any) -> Callable[[], Bundle]:
    return lambda: bundle(load(library.spec))


def test_shared_files_become_components_under_their_own_names(bundled: Callable[[], Bundle]) -> None:
    components = bundled().document["components"]
    assert {section: sorted(entries) for section, entries in components.items()} == {
        "schemas": ["Author", "Book", "BookPage", "BookReply", "Error", "Job", "JobReply"],
        "responses": ["Broken", "TooMany", "Unauthorized"],
        "parameters": ["Id"],
        "examples": ["Page"],
        "headers": ["RetryAfter"],
        "securitySchemes": ["Key"],
    }


def test_no_reference_leaves_the_bundle_and_each_leads_somewhere(bundled: Callable[[], Bundle]) -> None:
    document = bundled().document
    references = {line.split('"')[3] for line in bundled().text().splitlines() if '"$ref"' in line}
    assert references
    for reference in references:
        assert reference.startswith("#/components/")
        find(document, tuple(reference.split("/")[1:]))


def test_recursion_stays_a_reference(bundled: Callable[[], Bundle]) -> None:
    schemas = bundled().document["components"]["schemas"]
    assert schemas["Book"]["properties"]["author"] == {"$ref": "#/components/schemas/Author"}
    assert schemas["Author"]["properties"]["books"]["items"] == {"$ref": "#/components/schemas/Book"}


def test_path_items_and_example_data_are_put_in_place(bundled: Callable[[], Bundle]) -> None:
    operation = bundled().document["paths"]["/books"]["get"]
    assert operation["operationId"] == "books_list"
    examples = operation["responses"]["200"]["content"]["application/json"]["examples"]
    assert examples == {"page": {"$ref": "#/components/examples/Page"}, "bare": {"value": {"books": [], "next": None}}}


def test_every_place_leads_back_to_its_file_and_line(library: Any, bundled: Callable[[], Bundle]) -> None:
    def place(*pointer: str | int) -> tuple[str, int | None]:
        location = bundled().locate(pointer)
        return location.file.relative_to(library.spec).as_posix(), location.line

    assert place("components", "schemas", "Book", "properties", "title", "type") == ("schemas/Book.yaml", 9)
    assert place("paths", "/books", "get", "parameters", 0, "in") == ("paths/books.yaml", 17)
    assert place("paths", "/books/{id}", "parameters", 0) == ("paths/books_id.yaml", 2)
    assert place("info", "title") == ("openapi.yaml", 4)
    assert place("paths", "/nowhere", "get")[0] == "openapi.yaml"


def test_bundling_twice_gives_the_same_text(bundled: Callable[[], Bundle]) -> None:
    text = bundled().text()
    assert text == bundled().text()
    assert text.endswith("}\n")
    assert json.loads(text) == bundled().document


def test_a_component_of_the_entry_file_may_name_a_file(library: Any, bundled: Callable[[], Bundle]) -> None:
    library.replace("openapi.yaml", "components:\n", "components:\n  schemas:\n    Volume: {$ref: schemas/Book.yaml}\n")
    schemas = bundled().document["components"]["schemas"]
    assert schemas["Volume"]["description"] == "A book."
    assert "Book" not in schemas
    assert schemas["BookReply"]["properties"]["book"] == {"$ref": "#/components/schemas/Volume"}
    prove(bundled())


def test_a_part_of_a_file_becomes_a_component_by_its_last_name(library: Any, bundled: Callable[[], Bundle]) -> None:
    library.write("schemas/common.yaml", "Shelf:\n  type: object\n  description: A shelf.\n")
    library.replace("schemas/BookReply.yaml", "$ref: Book.yaml", "$ref: common.yaml#/Shelf")
    assert bundled().document["components"]["schemas"]["Shelf"]["description"] == "A shelf."
    prove(bundled())


def test_equal_files_of_one_name_become_one_component(library: Any, bundled: Callable[[], Bundle]) -> None:
    library.write("other/Error.yaml", (library.spec / "schemas" / "Error.yaml").read_text())
    library.replace("responses/Broken.yaml", "../schemas/Error.yaml", "../other/Error.yaml")
    document = bundled().document
    assert document["components"]["responses"]["Broken"] == document["components"]["responses"]["Broken"] | {
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    }
    prove(bundled())


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "reason"),
    [
        ("schemas/Book.yaml", "Author.yaml", "Autor.yaml", "schemas/Book.yaml:12", "there is no file"),
        ("schemas/Book.yaml", "Author.yaml", "Author.yaml#/x", "schemas/Book.yaml:12", "has no such entry"),
        ("schemas/Book.yaml", "Author.yaml", "http://a.example/b", "schemas/Book.yaml:12", "leaves this machine"),
        ("schemas/Book.yaml", "Author.yaml", "../responses/Broken.yaml", "schemas/Book.yaml:12", "used as schema"),
        ("openapi.yaml", "paths/books.yaml", "paths/books.yaml\n    summary: x", "openapi.yaml:19", "neighbours"),
        ("paths/books_id.yaml", "get:\n", "get:\n  $ref: books.yaml#/get\n", "paths/books_id.yaml:4", "in place of"),
    ],
)
def test_a_faulty_reference_is_told_with_file_and_line(
    library: Any, bundled: Callable[[], Bundle], file: str, old: str, new: str, place: str, reason: str
) -> None:
    library.replace(file, old, new)
    with pytest.raises(GenerationError) as caught:
        bundled()
    told = [str(problem) for problem in caught.value.problems if reason in problem.reason]
    assert told, str(caught.value)
    assert f"{place}: bundle: " in told[0]
    assert "Remedy: " in told[0]


def test_all_faulty_references_are_told_at_once(library: Any, bundled: Callable[[], Bundle]) -> None:
    library.replace("schemas/Book.yaml", "Author.yaml", "Autor.yaml")
    library.replace("responses/Broken.yaml", "Error.yaml", "Eror.yaml")
    with pytest.raises(GenerationError) as caught:
        bundled()
    assert len(caught.value.problems) == 2


def test_different_files_of_one_name_are_refused_and_both_are_named(
    library: Any, bundled: Callable[[], Bundle]
) -> None:
    library.write("other/Error.yaml", "type: object\ndescription: Another.\n")
    library.replace("responses/Broken.yaml", "../schemas/Error.yaml", "../other/Error.yaml")
    with pytest.raises(GenerationError, match=r"two different schemas are named 'Error'") as caught:
        bundled()
    assert "other/Error.yaml" in str(caught.value)
    assert "schemas/Error.yaml" in str(caught.value)


def test_a_path_file_that_contains_itself_is_refused(library: Any, bundled: Callable[[], Bundle]) -> None:
    library.write("paths/books.yaml", "$ref: books.yaml\n")
    with pytest.raises(GenerationError, match="contains itself"):
        bundled()


def test_prance_agrees_that_nothing_has_changed(bundled: Callable[[], Bundle]) -> None:
    prove(bundled())


@pytest.mark.parametrize(
    "pointer",
    [
        ("info", "description"),
        ("paths", "/books", "get", "summary"),
        ("paths", "/books", "get", "responses", "200", "content", "application/json", "examples", "bare", "value"),
        ("components", "schemas", "Author", "properties", "name", "type"),
        ("components", "schemas", "Book", "required", 1),
        ("components", "headers", "RetryAfter", "schema", "type"),
    ],
)
def test_the_proof_finds_a_change_anywhere_and_names_it(
    bundled: Callable[[], Bundle], pointer: tuple[str | int, ...]
) -> None:
    made = bundled()
    find(made.document, pointer[:-1])[pointer[-1]] = "something else"
    with pytest.raises(GenerationError, match="says something else than its sources at /") as caught:
        prove(made)
    assert caught.value.problems[0].location is not None


def test_the_proof_finds_a_reference_that_was_bent_within_a_cycle(bundled: Callable[[], Bundle]) -> None:
    made = bundled()
    made.document["components"]["schemas"]["Author"]["properties"]["books"]["items"]["$ref"] = (
        "#/components/schemas/Author"
    )
    with pytest.raises(GenerationError, match="says something else"):
        prove(made)


def test_the_proof_finds_what_has_been_lost(bundled: Callable[[], Bundle]) -> None:
    made = bundled()
    del made.document["paths"]["/jobs/{id}"]
    with pytest.raises(GenerationError, match="at /paths"):
        prove(made)


def test_a_bundle_is_not_changed_by_the_proof(bundled: Callable[[], Bundle]) -> None:
    made = bundled()
    before = made.text()
    assert dataclasses.replace(prove(made)).text() == before


def test_components_that_are_no_mapping_are_told(library: Any, bundled: Callable[[], Bundle]) -> None:
    library.write("openapi.yaml", "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas: [1]\n")
    with pytest.raises(GenerationError, match=r"openapi\.yaml:4: bundle: schemas is not a mapping"):
        bundled()
    library.write("openapi.yaml", "openapi: 3.1.0\npaths: {}\ncomponents: 5\n")
    with pytest.raises(GenerationError, match=r"openapi\.yaml:3: bundle: components is not a mapping"):
        bundled()
