"""The model FilterInput."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_selected_values = _decode.array(
    _decode.nullable(_decode.union(_decode.number, _decode.boolean, _decode.string))
)


@define(kw_only=True)
class FilterInput:
    """Values for one custom filter.

    Attributes:
        variable_name: Variable name of the filter.
        selected_values: Values to use; a single choice is a list of one.
    """

    variable_name: str | Unset = UNSET
    selected_values: list[str | float | bool | None] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            variable_name=v
            if (v := take("variable_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("variable_name", _decode.string, v),
            selected_values=fields.optional("selected_values", _decode_selected_values),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "variable_name": self.variable_name,
            "selected_values": self.selected_values,
        }
