"""The model DataModelField."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_model_field_aggregation import DataModelFieldAggregation
from .data_model_field_syntax import DataModelFieldSyntax
from .data_model_field_transform import DataModelFieldTransform
from .data_model_field_type import DataModelFieldType

_decode_type_ = _decode.enumerated(DataModelFieldType)
_decode_syntax = _decode.enumerated(DataModelFieldSyntax)
_decode_aggregation_type = _decode.nullable(_decode.enumerated(DataModelFieldAggregation))
_decode_transform_type = _decode.nullable(_decode.enumerated(DataModelFieldTransform))


@define(kw_only=True)
class DataModelField:
    """A dimension, measure or parameter of a data model.

    Attributes:
        name: Name of the field in code.
        label: Name of the field for people.
        sql: How it is made, in the language that `syntax` names.
        type_: Type of its values.
        syntax: Language of the definition.
        aggregation_type: How a measure makes one value of many.
        transform_type: Unit that times are cut down to.
        custom_label: Name that replaces the label.
        field_format: How values are written.
        description: What the field is about.
        is_custom: Whether a person added it to the model.
        is_custom_measure: Whether it is a measure that a person added.
        primary_key: Whether its values tell rows apart.
        model: The data model that it belongs to.
    """

    name: str | Unset = UNSET
    label: str | Unset = UNSET
    sql: str | Unset = UNSET
    type_: DataModelFieldType | Unset = UNSET
    syntax: DataModelFieldSyntax | Unset = UNSET
    aggregation_type: DataModelFieldAggregation | None | Unset = UNSET
    transform_type: DataModelFieldTransform | None | Unset = UNSET
    custom_label: str | None | Unset = UNSET
    field_format: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    is_custom: bool | None | Unset = UNSET
    is_custom_measure: bool | None | Unset = UNSET
    primary_key: bool | None | Unset = UNSET
    model: ModelReference | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            label=v
            if (v := take("label", UNSET)) is UNSET or type(v) is str
            else fields.optional("label", _decode.string, v),
            sql=v
            if (v := take("sql", UNSET)) is UNSET or type(v) is str
            else fields.optional("sql", _decode.string, v),
            type_=fields.optional("type", _decode_type_),
            syntax=fields.optional("syntax", _decode_syntax),
            aggregation_type=fields.optional("aggregation_type", _decode_aggregation_type),
            transform_type=fields.optional("transform_type", _decode_transform_type),
            custom_label=v
            if (v := take("custom_label", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("custom_label", _decode.nullable(_decode.string), v),
            field_format=v
            if (v := take("field_format", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("field_format", _decode.nullable(_decode.string), v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            is_custom=v
            if (v := take("is_custom", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("is_custom", _decode.nullable(_decode.boolean), v),
            is_custom_measure=v
            if (v := take("is_custom_measure", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("is_custom_measure", _decode.nullable(_decode.boolean), v),
            primary_key=v
            if (v := take("primary_key", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("primary_key", _decode.nullable(_decode.boolean), v),
            model=fields.optional("model", _decode.nullable(ModelReference.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "label": self.label,
            "sql": self.sql,
            "type": self.type_,
            "syntax": self.syntax,
            "aggregation_type": self.aggregation_type,
            "transform_type": self.transform_type,
            "custom_label": self.custom_label,
            "field_format": self.field_format,
            "description": self.description,
            "is_custom": self.is_custom,
            "is_custom_measure": self.is_custom_measure,
            "primary_key": self.primary_key,
            "model": self.model,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .model_reference import ModelReference  # noqa: E402
