"""Models and enums as the templates need them: fields, decoders and docstrings, as source text."""

from __future__ import annotations

from dataclasses import dataclass

from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from generator.client_text import docstring, prose, section, sentence
from generator.client_types import Types, imports, literal, raw_name

_RESERVED = frozenset(
    {"from_dict", "to_dict", "to_multipart", "additional_properties", "field", "define", "cls", "uuid"}
)
_PLAIN_TYPES = {
    "_decode.string": "str",
    "_decode.boolean": "bool",
    "_decode.integer": "int",
    "_decode.number": "float",
}


@dataclass(frozen=True)
class FieldView:
    """One field of a model."""

    name: str
    literal: str
    type: str
    decoder: str
    required: bool

    @property
    def declaration(self) -> str:
        declared = f"{self.name}: {self.type}" if self.required else f"{self.name}: {self.type} | Unset"
        if self.name == "password":  # which has no business in a repr, and so in a log
            return f"{declared} = field({'' if self.required else 'default=UNSET, '}repr=False)"
        return declared if self.required else f"{declared} = UNSET"

    @property
    def shared_decoder(self) -> str:
        """A line that makes the decoder once for all objects; empty where it is plain, or waits for other models."""
        made = "(" in self.decoder and ".from_dict" not in self.decoder and not self.plain_type
        return f"_decode_{self.name} = {self.decoder}" if made else ""

    @property
    def taken(self) -> str:
        """The expression that takes the field out of `fields`; values of plain types are let through at once."""
        take = "required" if self.required else "optional"
        if not self.plain_type:
            decoder = f"_decode_{self.name}" if self.shared_decoder else self.decoder
            return f"fields.{take}({self.literal}, {decoder})"
        value = f"v := take({self.literal}, UNSET)"
        tests = [f"type(v) is {self.plain_type}"]
        if self.decoder.startswith("_decode.nullable("):
            tests.insert(0, "v is None")
        if not self.required:
            tests.insert(0, "v is UNSET")
        tests[0] = tests[0].replace("v)", f"{value})", 1) if len(tests) == 1 else tests[0].replace("v", f"({value})", 1)
        return f"v if {' or '.join(tests)} else fields.{take}({self.literal}, {self.decoder}, v)"

    @property
    def plain_type(self) -> str:
        """The one Python type of a value as JSON has it, or an empty text."""
        return _PLAIN_TYPES.get(self.decoder.removeprefix("_decode.nullable(").removesuffix(")"), "")


class ModelView:
    """What the template of a model asks."""

    def __init__(self, model: ModelProperty, types: Types) -> None:
        self.model = model
        self.types = types
        self.props: list[Property] = [*(model.required_properties or ()), *(model.optional_properties or ())]
        self.fields = [self._field(prop) for prop in self.props]

    def _field(self, prop: Property) -> FieldView:
        name = field_name(prop)
        return FieldView(
            name, literal(raw_name(prop)), self.types.output(prop), self.types.decoder(prop), bool(prop.required)
        )

    @property
    def extra_type(self) -> str:
        extra = self.model.additional_properties
        return self.types.output(extra) if extra else "Any"

    @property
    def extra_decoder(self) -> str:
        # Members that a closed schema does not name are kept as well: a server may be newer than its spec.
        extra = self.model.additional_properties
        return self.types.decoder(extra) if extra else "_decode.anything"

    @property
    def _all(self) -> list[Property]:
        extra = self.model.additional_properties
        return [*self.props, extra] if extra else self.props

    @property
    def enum_imports(self) -> list[str]:
        return imports(self._all, ".", only=EnumProperty)

    @property
    def model_imports(self) -> list[str]:
        own = f"import {self.model.class_info.name}"
        lines = [line for line in imports(self._all, ".", only=ModelProperty) if not line.endswith(f" {own}")]
        return [f"{line}  # noqa: E402" for line in lines]

    @property
    def docstring_module(self) -> str:
        return docstring([f"The model {self.model.class_info.name}."])

    @property
    def docstring(self) -> str:
        description = self.model.description.get_untrusted_value() if self.model.description else ""
        lines = prose(description) or [f"{self.model.class_info.name}, an object of the API."]
        entries = [(field_name(prop), _about(prop)) for prop in self.props]
        return docstring(lines + section("Attributes", [entry for entry in entries if entry[1]]), 4)


def field_name(prop: Property) -> str:
    """The name of a property as an attribute of its model."""
    return f"{prop.python_name}_" if prop.python_name in _RESERVED else str(prop.python_name)


def _about(prop: Property) -> str:
    return sentence(prop.description.get_untrusted_value()) if prop.description else ""


def enum_docstring(enum: EnumProperty) -> str:
    """The docstring of an enum."""
    description = enum.description.get_untrusted_value() if enum.description else ""
    lines = prose(description) or ["Values that the spec lists."]
    return docstring([*lines, "", "A value that is not listed is kept: see `is_known`."], 4)
