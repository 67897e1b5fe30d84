"""What the client generator reads of a bundle: its operations with their policy, and the document that the parser gets.

openapi-python-client drops much of an operation (extensions, parameter styles, every media type of a reply but the
first) and warns about media types that it does not know. So the templates read operations from here, in raw form, and
the parser gets a copy of the bundle with only what it is good at: schemas, parameters, JSON bodies and JSON replies.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from openapi_python_client.strings import ClassName

from generator.errors import GenerationError
from generator.shape import METHODS, find, parse_pointer

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
FIELD_PREFIX = "field_"
BodyKind = Literal["json", "form", "multipart", "text", "bytes"]


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON, e.g. `application/vnd.api+json`."""
    name = media_type.partition(";")[0].strip().lower()
    return name in ("application/json", "text/json") or name.endswith("+json")


def body_kind(media_type: str) -> BodyKind:
    """How a body of a media type is handled: as JSON, as a form, as text or as bytes."""
    name = media_type.partition(";")[0].strip().lower()
    if is_json(name):
        return "json"
    if name == FORM:
        return "form"
    if name == MULTIPART:
        return "multipart"
    return "text" if name.startswith("text/") else "bytes"


@dataclass(frozen=True)
class RawOperation:
    """An operation as the bundle has it, references to parameters, bodies and replies followed."""

    id: str
    method: str
    path: str
    tag: str
    raw: dict[str, Any]
    parameters: dict[tuple[str, str], dict[str, Any]]
    body: dict[str, Any] | None
    responses: dict[str, dict[str, Any]]

    @property
    def success(self) -> dict[str, dict[str, Any]]:
        """The documented replies with a status below 400, by status (or range, such as `2XX`)."""
        return {status: reply for status, reply in self.responses.items() if status[:1] in "123"}

    @property
    def any_success(self) -> bool:
        """Whether a status of success is only inferred: any 2xx may come instead, and the body tells what it is."""
        evidence = self.raw.get("x-status-evidence") or {}
        with_body = [status for status, reply in self.success.items() if reply.get("content")]
        plain = all(status[:1] == "2" for status in self.success) and len(with_body) < 2 and not self.download
        return plain and any(evidence.get(status) == "inferred" for status in self.success)

    @property
    def download(self) -> bool:
        return bool(self.raw.get("x-download"))

    def fault(self, reason: str, remedy: str) -> GenerationError:
        """A GenerationError that names this operation."""
        return GenerationError(
            f"{self.id} ({self.method.upper()} {self.path}): {reason}", rule="clients", remedy=remedy
        )


def resolve(bundle: dict[str, Any], value: Any) -> Any:
    """Follow a chain of references inside the bundle. Raises GenerationError where one leads nowhere or in a circle."""
    seen: set[str] = set()
    while isinstance(value, dict) and "$ref" in value:
        target = value["$ref"]
        if target in seen or not target.startswith("#/"):
            raise GenerationError(f"the reference {target} cannot be followed", remedy="Bundle the spec first.")
        seen.add(target)
        try:
            value = find(bundle, parse_pointer(target))
        except KeyError:
            raise GenerationError(f"the reference {target} leads nowhere", remedy="Add its target.") from None
    return value


def operations(bundle: dict[str, Any]) -> Iterator[RawOperation]:
    """Yield the operations of a bundle in the order of its paths.

    Raises:
        GenerationError: an operation lacks its operationId, or has something that no client can be made for.
    """
    for path, item in bundle.get("paths", {}).items():
        if "$ref" in item:
            raise GenerationError(f"the path {path} is a reference", rule="clients", remedy="Bundle the spec first.")
        for method in METHODS:
            if method in item:
                yield _operation(bundle, path, method, item)


def _operation(bundle: dict[str, Any], path: str, method: str, item: dict[str, Any]) -> RawOperation:
    raw = item[method]
    if not raw.get("operationId"):
        raise GenerationError(f"{method.upper()} {path} has no operationId", rule="clients", remedy="Give it one.")
    parameters: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in [*item.get("parameters", ()), *raw.get("parameters", ())]:
        parameter = _described(bundle, resolve(bundle, entry))
        parameters[(parameter["in"], parameter["name"])] = parameter
    body = resolve(bundle, raw["requestBody"]) if "requestBody" in raw else None
    if body is not None:
        body = {**body, "content": {name: _described(bundle, media) for name, media in body["content"].items()}}
    operation = RawOperation(
        id=raw["operationId"],
        method=method,
        path=path,
        tag=(raw.get("tags") or ["default"])[0],
        raw=raw,
        parameters=parameters,
        body=body,
        responses={str(status): resolve(bundle, reply) for status, reply in raw.get("responses", {}).items()},
    )
    _check(operation)
    return operation


def _described(bundle: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """A parameter or body with its examples and the head of its schema in place, for documentation."""
    examples = {name: resolve(bundle, example) for name, example in value.get("examples", {}).items()}
    return {**value, "examples": examples, "facts": resolve(bundle, value.get("schema", {}))}


def _check(operation: RawOperation) -> None:
    for (place, name), parameter in operation.parameters.items():
        if "content" in parameter:
            raise operation.fault(f"the parameter {name} has `content`", "Describe it with `schema`.")
        if place == "cookie":
            raise operation.fault(f"the parameter {name} is a cookie", "Send it as a header or in the query.")
    for status, reply in operation.success.items():
        schemas = [media.get("schema") for name, media in reply.get("content", {}).items() if is_json(name)]
        if any(schema != schemas[0] for schema in schemas[1:]):
            raise operation.fault(f"status {status} has two JSON media types that differ", "Keep one JSON schema.")
    if not operation.success:
        raise operation.fault("it documents no success", "Add the reply of a 2xx status.")


def parser_document(bundle: dict[str, Any], found: list[RawOperation]) -> dict[str, Any]:
    """A copy of the bundle for openapi-python-client: JSON replies of successes, bodies that have a model.

    The rest (errors, text, files) needs no parser: templates read it from the raw operation.
    """
    document = copy.deepcopy(bundle)
    for operation in found:
        raw = document["paths"][operation.path][operation.method]
        raw["responses"] = {status: _json_only(reply) for status, reply in operation.success.items()}
        raw.pop("requestBody", None)
        content = {
            media_type: {"schema": copy.deepcopy(media.get("schema", {}))}
            for media_type, media in (operation.body or {}).get("content", {}).items()
            if body_kind(media_type) in ("json", "form", "multipart")
        }
        if operation.body is not None and content:
            raw["requestBody"] = {**operation.body, "content": content}
    return document


def _json_only(reply: dict[str, Any]) -> dict[str, Any]:
    kept = {"description": reply.get("description", "")}
    for media_type, media in reply.get("content", {}).items():
        if is_json(media_type):
            schema = copy.deepcopy(media.get("schema", {}))
            if schema.get("type") == "object" and "title" not in schema:
                schema["title"] = "Reply"  # names the class after the operation: DashboardsGetReply
            return {**kept, "content": {"application/json": {"schema": schema}}}
    return kept


@dataclass(frozen=True)
class Discriminator:
    """What tells the members of a union apart: a property, its values by class, and the class of each schema name."""

    tag: str
    mapping: dict[str, str]
    schemas: dict[str, str]


def discriminators(bundle: dict[str, Any]) -> dict[frozenset[str], Discriminator]:
    """Every discriminator of a bundle, by the names of the classes that it chooses among.

    The parser forgets discriminators, but keeps the classes of a union, which are found again by their names.
    """
    found: dict[frozenset[str], Discriminator] = {}
    stack: list[Any] = [bundle]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        if not isinstance(value, dict):
            continue
        stack.extend(value.values())
        told = value.get("discriminator")
        if isinstance(told, dict) and isinstance(told.get("propertyName"), str):
            references = [one["$ref"] for key in ("oneOf", "anyOf") for one in value.get(key, ()) if "$ref" in one]
            schemas = {_class_name(reference): reference.rsplit("/", 1)[-1] for reference in references}
            mapping = {tag: _class_name(target) for tag, target in (told.get("mapping") or {}).items()}
            found[frozenset(schemas)] = Discriminator(told["propertyName"], mapping, schemas)
    return found


def _class_name(reference: str) -> str:
    return str(ClassName(reference.rsplit("/", 1)[-1], FIELD_PREFIX))
