"""One operation as the templates need it: its arguments, its policy and how its replies are parsed, as source text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from openapi_python_client.parser.bodies import Body
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import PythonIdentifier, in_double_quote_literal, in_f_string_literal

from generator.client_document import FIELD_PREFIX, RawOperation, body_kind, is_json
from generator.client_text import docstring, section, sentence
from generator.client_types import Types, literal, raw_name

_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_RESERVED_ARGUMENTS = frozenset({"self", "cls", "parse", "request", "items", "body"})
_SAFE_INTEGER = 2**53 - 1  # what JSON readers keep exact: no limit that a caller need know
_BODY_TYPES = {"text": "str", "bytes": "bytes"}


@dataclass(frozen=True)
class Argument:
    """A parameter of a generated function."""

    name: str
    raw_name: str
    place: str
    type: str
    required: bool
    about: str
    prop: Property | None = None

    @property
    def declaration(self) -> str:
        return f"{self.name}: {self.type}" if self.required else f"{self.name}: {self.type} | Unset = UNSET"


class OperationView:
    """What templates ask of an operation. All text that it gives is Python source, safe to write as it is."""

    def __init__(self, operation: RawOperation, endpoint: Endpoint, types: Types) -> None:
        self.operation = operation
        self.endpoint = endpoint
        self.types = types
        self.id = operation.id
        self.module = str(PythonIdentifier(endpoint.name, FIELD_PREFIX))
        self.tag_module = tag_module(operation.tag)

    # Arguments

    @cached_property
    def arguments(self) -> list[Argument]:
        """Every argument of `request`, those of the path first."""
        found = [self._argument(place, prop) for place, prop in self.endpoint.iter_all_parameters()]
        if self.operation.body is not None:
            about = sentence(self.operation.body.get("description")) or "What to send."
            found.append(Argument("body", "body", "body", self.body_type, self.body_required, about))
        names = [argument.name for argument in found]
        if len(names) != len(set(names)):
            raise self.operation.fault(f"two arguments have one name ({', '.join(names)})", "Rename a parameter.")
        return found

    def _argument(self, place: str, prop: Property) -> Argument:
        name = raw_name(prop)
        raw = self.operation.parameters[(str(place), name)]
        told = sentence(raw.get("description")) or f"The parameter {name}."
        about = " ".join(filter(None, [told, _limits(raw["facts"])]))
        python_name = _argument_name(prop, name)
        return Argument(python_name, name, str(place), self.types.given(prop), bool(raw.get("required")), about, prop)

    @property
    def positional(self) -> list[Argument]:
        return [argument for argument in self.arguments if argument.place == "path"]

    @property
    def keywords(self) -> list[Argument]:
        return [argument for argument in self.arguments if argument.place != "path"]

    def signature(self, *leading: str, without: tuple[str, ...] = ()) -> str:
        """The parameter list of a function, e.g. `self, id: int, *, limit: int | Unset = UNSET`."""
        keywords = [argument.declaration for argument in self.keywords if argument.raw_name not in without]
        parts = [*leading, *(argument.declaration for argument in self.positional)]
        return ", ".join([*parts, "*", *keywords] if keywords else parts)

    def call(self, without: tuple[str, ...] = ()) -> str:
        """The arguments of a call of `request`, by the names of the signature."""
        kept = [argument.name for argument in self.keywords if argument.raw_name not in without]
        return ", ".join([*(argument.name for argument in self.positional), *(f"{name}={name}" for name in kept)])

    @property
    def path(self) -> str:
        """The path as an f-string literal that encodes its arguments."""
        by_name = {argument.raw_name: argument.name for argument in self.positional}
        parts = re.split(r"\{([^{}]+)\}", self.operation.path)
        code = ""
        for index, part in enumerate(parts):
            if index % 2:
                spans = self.operation.parameters[("path", part)].get("x-spans-segments")
                code += f"{{_encode.{'segments' if spans else 'path'}({literal(part)}, {by_name[part]})}}"
            else:
                code += in_f_string_literal(part)
        return f'f"{code}"' if self.positional else f'"{in_double_quote_literal(self.operation.path)}"'

    @property
    def query(self) -> list[str]:
        """One expression for each query parameter, giving its pairs."""
        return [self._query(argument) for argument in self.arguments if argument.place == "query"]

    def _query(self, argument: Argument) -> str:
        raw = self.operation.parameters[("query", argument.raw_name)]
        style = raw.get("style", "form")
        name, value = literal(argument.raw_name), argument.name
        if style == "deepObject":
            return f"_encode.deep_object({name}, {value})"
        if argument.prop is not None and _is(argument.prop, ModelProperty):
            return f"_encode.flat_object({name}, {value})"
        if argument.prop is not None and _is(argument.prop, ListProperty):
            if raw.get("explode", style == "form"):
                return f"_encode.repeated({name}, {value})"
            return f"_encode.joined({name}, {value}, {literal(_SEPARATORS[style])})"
        return f"_encode.single({name}, {value})"

    @property
    def headers(self) -> list[str]:
        """One expression for each header parameter, giving its pairs."""
        return [
            f"_encode.single({literal(argument.raw_name.lower())}, {argument.name})"
            for argument in self.arguments
            if argument.place == "header"
        ]

    @property
    def accept(self) -> str:
        """The value of the Accept header: the media types of the documented successes."""
        kinds = dict.fromkeys(kind for reply in self.operation.success.values() for kind in reply.get("content", {}))
        return literal(", ".join(kinds) or "*/*")

    # Body

    @cached_property
    def bodies(self) -> list[tuple[str, str, str]]:
        """Each way to send a body: its kind, the literal of its media type, and its Python type."""
        content = (self.operation.body or {}).get("content", {})
        parsed: dict[str, Body] = {body.content_type.get_untrusted_value(): body for body in self.endpoint.bodies}
        found: dict[str, tuple[str, str, str]] = {}
        for media_type in content:
            kind = body_kind(media_type)
            kind_type = self.types.given(parsed[media_type].prop) if media_type in parsed else _BODY_TYPES[kind]
            found.setdefault(kind, (kind, literal(media_type), kind_type))
        order = ["text", "bytes", "multipart", "form", "json"]
        return sorted(found.values(), key=lambda body: order.index(body[0]))

    @property
    def body_required(self) -> bool:
        return bool((self.operation.body or {}).get("required"))

    @property
    def body_type(self) -> str:
        names = dict.fromkeys(name for _, _, kind in self.bodies for name in kind.split(" | "))
        return " | ".join(names)

    @staticmethod
    def body_test(kind: str, kind_type: str) -> str:
        """The condition under which a body is sent in this way, where there are several."""
        return f"isinstance(body, {kind_type.split(' | ')[0]})" if kind != "json" else "not isinstance(body, Unset)"

    # Replies

    @property
    def reply_type(self) -> str:
        """The type that `parse` returns."""
        if self.operation.download:
            return "bytes"
        names = dict.fromkeys(name for status in self.operation.success for name in self._types_of(status))
        return " | ".join(sorted(names, key=lambda name: name == "None"))

    def _types_of(self, status: str) -> list[str]:
        content = self.operation.success[status].get("content", {})
        return [self._kind_type(status, kind) for kind in content] or ["None"]

    def _kind_type(self, status: str, media_type: str) -> str:
        if is_json(media_type):
            return self.types.output(self.reply_prop(status))
        return "str" if body_kind(media_type) == "text" else "bytes"

    def reply_prop(self, status: str) -> Property:
        """The parsed JSON reply of a status."""
        for response in self.endpoint.responses:
            if response.status_code.pattern == status:
                return response.prop
        raise self.operation.fault(f"the reply of status {status} was lost", "Simplify its schema.")

    @property
    def json_reply(self) -> Property | None:
        """The JSON reply of the first success that has one."""
        for status, reply in sorted(self.operation.success.items()):
            if any(is_json(kind) for kind in reply.get("content", {})):
                return self.reply_prop(status)
        return None

    @property
    def replies(self) -> list[tuple[str, list[str]]]:
        """Each documented success: its condition, and the statements that parse it."""
        if self.operation.download:
            return [("200 <= reply.status <= 299", ["return reply.content"])]
        order = sorted(self.operation.success, key=lambda status: (status.endswith("XX"), status))
        if self.operation.any_success:
            return self._by_body(order)
        return [(_condition(status), self._statements(status)) for status in order]

    def _by_body(self, order: list[str]) -> list[tuple[str, list[str]]]:
        """The same where any 2xx may come: with a body it is the success that has one."""
        success = "200 <= reply.status <= 299"
        with_body = [status for status in order if self.operation.success[status].get("content")]
        if with_body and len(order) > 1:
            return [(f"{success} and reply.content", self._statements(with_body[0])), (success, ["return None"])]
        return [(success, self._statements(order[0]))]

    def _statements(self, status: str) -> list[str]:
        kinds = list(self.operation.success[status].get("content", {}))
        if not kinds:
            return ["return None"]
        if len(kinds) == 1 and is_json(kinds[0]):
            return self._json(status)
        lines: list[str] = []
        fallback: list[str] = []
        for kind in kinds:
            name = kind.partition(";")[0].strip().lower()
            if is_json(kind):
                statements = [f"    {line}" for line in self._json(status)]
                lines += ["if _decode.is_json(reply.media_type):", *statements]
            elif name in ("application/octet-stream", "*/*"):
                fallback = ["return reply.content"]
            else:
                read = "_decode.text_body(reply)" if body_kind(kind) == "text" else "reply.content"
                lines += [f"if {_media_test(name, only=len(kinds) == 1)}:", f"    return {read}"]
        documented = ", ".join(literal(kind) for kind in kinds)
        return lines + (fallback or [f"raise _decode.unexpected_media_type(reply, {documented})"])

    def _json(self, status: str) -> list[str]:
        prop = self.reply_prop(status)
        code = f"_decode.json_body(reply, {self.types.decoder(prop)})"
        if isinstance(prop, UnionProperty):
            return [f"value: {self.types.output(prop)} = {code}", "return value"]
        return [f"return {code}"]

    @property
    def documented(self) -> str:
        """The documented successes as arguments of the error for another status."""
        return ", ".join(literal(status) for status in self.operation.success)

    # Policy and docstring

    @property
    def policy(self) -> list[str]:
        """The arguments of `Operation(...)`, each `name=literal`."""
        raw = self.operation.raw
        known: dict[str, Any] = {
            "id": self.id,
            "method": self.operation.method.upper(),
            "path": self.operation.path,
            "tag": self.operation.tag,
        }
        lines = [f"{name}={literal(value)}" for name, value in known.items()]
        lines.append(f"success={_statuses(list(self.operation.success))}")
        lines.append(f"retry={literal(raw.get('x-retry', 'unsafe'))}")
        lines.append(f"evidence={literal(raw.get('x-evidence', 'inferred'))}")
        if "x-rate-limit" in raw:
            lines.append(f"rate_limit={literal(raw['x-rate-limit']['level'])}")
        if raw.get("x-permissions"):
            lines.append(f"permissions={literal(raw['x-permissions'])}")
        if raw.get("x-any-permission"):
            lines.append(f"any_permission={literal(raw['x-any-permission'])}")
        if "x-pagination" in raw:
            lines.append(f"pagination=_wire.Pagination({_keywords(raw['x-pagination'])})")
        if "x-async-job" in raw:
            lines.append(f"job=_wire.AsyncJob({_keywords(raw['x-async-job'])})")
        if self.operation.download:
            lines.append("download=True")
        if self.operation.any_success:
            lines.append("any_success=True")
        if raw.get("x-server", "api") != "api":
            lines.append(f"server={literal(raw['x-server'])}")
        return lines

    @property
    def request_docstring(self) -> str:
        lines = [f"What to send for `{self.id}`, and how to read the reply."]
        lines += section("Args", [(argument.name, argument.about) for argument in self.arguments])
        faults = [("TypeError, ValueError", "An argument cannot be sent; the text names it.")] if self.arguments else []
        return docstring(lines + section("Raises", faults), 4)


def tag_module(tag: str) -> str:
    """The module and namespace of a tag; remarks in brackets are left out.

    >>> tag_module("Dashboard Widgets"), tag_module("User Attributes (Beta)")
    ('dashboard_widgets', 'user_attributes')
    """
    return str(PythonIdentifier(re.sub(r"\(.*?\)", "", tag).strip(), "tag_"))


def _argument_name(prop: Property, raw: str) -> str:
    """The Python name of a parameter: `page` for `_page`, `format_` where the name is taken."""
    name = str(PythonIdentifier(raw.lstrip("_"), FIELD_PREFIX) if raw.startswith("_") else prop.python_name)
    return f"{name}_" if name in _RESERVED_ARGUMENTS else name


def _is(prop: Property, kind: type[Any]) -> bool:
    if isinstance(prop, UnionProperty):
        return any(isinstance(inner, kind) for inner in prop.inner_properties)
    return isinstance(prop, kind)


def _limits(schema: dict[str, Any]) -> str:
    """What a schema says on the values of an argument, e.g. "From 1 to 100; the server's default is 20."."""
    told = []
    if "minimum" in schema and schema.get("maximum", _SAFE_INTEGER) < _SAFE_INTEGER:
        told.append(f"from {schema['minimum']} to {schema['maximum']}")
    if schema.get("enum"):
        told.append(f"one of {', '.join(str(value) for value in schema['enum'])}")
    if schema.get("default") is not None:
        told.append(f"the server's default is {schema['default']}")
    text = "; ".join(told)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _condition(status: str) -> str:
    if status.endswith("XX"):
        return f"{status[0]}00 <= reply.status <= {status[0]}99"
    return f"reply.status == {int(status)}"


def _media_test(name: str, *, only: bool) -> str:
    if name.endswith("/*"):
        return f"reply.media_type.startswith({literal(name[:-1])})"
    # Where one type is documented, a reply that names none is taken to be of it.
    return f'reply.media_type in ({literal(name)}, "")' if only else f"reply.media_type == {literal(name)}"


def _statuses(statuses: list[str]) -> str:
    ranges = [f"*range({status[0]}00, {int(status[0]) + 1}00)" for status in statuses if status.endswith("XX")]
    exact = [str(int(status)) for status in sorted(statuses) if not status.endswith("XX")]
    parts = [*exact, *ranges]
    return f"({', '.join(parts)})" if len(parts) > 1 else f"({parts[0]},)"


def _keywords(values: dict[str, Any]) -> str:
    return ", ".join(f"{name.replace('-', '_')}={literal(value)}" for name, value in values.items())
