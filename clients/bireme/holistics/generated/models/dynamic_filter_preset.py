"""The model DynamicFilterPreset."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_dynamic_filter_id = _decode.union(_decode.integer, _decode.string)


@define(kw_only=True)
class DynamicFilterPreset:
    """The value that one filter of the dashboard has in each run. Filters without a preset keep their
    default.

    Attributes:
        dynamic_filter_id: Id of the filter, as in `dynamic_filters` of the dashboard; text on canvas
            dashboards.
        preset_condition: What the filter shall let through.
        id: Id of the preset itself.
        public_hidden: Whether readers of a public link do not see the filter. It has no effect on what
            is sent.
    """

    dynamic_filter_id: int | str
    preset_condition: DataModelingCondition
    id: int | Unset = UNSET
    public_hidden: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            dynamic_filter_id=fields.required("dynamic_filter_id", _decode_dynamic_filter_id),
            preset_condition=fields.required("preset_condition", DataModelingCondition.from_dict),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            public_hidden=v
            if (v := take("public_hidden", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("public_hidden", _decode.nullable(_decode.boolean), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dynamic_filter_id": self.dynamic_filter_id,
            "preset_condition": self.preset_condition,
            "id": self.id,
            "public_hidden": self.public_hidden,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_modeling_condition import DataModelingCondition  # noqa: E402
