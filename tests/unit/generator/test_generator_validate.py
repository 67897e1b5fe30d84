"""Validation of the bundle: all faults at once, each at its file and line, also those in files behind references."""

from __future__ import annotations

from typing import Any

import pytest

from generator.bundle import bundle
from generator.errors import GenerationError
from generator.load import load
from generator.validate import validate


def _faults(library: Any) -> list[str]:
    with pytest.raises(GenerationError) as caught:
        validate(bundle(load(library.spec)))
    assert all(problem.remedy for problem in caught.value.problems)
    return [str(problem).replace(f"{library.spec}/", "") for problem in caught.value.problems]


def test_a_sound_document_passes(library: Any) -> None:
    validate(bundle(load(library.spec)))


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "reason"),
    [
        ("paths/books.yaml", "in: query", "in: queri", "paths/books.yaml:17", "queri"),
        ("parameters/Id.yaml", "in: path", "in: pat", "parameters/Id.yaml:2", "pat"),
        ("paths/books_id.yaml", "books_get", "books_list", "paths/books_id.yaml:4", "books_list"),
        ("paths/jobs_id.yaml", "  - $ref: ../parameters/Id.yaml", "  []", "paths/jobs_id.yaml:3", "'id'"),
        ("schemas/Book.yaml", "type: integer", "type: intege", "schemas/Book.yaml:6", "intege"),
        ("schemas/Job.yaml", "type: integer", "type: integer\n    default: x", "schemas/Job.yaml:7", "'x'"),
        ("responses/Broken.yaml", "description: The", "summary: The", "responses/Broken.yaml:1", "description"),
        ("openapi.yaml", "name: Jobs", "name: Books", "openapi.yaml:13", "Books"),
    ],
)
def test_a_fault_is_told_at_the_line_where_it_stands(
    library: Any, file: str, old: str, new: str, place: str, reason: str
) -> None:
    library.replace(file, old, new)
    assert any(told.startswith(f"{place}: validate: ") and reason in told for told in _faults(library))


def test_a_repeated_parameter_is_told_where_it_is_repeated(library: Any) -> None:
    library.replace("paths/jobs_id.yaml", "Id.yaml", "Id.yaml\n  - $ref: ../parameters/Id.yaml")
    assert _faults(library)[0].startswith("paths/jobs_id.yaml:3: validate: Duplicate parameter 'id'")


def test_faults_of_several_files_are_told_at_once(library: Any) -> None:
    library.replace("paths/books.yaml", "in: query", "in: queri")
    library.replace("paths/books_id.yaml", "books_get", "books_list")
    library.replace("schemas/Book.yaml", "type: integer", "type: intege")
    told = "\n".join(_faults(library))
    assert "paths/books.yaml:17" in told
    assert "paths/books_id.yaml:4" in told
    assert "schemas/Book.yaml:6" in told


@pytest.mark.parametrize("version", ["3.0.3", "3.2.0", "2"])
def test_another_version_of_openapi_is_refused(library: Any, version: str) -> None:
    library.replace("openapi.yaml", "openapi: 3.1.0", f"openapi: '{version}'")
    assert f"openapi.yaml:2: validate: the document says openapi: '{version}'" in _faults(library)[0]


def test_a_document_that_the_validator_cannot_read_is_told_without_a_traceback(library: Any) -> None:
    library.write("openapi.yaml", "openapi: 3.1.0\ninfo: 5\npaths: {/a: {get: {parameters: 7}}}\n")
    told = _faults(library)
    assert any(line.startswith("openapi.yaml:2: validate: 5 is not of type") for line in told), told
    assert any("could not read on" in line for line in told), told
