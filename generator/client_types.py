"""Python types and decoders of parsed properties, as source text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.properties.union import UnionProperty

from generator.client_document import Discriminator
from generator.errors import GenerationError

_PLAIN = {
    "AnyProperty": ("Any", "anything"),
    "BooleanProperty": ("bool", "boolean"),
    "IntProperty": ("int", "integer"),
    "FloatProperty": ("float", "number"),
    "StringProperty": ("str", "string"),
    "NoneProperty": ("None", "null"),
    "DateProperty": ("datetime.date", "date"),
    "DateTimeProperty": ("datetime.datetime", "date_time"),
    "UuidProperty": ("uuid.UUID", "uuid_"),
    "FileProperty": ("File", "file"),
}

#: Names that generated modules use themselves: a schema of the same name would hide them.
RESERVED_CLASSES = frozenset(
    {"Any", "AsyncIterator", "AsyncSender", "File", "Final", "Iterator", "Literal", "Mapping", "RawResponse", "Reply"}
    | {"Record", "Request", "Self", "Sender", "Sequence", "Unset"}
)


def raw_name(prop: Property) -> str:
    """The name of a property as JSON has it."""
    return str(prop.name.get_untrusted_value())


def literal(value: object) -> str:
    """A value of the spec as Python source: `repr` escapes whatever it holds."""
    if isinstance(value, list | tuple):
        inner = ", ".join(literal(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if value is None or isinstance(value, str | int | float | bool):
        return ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    raise TypeError(f"{type(value).__name__} has no literal")


@dataclass(frozen=True)
class Types:
    """Turns parsed properties into source text; knows the discriminators that the parser dropped."""

    discriminators: dict[frozenset[str], Discriminator]

    def output(self, prop: Property, *, optional: bool = False) -> str:
        """The type of a value that a reply holds, e.g. `list[Dashboard] | None`."""
        return self._type(prop, given=False) + (" | Unset" if optional else "")

    def given(self, prop: Property, *, optional: bool = False) -> str:
        """The type that a caller may give: any sequence for a list, plain text for an enum."""
        return self._type(prop, given=True) + (" | Unset" if optional else "")

    def _type(self, prop: Property, *, given: bool) -> str:
        if isinstance(prop, ListProperty):
            inner = self._type(prop.inner_property, given=given)
            return f"Sequence[{inner}]" if given else f"list[{inner}]"
        if isinstance(prop, UnionProperty):
            names = dict.fromkeys(self._type(inner, given=given) for inner in prop.inner_properties)
            return " | ".join(sorted(names, key=lambda name: name == "None"))
        if isinstance(prop, EnumProperty):
            return f"{prop.class_info.name} | {prop.value_type.__name__}" if given else prop.class_info.name
        if isinstance(prop, ModelProperty):
            return f"{prop.class_info.name} | Mapping[str, Any]" if given else prop.class_info.name
        if isinstance(prop, ConstProperty):
            return f"Literal[{literal(prop.value.raw_value)}]"
        return _PLAIN[type(prop).__name__][0]

    def decoder(self, prop: Property) -> str:
        """The expression that decodes a value, e.g. `_decode.array(Dashboard.from_dict)`."""
        if isinstance(prop, ListProperty):
            return f"_decode.array({self.decoder(prop.inner_property)})"
        if isinstance(prop, UnionProperty):
            return self._union(prop)
        if isinstance(prop, EnumProperty):
            return f"_decode.enumerated({prop.class_info.name})"
        if isinstance(prop, ModelProperty):
            return f"{prop.class_info.name}.from_dict"
        if isinstance(prop, ConstProperty):
            return f"_decode.constant({literal(prop.value.raw_value)})"
        return f"_decode.{_PLAIN[type(prop).__name__][1]}"

    def _union(self, prop: UnionProperty) -> str:
        members = [inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty)]
        if any(isinstance(inner, AnyProperty) for inner in members):
            return "_decode.anything"
        models = [inner for inner in members if isinstance(inner, ModelProperty)]
        others = [inner for inner in members if not isinstance(inner, ModelProperty)]
        # Text that is also a date or an enum value is better known as such: plain strings come last.
        others.sort(key=lambda inner: type(inner).__name__ == "StringProperty")
        code = self._members(models, others)
        return code if len(members) == len(prop.inner_properties) else f"_decode.nullable({code})"

    def _members(self, models: list[ModelProperty], others: list[Property]) -> str:
        rest = [self.decoder(inner) for inner in others]
        found = self._tag(models) if len(models) > 1 else None
        if found is None:
            codes = [self.decoder(inner) for inner in models] + rest
            return codes[0] if len(codes) == 1 else f"_decode.union({', '.join(codes)})"
        tag, members = found
        tagged = set(members.values())
        rest = [self.decoder(inner) for inner in models if self.decoder(inner) not in tagged] + rest
        table = "{" + ", ".join(f"{literal(value)}: {code}" for value, code in members.items()) + "}"
        return f"_decode.tagged({', '.join([literal(tag), table, *rest])})"

    def _tag(self, models: list[ModelProperty]) -> tuple[str, dict[Any, str]] | None:
        """The property that tells models apart, and the decoder for each of its values."""
        told = self.discriminators.get(frozenset(str(model.class_info.name) for model in models))
        if told is not None:
            by_name = {str(model.class_info.name): model for model in models}
            members = {value: self.decoder(by_name[name]) for value, name in told.mapping.items() if name in by_name}
            for name in sorted(set(by_name) - set(told.mapping.values())):
                for value in _values(by_name[name], told.tag) or [told.schemas[name]]:
                    members[value] = self.decoder(by_name[name])
            return told.tag, members
        for prop in models[0].required_properties or ():
            tags = [(model, _values(model, raw_name(prop))) for model in models]
            values = [value for _, known in tags for value in known]
            if sum(bool(known) for _, known in tags) > 1 and len(values) == len(set(values)):
                return raw_name(prop), {value: self.decoder(model) for model, known in tags for value in known}
        return None


def _values(model: ModelProperty, tag: str) -> list[Any]:
    """The values that a model states for its property `tag`; empty where it leaves them open."""
    return next((_listed(prop) for prop in model.required_properties or () if raw_name(prop) == tag), [])


def _listed(prop: Property) -> list[Any]:
    """The values that a property states; empty where it leaves them open."""
    if isinstance(prop, ConstProperty):
        return [prop.value.raw_value]
    if isinstance(prop, EnumProperty):
        return [value if prop.value_type is int else _unescape(str(value)) for value in prop.values.values()]
    return []


def single_value(prop: Property) -> Any:
    """The only value that a property can have, or `None`."""
    values = _listed(prop)
    return values[0] if len(values) == 1 else None


def _unescape(value: str) -> str:
    """Enum values come escaped for a double-quoted literal."""
    return str(json.loads(f'"{value}"'))


def nested(prop: Property) -> Iterator[Property]:
    """A property and all that its type is made of, without the insides of models."""
    yield prop
    if isinstance(prop, ListProperty):
        yield from nested(prop.inner_property)
    elif isinstance(prop, UnionProperty):
        for inner in prop.inner_properties:
            yield from nested(inner)


def imports(
    props: list[Property], prefix: str, only: type[ModelProperty] | type[EnumProperty] | None = None
) -> list[str]:
    """The import lines for the classes that properties name (or for those of one kind only), sorted."""
    lines = {
        f"from {prefix}{inner.class_info.module_name} import {inner.class_info.name}"
        for prop in props
        for inner in nested(prop)
        if isinstance(inner, only or ModelProperty | EnumProperty) and isinstance(inner, ModelProperty | EnumProperty)
    }
    return sorted(lines)


def check_class_names(names: list[str]) -> None:
    """Raise GenerationError where a schema is named like something that generated modules use."""
    for name in names:
        if name in RESERVED_CLASSES:
            raise GenerationError(
                f"the schema {name} has a name that generated code uses itself",
                rule="clients",
                remedy=f"Name it differently, e.g. Api{name}.",
            )
