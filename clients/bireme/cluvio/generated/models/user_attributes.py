"""The model UserAttributes."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_role import UserRole

_decode_role = _decode.enumerated(UserRole)
_decode_deactivated_at = _decode.nullable(_decode.date_time)
_decode_invitation_created_at = _decode.nullable(_decode.date_time)
_decode_invitation_accepted_at = _decode.nullable(_decode.date_time)


@define(kw_only=True)
class UserAttributes:
    """What is known of a user. Attributes that are not described here may come and go.

    Attributes:
        email: Address that the user signs in with.
        role: Role in the organization: `viewer`, `analyst` or `admin`.
        firstname: First name.
        lastname: Last name.
        otp_app_enabled: Whether logins need a code from an app. Only for keys with Manage Users.
        otp_phone_enabled: Whether logins need a code sent to a phone. Only for keys with Manage Users.
        created_at: When it was created.
        deactivated_at: When the user was shut out; missing or null while the user is active.
        invitation_created_at: When the user was invited.
        invitation_accepted_at: When the invitation was accepted.
    """

    email: str
    role: UserRole
    firstname: str | None | Unset = UNSET
    lastname: str | None | Unset = UNSET
    otp_app_enabled: bool | None | Unset = UNSET
    otp_phone_enabled: bool | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    deactivated_at: datetime.datetime | None | Unset = UNSET
    invitation_created_at: datetime.datetime | None | Unset = UNSET
    invitation_accepted_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            email=v if type(v := take("email", UNSET)) is str else fields.required("email", _decode.string, v),
            role=fields.required("role", _decode_role),
            firstname=v
            if (v := take("firstname", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("firstname", _decode.nullable(_decode.string), v),
            lastname=v
            if (v := take("lastname", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("lastname", _decode.nullable(_decode.string), v),
            otp_app_enabled=v
            if (v := take("otp_app_enabled", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("otp_app_enabled", _decode.nullable(_decode.boolean), v),
            otp_phone_enabled=v
            if (v := take("otp_phone_enabled", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("otp_phone_enabled", _decode.nullable(_decode.boolean), v),
            created_at=fields.optional("created_at", _decode.date_time),
            deactivated_at=fields.optional("deactivated_at", _decode_deactivated_at),
            invitation_created_at=fields.optional("invitation_created_at", _decode_invitation_created_at),
            invitation_accepted_at=fields.optional("invitation_accepted_at", _decode_invitation_accepted_at),
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
            "firstname": self.firstname,
            "lastname": self.lastname,
            "otp_app_enabled": self.otp_app_enabled,
            "otp_phone_enabled": self.otp_phone_enabled,
            "created_at": self.created_at,
            "deactivated_at": self.deactivated_at,
            "invitation_created_at": self.invitation_created_at,
            "invitation_accepted_at": self.invitation_accepted_at,
        }
