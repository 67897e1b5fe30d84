"""The model UserAttributeEntry."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode

from .attribute_input_type import AttributeInputType
from .subject_type import SubjectType

_decode_input_type = _decode.enumerated(AttributeInputType)
_decode_subject_type = _decode.enumerated(SubjectType)


@define(kw_only=True)
class UserAttributeEntry:
    """What has been set for one attribute of one user or group.

    Attributes:
        user_attribute_id: Id of the attribute, a whole number.
        input_type: Where the values come from.
        subject_type: Whether it is about a user or a group.
        subject_id: Id of the user or the group, a whole number.
    """

    user_attribute_id: float
    input_type: AttributeInputType
    subject_type: SubjectType
    subject_id: float
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            user_attribute_id=v
            if type(v := take("user_attribute_id", UNSET)) is float
            else fields.required("user_attribute_id", _decode.number, v),
            input_type=fields.required("input_type", _decode_input_type),
            subject_type=fields.required("subject_type", _decode_subject_type),
            subject_id=v
            if type(v := take("subject_id", UNSET)) is float
            else fields.required("subject_id", _decode.number, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "user_attribute_id": self.user_attribute_id,
            "input_type": self.input_type,
            "subject_type": self.subject_type,
            "subject_id": self.subject_id,
        }
