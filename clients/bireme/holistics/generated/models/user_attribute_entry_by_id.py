"""The model UserAttributeEntryById."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .attribute_input_type import AttributeInputType
from .subject_type import SubjectType

_decode_subject_type = _decode.enumerated(SubjectType)
_decode_input_type = _decode.enumerated(AttributeInputType)
_decode_values = _decode.array(_decode.string)


@define(kw_only=True)
class UserAttributeEntryById:
    """An entry to be saved, whose attribute is given by its id.

    Attributes:
        user_attribute_id: Id of the attribute.
        subject_type: Whether it is about a user or a group.
        subject_id: Id of the user or the group.
        input_type: Where the values come from.
        values: The values, for the input type `manual`.
    """

    user_attribute_id: int
    subject_type: SubjectType
    subject_id: float
    input_type: AttributeInputType | Unset = UNSET
    values: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            user_attribute_id=v
            if type(v := take("user_attribute_id", UNSET)) is int
            else fields.required("user_attribute_id", _decode.integer, v),
            subject_type=fields.required("subject_type", _decode_subject_type),
            subject_id=v
            if type(v := take("subject_id", UNSET)) is float
            else fields.required("subject_id", _decode.number, v),
            input_type=fields.optional("input_type", _decode_input_type),
            values=fields.optional("values", _decode_values),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "user_attribute_id": self.user_attribute_id,
            "subject_type": self.subject_type,
            "subject_id": self.subject_id,
            "input_type": self.input_type,
            "values": self.values,
        }
