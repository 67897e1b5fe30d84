"""The model UserInvitation."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_role import UserRole

_decode_emails = _decode.array(_decode.string)
_decode_role = _decode.enumerated(UserRole)
_decode_group_ids = _decode.array(_decode.integer)


@define(kw_only=True)
class UserInvitation:
    """Whom to invite, and what they may do.

    Attributes:
        emails: Addresses of the people to invite. None of them may be in the workspace already.
        role: Role that they get.
        allow_authentication_token: Whether they may use the API.
        enable_export_data: Whether they may export rows.
        group_ids: Ids of the groups that they are put into.
        message: A few words that go into every invitation.
    """

    emails: list[str]
    role: UserRole
    allow_authentication_token: bool | Unset = UNSET
    enable_export_data: bool | Unset = UNSET
    group_ids: list[int] | Unset = UNSET
    message: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            emails=fields.required("emails", _decode_emails),
            role=fields.required("role", _decode_role),
            allow_authentication_token=v
            if (v := take("allow_authentication_token", UNSET)) is UNSET or type(v) is bool
            else fields.optional("allow_authentication_token", _decode.boolean, v),
            enable_export_data=v
            if (v := take("enable_export_data", UNSET)) is UNSET or type(v) is bool
            else fields.optional("enable_export_data", _decode.boolean, v),
            group_ids=fields.optional("group_ids", _decode_group_ids),
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
            "emails": self.emails,
            "role": self.role,
            "allow_authentication_token": self.allow_authentication_token,
            "enable_export_data": self.enable_export_data,
            "group_ids": self.group_ids,
            "message": self.message,
        }
