"""The model FilterRef."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode

from .filter_ref_type import FilterRefType

_decode_type_ = _decode.enumerated(FilterRefType)


@define(kw_only=True)
class FilterRef:
    """Refers to a custom filter.

    Attributes:
        id: Id of the object.
        type_: Type of the object.
    """

    id: str
    type_: FilterRefType
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is str else fields.required("id", _decode.string, v),
            type_=fields.required("type", _decode_type_),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "type": self.type_,
        }
