"""The facade of a generated client: one class per tag, whose methods send what the operation modules build."""

from __future__ import annotations

import json
import keyword
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.strings import ClassName

from generator.client_document import FIELD_PREFIX
from generator.client_operations import OperationView
from generator.client_text import docstring, prose, section, sentence
from generator.client_types import imports, literal, raw_name
from generator.errors import GenerationError
from generator.records import DocumentView
from generator.shape import parse_pointer

#: Cursor parameters that lead the other way: `iter` has no use for them.
_OPPOSITE = {"after": "before", "before": "after"}
_EXAMPLE_LENGTH = 160


@dataclass(frozen=True)
class Found:
    """A value inside a reply: the attribute path that leads to it, and its parsed property."""

    attributes: str
    prop: Property


class MethodView:
    """One method of a tag's classes, as source text."""

    def __init__(self, view: OperationView, api: str, document: DocumentView | None = None) -> None:
        self.view = view
        self.api = api
        self.document = document
        self.name = method_name(view)

    @property
    def iter_name(self) -> str:
        """`iter` beside `list`, `iter_<verb>` beside another verb."""
        return "iter" if self.name == "list" else f"iter_{self.name.removeprefix('list_')}"

    @cached_property
    def envelope(self) -> Found | None:
        """The only member of the reply, where `x-envelope` names one."""
        key = self.view.operation.raw.get("x-envelope")
        return self._find(f"/{key}", "x-envelope") if key else None

    @cached_property
    def items(self) -> Found | None:
        """The array of the page, where `x-pagination` names one."""
        paging = self.view.operation.raw.get("x-pagination")
        if not paging:
            return None
        found = self._find(paging["items"], "x-pagination")
        if not isinstance(found.prop, ListProperty):
            raise self.view.operation.fault(f"x-pagination: {paging['items']} is no array", "Name the page's array.")
        return found

    def _find(self, pointer: str, extension: str) -> Found:
        prop, attributes = self.view.json_reply, ""
        for key in parse_pointer(pointer):
            if not isinstance(prop, ModelProperty):
                break
            prop = next((one for one in prop.required_properties or () if raw_name(one) == key), None)
            attributes += f".{prop.python_name}" if prop is not None else ""
        if prop is None:
            raise self.view.operation.fault(
                f"{extension} points at {pointer}, which is no required member of the reply",
                "Name a member that the reply's schema requires.",
            )
        return Found(attributes, prop)

    @property
    def cursors(self) -> tuple[str, ...]:
        """The query parameters that paging fills in."""
        param = self.view.operation.raw["x-pagination"]["param"]
        return (param, _OPPOSITE.get(param, param))

    @property
    def returns(self) -> str:
        if self.document:
            return self.document.returns
        return self.view.types.output(self.envelope.prop) if self.envelope else self.view.reply_type

    @property
    def item_type(self) -> str:
        assert self.items is not None
        assert isinstance(self.items.prop, ListProperty)
        return self.view.types.output(self.items.prop.inner_property)

    def model_imports(self, prefix: str) -> list[str]:
        """The import lines of every class that a signature names; what a module does not use, ruff takes out."""
        view = self.view
        props = [argument.prop for argument in view.arguments if argument.prop is not None]
        props += [body.prop for body in view.endpoint.bodies]
        props += [response.prop for response in view.endpoint.responses]
        props += [found.prop for found in (self.envelope, self.items) if found]
        props += [one.prop for one in (self.document.attributes if self.document else ()) if one.prop is not None]
        return imports(props, prefix)

    @property
    def signature(self) -> str:
        """The parameter list of the method that returns the value."""
        return self._plain.signature if self._plain else self.view.signature("self")

    @property
    def _plain(self) -> DocumentView | None:
        """The document whose members are arguments in place of a body."""
        return self.document if self.document is not None and self.document.takes_document else None

    # Docstrings

    def docstring(self, *, awaited: bool = False) -> str:
        """The docstring of the method that returns the value."""
        raw = self.view.operation.raw
        lines = [self._summary]
        if raw.get("description"):
            lines += ["", *prose(raw["description"])]
        lines += section("Args", self._plain_arguments(self._plain) if self._plain else self._arguments(()))
        lines += section("Returns", [("", self._success_text())])
        lines += section("Raises", self._faults())
        call = self._plain_call(self._plain) if self._plain else self._call("", self.name)
        lines += ["", "Example:", f"    {'await ' if awaited else ''}{call}"]
        lines += section("Notes", [("", self._policy())])
        return docstring(lines, 8)

    def raw_docstring(self, *, awaited: bool = False) -> str:
        """The docstring of the method that returns the reply itself."""
        about = f"Status, headers and body as they came; `.parse()` gives {self.view.reply_type}."
        call = self._call("with_raw_response.", self.name)
        lines = [self._summary, *section("Args", self._arguments(())), *section("Returns", [("", about)])]
        return docstring([*lines, "", "Example:", f"    reply = {'await ' if awaited else ''}{call}"], 8)

    def iter_docstring(self, *, awaited: bool = False) -> str:
        """The docstring of the method that goes over all pages."""
        lines = [self._summary, "", f"Goes through every page; `{self.name}` gives one page and says what it holds."]
        lines += section("Args", self._arguments(self.cursors))
        lines += section("Yields", [("", "Each item; a page is asked for when the one before is used up.")])
        lines += section("Raises", self._faults())
        loop = f"{'async for' if awaited else 'for'} item in {self._call('', self.iter_name)}:"
        return docstring([*lines, "", "Example:", f"    {loop}", "        print(item)"], 8)

    @property
    def _summary(self) -> str:
        return sentence(self.view.operation.raw.get("summary")) or f"Call `{self.view.id}`."

    def _arguments(self, without: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(one.name, one.about) for one in self.view.arguments if one.raw_name not in without]

    def _plain_arguments(self, document: DocumentView) -> list[tuple[str, str]]:
        return [(one.name, one.about) for one in [*self.view.positional, *document.arguments]]

    def _plain_call(self, document: DocumentView) -> str:
        """The call with the attributes and ids of the first example of the body."""
        source: dict[str, Any] = next(iter((self.view.operation.body or {}).get("content", {}).values()), {})
        examples = [one["value"] for one in source.get("examples", {}).values() if "value" in one]
        first: dict[str, Any] = next(iter(examples), {})
        data = first.get("data", {})
        attributes, linked = data.get("attributes", {}), data.get("relationships", {})
        given = [self._sample(one.place, one.raw_name) for one in self.view.positional]
        given += [
            f"{one.name}={_python(attributes[one.raw_name])}"
            for one in document.attributes
            if one.raw_name in attributes
        ]
        for argument, _ in document.relationships:
            if argument.raw_name in linked:
                given.append(f"{argument.name}={_python(_ids(linked[argument.raw_name]['data']))}")
        call = f"{self.api[:1]}.{self.view.tag_module}.{self.name}"
        shown = ", ".join(given)
        return f"{call}({shown})" if len(shown) <= _EXAMPLE_LENGTH else f"{call}({', '.join(given[:3])}, ...)"

    def _success_text(self) -> str:
        texts = [sentence(reply.get("description")) for reply in self.view.operation.success.values()]
        if self.view.operation.download:
            return "The content of the file."
        return " ".join(dict.fromkeys(filter(None, texts))) or "What the server answered."

    def _faults(self) -> list[tuple[str, str]]:
        success = self.view.operation.success
        told = [status for status in self.view.operation.responses if status not in success and status != "default"]
        known = f"; documented statuses are {', '.join(told)}" if told else ""
        return [
            ("ApiError", f"The server refuses{known}."),
            ("DecodeError", "The reply is not what the spec says."),
        ]

    def _policy(self) -> str:
        raw = self.view.operation.raw
        parts = [f"{self.view.operation.method.upper()} {self.view.operation.path}."]
        if "x-rate-limit" in raw:
            parts.append(f"Rate limit level {raw['x-rate-limit']['level']}.")
        if raw.get("x-permissions"):
            parts.append(f"Needs the permission {', '.join(raw['x-permissions'])}.")
        if raw.get("x-any-permission"):
            parts.append(f"Needs one of the permissions {', '.join(raw['x-any-permission'])}.")
        if "x-evidence" in raw:
            source = f": {raw['x-source']}" if raw.get("x-source") else ""
            parts.append(sentence(f"Evidence: {raw['x-evidence']}{source}"))
        return " ".join(parts)

    def _call(self, raw: str, method: str) -> str:
        view = self.view
        given = [self._sample(one.place, one.raw_name) for one in view.positional]
        samples = [(one, self._sample(one.place, one.raw_name)) for one in view.keywords]
        given += [
            f"{one.name}={sample}"
            for one, sample in samples
            if one.required or (one.place == "body" and sample != "...")
        ]
        return f"{self.api[:1]}.{view.tag_module}.{raw}{method}({', '.join(given)})"

    def _sample(self, place: str, name: str) -> str:
        """An example value of an argument, from the spec where it gives one."""
        if place == "body":
            source: dict[str, Any] = next(iter((self.view.operation.body or {}).get("content", {}).values()), {})
        else:
            source = self.view.operation.parameters[(place, name)]
        schema = source.get("facts", {})
        named = [one["value"] for one in source.get("examples", {}).values() if "value" in one]
        for value in (source.get("example"), *named, schema.get("example"), *(schema.get("examples") or ())[:1]):
            if value not in (None, {}, []):
                code = _python(value)
                return code if len(code) <= _EXAMPLE_LENGTH else "..."
        if schema.get("enum"):
            return _python(schema["enum"][0])
        return {"integer": "1", "string": "'abc'"}.get(str(schema.get("type")), "...")


class TagView:
    """The classes of one tag."""

    def __init__(self, module: str, tag: str, about: str, methods: list[MethodView]) -> None:
        self.module = module
        self.tag = tag
        self.class_name = str(ClassName(module, FIELD_PREFIX))
        self.methods = methods
        self.about = about
        names = [method.name for method in methods] + [method.iter_name for method in methods if method.items]
        for name in names:
            if names.count(name) > 1 or name == "with_raw_response":
                raise GenerationError(
                    f"two methods of the tag {tag} would be called {name}",
                    rule="clients",
                    remedy="Change an operationId.",
                )

    def docstring(self, indent: int) -> str:
        return docstring(prose(sentence(self.about)) or [f"Operations of the tag {self.tag}."], indent)

    @property
    def model_imports(self) -> list[str]:
        return sorted({line for method in self.methods for line in method.model_imports("..models.")})

    @property
    def record_imports(self) -> list[str]:
        records = {method.document.record for method in self.methods if method.document}
        return sorted(f"from ..records.{one.module} import {one.class_name}" for one in records)

    def safe_types(self, code: str) -> str:
        """Type text for the inside of a class that has methods named like builtin types, e.g. `list`."""
        hidden = [name for name in ("list", "dict", "int", "str", "bool", "float", "bytes") if self._has(name)]
        for name in hidden:
            code = re.sub(rf"(?<![\w.]){name}\b(?!\s*[:=])", f"builtins.{name}", code)
        return code

    def _has(self, name: str) -> bool:
        return any(method.name == name for method in self.methods)


def method_name(view: OperationView) -> str:
    """The operationId without the tag's name: `dashboards_get` and `getDashboard` of the tag Dashboards are `get`."""
    name = view.id.removeprefix(f"{view.tag_module}_").replace(".", "_").replace("-", "_")
    if re.search("[A-Z]", name):
        name = _without_noun(re.sub("([A-Z])", r"_\1", name).lower(), view.tag_module)
    name = name.lower()
    if not name.isidentifier():
        name = view.module
    return f"{name}_" if keyword.iskeyword(name) else name


def _without_noun(name: str, tag: str) -> str:
    """A verb without the noun that the tag names already.

    >>> _without_noun("export_dashboard_pdf", "dashboards"), _without_noun("list_user_groups", "user_groups")
    ('export_pdf', 'list')
    """
    for noun in (tag, tag.removesuffix("s")):
        shorter = re.sub(rf"_{noun}(?=_|$)", "", name, count=1)
        if shorter != name:
            return shorter
    return name


def _ids(linked: Any) -> Any:
    """The id, or the ids, of what a relationship leads to."""
    if isinstance(linked, list):
        return [one["id"] for one in linked]
    return None if linked is None else linked["id"]


def _python(value: object) -> str:
    """An example as Python source; what Python cannot write as a literal is shown as JSON."""
    if isinstance(value, list):
        return "[" + ", ".join(_python(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {_python(item)}" for key, item in value.items()) + "}"
    try:
        return literal(value)
    except TypeError:
        return json.dumps(value, default=str)
