"""The model DynamicFilterCondition."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode

_decode_dynamic_filter_id = _decode.union(_decode.integer, _decode.string)


@define(kw_only=True)
class DynamicFilterCondition:
    """A value for one filter of a dashboard.

    Attributes:
        dynamic_filter_id: Id of the filter, as in `dynamic_filters` of the dashboard; text on canvas
            dashboards.
        condition: What the filter shall let through.
    """

    dynamic_filter_id: int | str
    condition: DataModelingCondition
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            dynamic_filter_id=fields.required("dynamic_filter_id", _decode_dynamic_filter_id),
            condition=fields.required("condition", DataModelingCondition.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dynamic_filter_id": self.dynamic_filter_id,
            "condition": self.condition,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_modeling_condition import DataModelingCondition  # noqa: E402
