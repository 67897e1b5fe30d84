"""The model UserInvitation."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .invitation_role import InvitationRole

_decode_role = _decode.enumerated(InvitationRole)


@define(kw_only=True)
class UserInvitation:
    """Who is to be invited.

    Attributes:
        email: Email address to write to.
        role: What the person may do.
        name: Name of the person.
        message: A few words to go with the invitation.
    """

    email: str
    role: InvitationRole
    name: str | Unset = UNSET
    message: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            email=v if type(v := take("email", UNSET)) is str else fields.required("email", _decode.string, v),
            role=fields.required("role", _decode_role),
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            message=v
            if (v := take("message", UNSET)) is UNSET or type(v) is str
            else fields.optional("message", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "email": self.email,
            "role": self.role,
            "name": self.name,
            "message": self.message,
        }
