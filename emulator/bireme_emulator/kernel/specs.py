"""Reading a bundle: where it lies, and the facts about each operation that the kernel works from."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .config import EmulatorError

__all__ = ["METHODS", "OperationSpec", "Parameter", "Specification", "bundle_path", "load_bundle"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def bundle_path(name: str) -> Path:
    """The path of an API's bundle among the client package's data, found without importing that package.

    Raises `EmulatorError` where the package or the bundle is missing.
    """
    found = importlib.util.find_spec("bireme")
    for folder in found.submodule_search_locations or () if found else ():
        path = Path(folder) / "specs" / f"{name}.json"
        if path.is_file():
            return path
    raise EmulatorError(
        f"the bundle of API {name!r} (bireme/specs/{name}.json) is not installed; "
        "install the package bireme again, or run `make generate` in a checkout"
    )


def load_bundle(name: str) -> dict[str, Any]:
    """The bundle of an API as a document, which is shared: whoever gets it changes nothing in it.

    Raises `EmulatorError` where it is missing or is not an OpenAPI document.
    """
    path = bundle_path(name)
    facts = path.stat()
    return _document_in(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=16)
def _document_in(path: Path, changed: int, size: int) -> dict[str, Any]:
    """The document in a file, read once for as long as it stays the same; nobody changes it."""
    try:
        document = json.loads(path.read_bytes())
    except ValueError as error:
        raise EmulatorError(f"{path} is not JSON ({error}); run `make generate`") from error
    if not isinstance(document, dict) or "paths" not in document:
        raise EmulatorError(f"{path} is not an OpenAPI document; run `make generate`")
    return document


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `pointer` is where its schema stands in the document.

    `required` is false for one that the body may bring as well (`x-also-in: body`): its handler looks in both places.
    `spans_segments` is true for one of a path that may have slashes inside (`x-spans-segments`).
    """

    name: str
    location: str
    required: bool
    schema: Mapping[str, Any]
    pointer: str
    spans_segments: bool = False


class OperationSpec:
    """One operation as the bundle states it. References are resolved one level deep wherever the kernel looks."""

    def __init__(self, api: str, path: str, method: str, raw: Mapping[str, Any], document: _Document) -> None:
        self.api = api
        self.path = path
        self.method = method.upper()
        self.raw = raw
        self.id = str(raw.get("operationId", ""))
        self.tag = str((raw.get("tags") or [""])[0])
        self.pointer = f"/paths/{escape(path)}/{method}"
        self._document = document
        limit = raw.get("x-rate-limit")
        self.rate_level: int | None = limit.get("level") if isinstance(limit, Mapping) else None
        self.permissions: frozenset[str] = frozenset(raw.get("x-permissions") or ())
        self.any_permissions: frozenset[str] = frozenset(raw.get("x-any-permission") or ())
        self.server = str(raw.get("x-server") or "api")
        self.download = bool(raw.get("x-download"))

    def __repr__(self) -> str:
        return f"OperationSpec({self.id!r}, {self.method} {self.path})"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, those of the path item included; the operation's own win."""
        found: dict[tuple[str, str], Parameter] = {}
        item = f"/paths/{escape(self.path)}"
        for base in (item, self.pointer):
            raw = self._document.at(base).get("parameters") or []
            for index in range(len(raw)):
                entry, pointer = self._document.resolve(f"{base}/parameters/{index}")
                schema, place = self._document.resolve(f"{pointer}/schema")
                required = bool(entry.get("required")) and entry.get("x-also-in") != "body"
                spans = bool(entry.get("x-spans-segments"))
                parameter = Parameter(entry["name"], entry["in"], required, schema, place, spans)
                found[parameter.location, parameter.name] = parameter
        return tuple(found.values())

    @cached_property
    def body(self) -> tuple[bool, dict[str, str]] | None:
        """Whether a body is required, and its media types with the pointers of their schemas; `None` without a body."""
        if "requestBody" not in self.raw:
            return None
        body, pointer = self._document.resolve(f"{self.pointer}/requestBody")
        return bool(body.get("required")), _schemas(body, pointer)

    @cached_property
    def responses(self) -> dict[str, ResponseSpec]:
        """The documented responses by status as the document writes it (`200`, `4XX`, `default`)."""
        found = {}
        for status in self.raw.get("responses") or {}:
            response, pointer = self._document.resolve(f"{self.pointer}/responses/{escape(str(status))}")
            headers = {}
            for name in response.get("headers") or {}:
                header, place = self._document.resolve(f"{pointer}/headers/{escape(name)}")
                headers[name.lower()] = (bool(header.get("required")), f"{place}/schema")
            found[str(status).upper()] = ResponseSpec(_schemas(response, pointer), headers)
        return found

    def response(self, status: int) -> ResponseSpec | None:
        """What the document says of a status: exactly, by range, or by default; `None` when it says nothing."""
        documented = self.responses
        return documented.get(str(status)) or documented.get(f"{status // 100}XX") or documented.get("DEFAULT")

    def schema_at(self, pointer: str) -> dict[str, Any]:
        """The schema at a pointer of the document, after following references."""
        return self._document.resolve(pointer)[0]

    def documented(self, *statuses: int) -> int:
        """The first of `statuses` that the document gives for this operation; the first of all when it gives none."""
        return next((status for status in statuses if self.response(status) is not None), statuses[0])


@dataclass(frozen=True, slots=True)
class ResponseSpec:
    """One response: pointers of the schemas by media type, and headers as (required, pointer of the schema)."""

    content: dict[str, str]
    headers: dict[str, tuple[bool, str]]


class Specification:
    """A whole bundle: its operations by id, in the document's order. Raises `EmulatorError` for a faulty document.

    `server` leaves out the operations of other servers than this one (`x-server`).
    """

    def __init__(self, api: str, document: dict[str, Any], server: str | None = None) -> None:
        self.api = api
        self.document = document
        source = _Document(api, document)
        self.operations: dict[str, OperationSpec] = {}
        for path, item in document.get("paths", {}).items():
            for method in METHODS:
                if method not in item:
                    continue
                operation = OperationSpec(api, path, method, item[method], source)
                if not operation.id or operation.id in self.operations:
                    raise EmulatorError(
                        f"{api}: {method.upper()} {path} has {'a second ' + operation.id if operation.id else 'no'} "
                        "operationId; give each operation one of its own"
                    )
                if server in (None, operation.server):
                    self.operations[operation.id] = operation

    def __iter__(self) -> Iterator[OperationSpec]:
        return iter(self.operations.values())


class _Document:
    """JSON pointers into one bundle; every `$ref` of a bundle points into itself."""

    def __init__(self, api: str, document: dict[str, Any]) -> None:
        self._api = api
        self._root = document

    def at(self, pointer: str) -> Any:
        node: Any = self._root
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            try:
                node = node[int(key)] if isinstance(node, list) else node[key]
            except (KeyError, IndexError, ValueError, TypeError) as error:
                raise EmulatorError(f"{self._api}: the bundle has nothing at {pointer}; run `make generate`") from error
        return node

    def resolve(self, pointer: str) -> tuple[dict[str, Any], str]:
        """The value at `pointer` and where it stands, after following references."""
        seen = set()
        while True:
            node = self.at(pointer)
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                return node, pointer
            if pointer in seen or not node["$ref"].startswith("#/"):
                raise EmulatorError(f"{self._api}: the reference {node['$ref']} at {pointer} leads nowhere")
            seen.add(pointer)
            pointer = node["$ref"][1:]


def escape(part: str) -> str:
    """A key as one part of a JSON pointer."""
    return part.replace("~", "~0").replace("/", "~1")


def _schemas(holder: Mapping[str, Any], pointer: str) -> dict[str, str]:
    content = holder.get("content") or {}
    return {media.partition(";")[0].strip().lower(): f"{pointer}/content/{escape(media)}/schema" for media in content}
