"""The model UserInvitation."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_role import UserRole

_decode_role = _decode.enumerated(UserRole)
_decode_user_group_ids = _decode.array(_decode.string)


@define(kw_only=True)
class UserInvitation:
    """Whom to invite.

    Attributes:
        email: Address that the invitation goes to and that the user will sign in with.
        role: Role of the new user: `viewer`, or `analyst` or `admin`, which take a seat.
        user_group_ids: Ids of custom groups that the user is to be in.
    """

    email: str
    role: UserRole | Unset = UNSET
    user_group_ids: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            email=v if type(v := take("email", UNSET)) is str else fields.required("email", _decode.string, v),
            role=fields.optional("role", _decode_role),
            user_group_ids=fields.optional("user_group_ids", _decode_user_group_ids),
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
            "user_group_ids": self.user_group_ids,
        }
