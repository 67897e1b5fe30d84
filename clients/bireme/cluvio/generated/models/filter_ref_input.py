"""The model FilterRefInput."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .filter_ref_input_type import FilterRefInputType

_decode_type_ = _decode.enumerated(FilterRefInputType)


@define(kw_only=True)
class FilterRefInput:
    """Names a custom filter in a request.

    Attributes:
        id: Id of the object. The vendor does not mark it as required; nothing can be named without it.
        type_: Type of the object; may be left out.
    """

    id: str | Unset = UNSET
    type_: FilterRefInputType | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is str else fields.optional("id", _decode.string, v),
            type_=fields.optional("type", _decode_type_),
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
