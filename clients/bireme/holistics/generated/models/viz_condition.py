"""The model VizCondition."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .viz_aggregation import VizAggregation
from .viz_transformation import VizTransformation

_decode_aggregation = _decode.nullable(_decode.enumerated(VizAggregation))
_decode_transformation = _decode.nullable(_decode.enumerated(VizTransformation))


@define(kw_only=True)
class VizCondition:
    """A test on a field of the widget. The alert is sent when all its tests hold.

    Attributes:
        field_path: The field, one of those in `viz_setting.fields` of the widget's report.
        condition: What must be so.
        id: Id of the test.
        aggregation: How its values are made one before they are compared; null for none.
        transformation: What dates are cut to before they are compared; null for nothing.
    """

    field_path: FieldPath
    condition: DataModelingCondition
    id: int | Unset = UNSET
    aggregation: VizAggregation | None | Unset = UNSET
    transformation: VizTransformation | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            field_path=fields.required("field_path", FieldPath.from_dict),
            condition=fields.required("condition", DataModelingCondition.from_dict),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            aggregation=fields.optional("aggregation", _decode_aggregation),
            transformation=fields.optional("transformation", _decode_transformation),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "field_path": self.field_path,
            "condition": self.condition,
            "id": self.id,
            "aggregation": self.aggregation,
            "transformation": self.transformation,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_modeling_condition import DataModelingCondition  # noqa: E402
from .field_path import FieldPath  # noqa: E402
