"""Step "validate": is the bundle a valid OpenAPI 3.1 document? openapi-spec-validator finds out, all faults at once.

It runs on the bundle because it does not look closely at files behind references. Some of its findings come without a
place, or with one relative to a schema; here they get one, and the source map leads back to file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.validation.exceptions import ParameterDuplicateError

from generator.bundle import Bundle
from generator.errors import GenerationError, Problem
from generator.shape import Node, Pointer, find, parse_pointer, walk

_LONGEST = 200
_AT_OPERATION = re.compile(r" for '(?P<method>\w+)' (?:operation )?in '(?P<path>[^']*)'")
_TAG = re.compile(r"^Duplicate tag name '(?P<tag>.*)'$")
_REMEDIES = (
    ("is not unique", "Give each operation an operationId of its own."),
    ("was not resolved", "Let the path template and the parameters with `in: path` name the same parameters."),
    ("Duplicate", "Remove one of the two."),
)


def validate(bundle: Bundle) -> Bundle:
    """Give the bundle back when it is valid OpenAPI 3.1. Raises GenerationError with all faults, by file and line."""
    version = bundle.document.get("openapi")
    if not (isinstance(version, str) and version.startswith("3.1.")):
        raise GenerationError(
            f"the document says openapi: {version!r}",
            file=bundle.files.entry.file,
            line=bundle.files.entry.locate(("openapi",)).line,
            rule="validate",
            remedy="Write it for OpenAPI 3.1, as `openapi: 3.1.0`.",
        )
    problems: list[Problem] = []
    try:
        for error in OpenAPIV31SpecValidator(bundle.document).iter_errors():
            problems += _problems(bundle, error)
    except Exception as error:  # the validator's walk trips over documents with certain faults
        reason = f"openapi-spec-validator could not read on: {type(error).__name__}: {_short(str(error))}"
        remedy = "Mend the other faults first; this one may be their consequence."
        problems.append(Problem(reason, bundle.locate(()), "validate", remedy))
    if problems:
        raise GenerationError.of(problems)
    return bundle


def _problems(bundle: Bundle, error: ValidationError) -> Iterator[Problem]:
    message = _short(error.message)
    remedy = next((text for part, text in _REMEDIES if part in message), "Correct it as OpenAPI 3.1 asks.")
    for pointer in _places(bundle.document, error) or [()]:
        yield Problem(message, bundle.locate(pointer), "validate", remedy)


def _places(document: dict[str, Any], error: ValidationError) -> list[Pointer]:
    """Find where a fault stands; several places where it cannot be told apart."""
    path = tuple(error.absolute_path)
    if path and path[0] in document:
        return [path]
    if path:
        return list(_in_schemas(document, path, error.instance))
    if isinstance(error, ParameterDuplicateError):
        return list(_repeated_parameters(document))
    if match := _AT_OPERATION.search(error.message):
        operation = ("paths", match["path"], match["method"])
        return [(*operation, "operationId") if "is not unique" in error.message else operation]
    if match := _TAG.match(error.message):
        tags = [("tags", index) for index, tag in enumerate(document["tags"]) if tag.get("name") == match["tag"]]
        return list(tags[1:])
    return [(*node.pointer, "default") for node in walk(document) if node.value is error.schema]


def _in_schemas(document: dict[str, Any], path: Pointer, instance: Any) -> Iterator[Pointer]:
    for node in walk(document):
        if node.kind == "schema":
            try:
                value = find(node.value, path)
            except KeyError:
                continue
            if value is instance or value == instance:
                yield (*node.pointer, *path)


def _repeated_parameters(document: dict[str, Any]) -> Iterator[Pointer]:
    def name(node: Node) -> tuple[Any, Any]:
        value = node.value
        if "$ref" in value:
            value = find(document, parse_pointer(value["$ref"]))
        return value.get("name"), value.get("in")

    seen: set[tuple[Pointer, tuple[Any, Any]]] = set()
    for node in walk(document):
        if node.kind == "parameter" and node.pointer[0] == "paths":
            key = (node.pointer[:-1], name(node))
            if key in seen:
                yield node.pointer
            seen.add(key)


def _short(message: str) -> str:
    """Give the first line of a message; of a long one its ends, for the fault is told at the end."""
    line = message.strip().splitlines()[0]
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 3]} … {line[-_LONGEST:]}"
