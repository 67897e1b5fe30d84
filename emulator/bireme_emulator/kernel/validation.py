"""Checking requests and replies against the bundle, with validators that are compiled once per operation.

Values from paths, queries and headers arrive as text; each is first turned into the type that its schema asks for, and
left as text where it does not look like one, so that the schema can say what is wrong. Query parameters that the
document does not name are ignored, as web frameworks do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

import jsonschema_rs

from .specs import OperationSpec, Parameter, ResponseSpec, Specification

__all__ = ["Checks", "Invalid", "OperationChecks", "decode_json"]

Coerce: TypeAlias = Callable[[str], Any]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,299})\Z", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?\Z", re.ASCII)
_PRIVATE = re.compile("password|passphrase|secret|service_?key", re.IGNORECASE)
_MOST_LEVELS = 100
_EXACT = 2**53  # up to here a float has every integer
_LITERALS = {"true": True, "false": False}
_NOT_CHECKED = {"accept", "content-type", "authorization"}  # OpenAPI says: header parameters of these names are ignored


class Invalid(Exception):
    """A request that breaks the document: `where` is path, query, header, body or media_type."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(message)
        self.where = where
        self.message = message


class Checks:
    """All validators of one bundle, compiled on first use and kept."""

    def __init__(self, specification: Specification) -> None:
        self._uri = f"urn:bireme-emulator:{specification.api}"
        resources = [(self._uri, specification.document)]
        self._registry = jsonschema_rs.Registry(resources, draft=jsonschema_rs.Draft202012)
        self._compiled: dict[str, jsonschema_rs.Draft202012Validator] = {}

    def reference(self, pointer: str) -> dict[str, str]:
        """A schema that stands for the one at `pointer` of the bundle."""
        encoded = pointer.replace("%", "%25").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")
        return {"$ref": f"{self._uri}#{encoded}"}

    def compile(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        """A validator for a schema of our own making, whose references may point into the bundle."""
        return jsonschema_rs.Draft202012Validator(schema, registry=self._registry, validate_formats=True)

    def at(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        """The validator of the schema at `pointer`."""
        validator = self._compiled.get(pointer)
        if validator is None:
            validator = self._compiled[pointer] = self.compile(self.reference(pointer))
        return validator


class OperationChecks:
    """The checks of one operation; media types of bodies that are in `same_media` stand for one another."""

    def __init__(self, operation: OperationSpec, checks: Checks, same_media: frozenset[str] = frozenset()) -> None:
        self._operation = operation
        self._same_media = same_media
        self._checks = checks
        self.has_query = any(parameter.location == "query" for parameter in operation.parameters)
        self.has_headers = bool(self._header_parameters)
        self._replies: dict[int, _ReplyChecks] = {}

    @cached_property
    def _header_parameters(self) -> list[Parameter]:
        return [p for p in self._operation.parameters if p.location == "header" and p.name.lower() not in _NOT_CHECKED]

    @cached_property
    def _path(self) -> _Fields:
        return _Fields([p for p in self._operation.parameters if p.location == "path"], self._checks)

    @cached_property
    def _query(self) -> _Fields:
        return _Fields([p for p in self._operation.parameters if p.location == "query"], self._checks)

    @cached_property
    def _headers(self) -> _Fields:
        return _Fields(self._header_parameters, self._checks)

    def path(self, names: Sequence[str], texts: Sequence[str]) -> dict[str, Any]:
        """The path parameters as typed values. Raises `Invalid`."""
        coerce = self._path.coerce
        values = {name: coerce[name](text) for name, text in zip(names, texts, strict=True)}
        self._path.check(values, "path")
        return values

    def query(self, query_string: bytes) -> dict[str, Any]:
        """The query parameters that the document names, as typed values, defaults filled in. Raises `Invalid`."""
        fields = self._query
        if not query_string:
            values: dict[str, Any] = {}
        else:
            pairs = parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)
            values = fields.collect(pairs)
        fields.check(values, "query")
        return fields.defaults | values

    def headers(self, headers: Mapping[str, str]) -> None:
        """Check the header parameters. Raises `Invalid`."""
        fields = self._headers
        values = {name: fields.coerce[name](headers[name.lower()]) for name in fields.coerce if name.lower() in headers}
        fields.check(values, "header")

    def body(self, content: bytes, content_type: str | None) -> Any:
        """The JSON body as a value, `None` where there is none. Raises `Invalid`."""
        declared = self._operation.body
        if declared is None:
            return None
        required, schemas = declared
        if not content:
            if required:
                raise Invalid("body", "the request has no body, and this operation needs one")
            return None
        media = (content_type or "").partition(";")[0].strip().lower()
        pointer = schemas.get(media)
        if pointer is None and media in self._same_media:
            pointer = next((schemas[other] for other in schemas if other in self._same_media), None)
        if pointer is None:
            wanted = " or ".join(schemas)
            raise Invalid("media_type", f"the body is {media or 'without a Content-Type'}; send {wanted}")
        value = decode_json(content)
        validator = self._checks.at(pointer)
        if not validator.is_valid(value):
            raise Invalid("body", _explain(validator, value, "body"))
        return value

    def reply(self, status: int, headers: Mapping[str, str], body: Any) -> str | None:
        """What is wrong with a reply by the document, in words; `None` where it is as documented.

        `headers` have their names in lower case.
        """
        check = self._replies.get(status)
        if check is None:
            response = self._operation.response(status)
            if response is None:
                return f"status {status} is not documented"
            check = self._replies[status] = _ReplyChecks(response, self._operation, self._checks)
        return check.headers(headers) or check.body(headers, body)


class _ReplyChecks:
    """The checks of one documented response."""

    def __init__(self, response: ResponseSpec, operation: OperationSpec, checks: Checks) -> None:
        self._headers = [
            (name, required, _coercer(operation.schema_at(pointer)), checks.at(pointer))
            for name, (required, pointer) in response.headers.items()
        ]
        self._bodies = {media: checks.at(pointer) for media, pointer in response.content.items()}

    def headers(self, headers: Mapping[str, str]) -> str | None:
        for name, required, coerce, validator in self._headers:
            text = headers.get(name)
            if text is None:
                if required:
                    return f"the header {name} is missing"
                continue
            value = coerce(text)
            if not validator.is_valid(value):
                return _explain(validator, value, f"header {name}")
        return None

    def body(self, headers: Mapping[str, str], body: Any) -> str | None:
        if not self._bodies:
            return None if body is None else "the document gives this status no body"
        if body is None:
            return "the body is missing"
        media = headers.get("content-type", "application/json").partition(";")[0].strip().lower()
        validator = self._bodies.get(media)
        if validator is None:
            return f"the media type {media} is not documented"
        if isinstance(body, bytes):
            return None
        return None if validator.is_valid(body) else _explain(validator, body, "body")


class _Fields:
    """The parameters of one location, checked together as one object."""

    def __init__(self, parameters: Sequence[Parameter], checks: Checks) -> None:
        self.coerce: dict[str, Coerce] = {p.name: _coercer(p.schema) for p in parameters}
        self._items: dict[str, Coerce] = {
            p.name: _coercer(p.schema.get("items") or {}) for p in parameters if "array" in _types(p.schema)
        }
        # An object in the query has each member as a parameter of its own: whatever nothing else is named.
        self._rest = next((p.name for p in parameters if p.location == "query" and "object" in _types(p.schema)), None)
        if self._rest is not None:
            del self.coerce[self._rest]
        self.defaults = {p.name: p.schema["default"] for p in parameters if "default" in p.schema}
        schema = {
            "type": "object",
            "properties": {p.name: checks.reference(p.pointer) for p in parameters},
            "required": [p.name for p in parameters if p.required],
        }
        self._validator = checks.compile(schema)

    def collect(self, pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
        """Values by name from the pairs of a query; arrays come as repeated names."""
        values: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for name, text in pairs:
            if name in self._items:
                values.setdefault(name, []).append(self._items[name](text))
            elif name in values:
                raise Invalid("query", f"query parameter {name}: it is given more than once")
            elif name in self.coerce:
                values[name] = self.coerce[name](text)
            elif self._rest is not None:
                rest[name] = [*_listed(rest[name]), text] if name in rest else text
        return values if self._rest is None else {**values, self._rest: rest}

    def check(self, values: dict[str, Any], where: str) -> None:
        if not self._validator.is_valid(values):
            raise Invalid(where, _explain(self._validator, values, f"{where} parameter"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def decode_json(content: bytes) -> Any:
    """The value of a JSON text in UTF-8, strictly: no NaN, no lone surrogates; `7.0` is integer 7. Raises `Invalid`.

    >>> decode_json(b'{"id": 7.0, "share": 0.5}')
    {'id': 7, 'share': 0.5}
    """
    try:
        value = json.loads(content.decode("utf-8"), parse_float=_number, parse_constant=_no_constant)
        if b"\\u" in content:  # an escaped lone surrogate could be read but never stored or sent back
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise Invalid("body", f"the body is not UTF-8 (byte {error.start})") from error
    except UnicodeEncodeError as error:
        raise Invalid("body", "the body has half of a surrogate pair, which is no character") from error
    except json.JSONDecodeError as error:
        problem = f"{error.msg}, line {error.lineno} column {error.colno}"
        raise Invalid("body", f"the body is not JSON: {problem}") from error
    except (ValueError, RecursionError) as error:
        raise Invalid("body", "the body is not usable JSON: it has a number or a nesting beyond all bounds") from error
    if content.count(b"[") + content.count(b"{") > _MOST_LEVELS and _levels(value) > _MOST_LEVELS:
        raise Invalid("body", f"the body is not usable JSON: it has more than {_MOST_LEVELS} levels")
    return value


def _levels(value: Any) -> int:
    """How deep lists and objects of a value are nested. Whatever handles it later may be recursive; this is not."""
    levels, held = 0, [value]
    while held := [part for part in held if isinstance(part, list | dict)]:
        levels += 1
        held = [inner for part in held for inner in (part if isinstance(part, list) else part.values())]
    return levels


def _number(text: str) -> float | int:
    """A number with a point or an exponent. One without a fraction is an integer for JSON Schema, so it is one here."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) <= _EXACT else value


def _no_constant(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is no JSON value", "", 0)


def _types(schema: Mapping[str, Any]) -> set[str]:
    """The types a schema allows, as far as `type`, `anyOf`, `oneOf` and `enum` say it."""
    stated = schema.get("type")
    found = {stated} if isinstance(stated, str) else set(stated or ())
    for branch in [*(schema.get("anyOf") or ()), *(schema.get("oneOf") or ())]:
        found |= _types(branch)
    return found


def _coercer(schema: Mapping[str, Any]) -> Coerce:
    """How to turn text into a value of the types that the schema allows; text that fits none stays text."""
    types = _types(schema)
    if types <= {"string"}:
        return str
    if "array" in types:
        item = _coercer(schema.get("items") or {})
        return lambda text: [item(part) for part in text.split(",")]
    return lambda text: _coerce(text, types)


def _coerce(text: str, types: set[str]) -> Any:
    if "integer" in types and _INTEGER.match(text):
        return int(text)
    if "number" in types and _NUMBER.match(text):
        return float(text) if any(mark in text for mark in ".eE") else int(text)
    if "boolean" in types and text in _LITERALS:
        return _LITERALS[text]
    return text


def _explain(validator: jsonschema_rs.Draft202012Validator, value: Any, what: str) -> str:
    """The first fault of a value in words, with its place; never longer than a reader wants."""
    error = next(iter(validator.iter_errors(value)), None)
    if error is None:
        return f"{what} is not valid"
    place = "".join(f"/{part}" for part in error.instance_path)
    if _PRIVATE.search(f"{place} {error.message}"):
        return f"{what}{place}: the value is not of the type or form that the API asks for (it is not shown)"
    if what.endswith(" parameter") and error.instance_path:
        what, place = f"{what} {error.instance_path[0]}", "".join(f"/{part}" for part in error.instance_path[1:])
    message = error.message if len(error.message) <= 300 else f"{error.message[:200]} … {error.message[-90:]}"
    return f"{what}{place}: {message}"
