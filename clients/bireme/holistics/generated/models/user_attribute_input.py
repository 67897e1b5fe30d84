"""The model UserAttributeInput."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class UserAttributeInput:
    """A user attribute as it is to be.

    Attributes:
        name: Name by which filters and entries refer to the attribute.
        attribute_type: Type of the values, such as `string`, `number` or `boolean`.
        label: Name that people see.
        description: What the attribute is about.
    """

    name: str
    attribute_type: str
    label: str
    description: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            attribute_type=v
            if type(v := take("attribute_type", UNSET)) is str
            else fields.required("attribute_type", _decode.string, v),
            label=v if type(v := take("label", UNSET)) is str else fields.required("label", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or type(v) is str
            else fields.optional("description", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "attribute_type": self.attribute_type,
            "label": self.label,
            "description": self.description,
        }
