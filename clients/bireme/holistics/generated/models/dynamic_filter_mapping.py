"""The model DynamicFilterMapping."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .dynamic_filter_mapping_viz_conditionable_type import DynamicFilterMappingVizConditionableType

_decode_viz_conditionable_id = _decode.union(_decode.integer, _decode.string)
_decode_viz_conditionable_type = _decode.enumerated(DynamicFilterMappingVizConditionableType)


@define(kw_only=True)
class DynamicFilterMapping:
    """A field of a widget that a filter acts on.

    Attributes:
        id: Id of the mapping.
        viz_conditionable_id: Id of the widget; text on canvas dashboards.
        viz_conditionable_type: Kind of object that the filter acts on.
        field_path: The field.
        aggregation: How the field is summed up before the filter looks at it; null if it is not.
        permissions: What the owner of the key may do with the mapping.
    """

    id: int | Unset = UNSET
    viz_conditionable_id: int | str | Unset = UNSET
    viz_conditionable_type: DynamicFilterMappingVizConditionableType | Unset = UNSET
    field_path: FieldPath | Unset = UNSET
    aggregation: str | None | Unset = UNSET
    permissions: DynamicFilterMappingPermissions | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            viz_conditionable_id=fields.optional("viz_conditionable_id", _decode_viz_conditionable_id),
            viz_conditionable_type=fields.optional("viz_conditionable_type", _decode_viz_conditionable_type),
            field_path=fields.optional("field_path", FieldPath.from_dict),
            aggregation=v
            if (v := take("aggregation", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("aggregation", _decode.nullable(_decode.string), v),
            permissions=fields.optional("permissions", DynamicFilterMappingPermissions.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "viz_conditionable_id": self.viz_conditionable_id,
            "viz_conditionable_type": self.viz_conditionable_type,
            "field_path": self.field_path,
            "aggregation": self.aggregation,
            "permissions": self.permissions,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dynamic_filter_mapping_permissions import DynamicFilterMappingPermissions  # noqa: E402
from .field_path import FieldPath  # noqa: E402
