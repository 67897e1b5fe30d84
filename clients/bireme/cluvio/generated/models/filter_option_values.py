"""The model FilterOptionValues."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_values = _decode.array(_decode.string)
_decode_value_names = _decode.array(_decode.string)
_decode_parent_values = _decode.array(_decode.string)


@define(kw_only=True)
class FilterOptionValues:
    """Options of a drop-down; the lists go together by position.

    Attributes:
        values: Values.
        value_names: Labels of the values.
        parent_values: Values of the parent filter that the options belong to. For static SQL drop-downs
            with a parent filter only.
    """

    values: list[str] | Unset = UNSET
    value_names: list[str] | Unset = UNSET
    parent_values: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            values=fields.optional("values", _decode_values),
            value_names=fields.optional("value_names", _decode_value_names),
            parent_values=fields.optional("parent_values", _decode_parent_values),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "values": self.values,
            "value_names": self.value_names,
            "parent_values": self.parent_values,
        }
