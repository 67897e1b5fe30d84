"""The model DmFieldFilterSource."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .dm_field_filter_source_source_type import DmFieldFilterSourceSourceType

_decode_source_type = _decode.enumerated(DmFieldFilterSourceSourceType)


@define(kw_only=True)
class DmFieldFilterSource:
    """Values to choose from that a field of a data set holds.

    Attributes:
        source_type: Tells this kind of source from the other.
        data_set_id: Id of the data set.
        field_path: The field.
    """

    source_type: DmFieldFilterSourceSourceType
    data_set_id: int | Unset = UNSET
    field_path: FieldPath | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            source_type=fields.required("source_type", _decode_source_type),
            data_set_id=v
            if (v := take("data_set_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_set_id", _decode.integer, v),
            field_path=fields.optional("field_path", FieldPath.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "source_type": self.source_type,
            "data_set_id": self.data_set_id,
            "field_path": self.field_path,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .field_path import FieldPath  # noqa: E402
