"""The model UserChanges."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_role import UserRole

_decode_role = _decode.enumerated(UserRole)
_decode_group_ids = _decode.array(_decode.integer)


@define(kw_only=True)
class UserChanges:
    """New values for a user. What is left out stays as it is.

    Attributes:
        email: Address that the user signs in with. Nobody else in the workspace may have it.
        password: New password. It is never shown.
        name: Full name.
        title: Form of address.
        job_title: Position in the company.
        role: Role in the workspace.
        allow_authentication_token: Whether the user may use the API. Without it the user's key is
            refused.
        enable_export_data: Whether the user may export rows.
        group_ids: Ids of all groups that the user is to be in. An empty list takes the user out of all.
    """

    email: str | Unset = UNSET
    password: str | Unset = field(default=UNSET, repr=False)
    name: str | None | Unset = UNSET
    title: str | None | Unset = UNSET
    job_title: str | None | Unset = UNSET
    role: UserRole | Unset = UNSET
    allow_authentication_token: bool | Unset = UNSET
    enable_export_data: bool | Unset = UNSET
    group_ids: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            email=v
            if (v := take("email", UNSET)) is UNSET or type(v) is str
            else fields.optional("email", _decode.string, v),
            password=v
            if (v := take("password", UNSET)) is UNSET or type(v) is str
            else fields.optional("password", _decode.string, v),
            name=v
            if (v := take("name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("name", _decode.nullable(_decode.string), v),
            title=v
            if (v := take("title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("title", _decode.nullable(_decode.string), v),
            job_title=v
            if (v := take("job_title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("job_title", _decode.nullable(_decode.string), v),
            role=fields.optional("role", _decode_role),
            allow_authentication_token=v
            if (v := take("allow_authentication_token", UNSET)) is UNSET or type(v) is bool
            else fields.optional("allow_authentication_token", _decode.boolean, v),
            enable_export_data=v
            if (v := take("enable_export_data", UNSET)) is UNSET or type(v) is bool
            else fields.optional("enable_export_data", _decode.boolean, v),
            group_ids=fields.optional("group_ids", _decode_group_ids),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "email": self.email,
            "password": self.password,
            "name": self.name,
            "title": self.title,
            "job_title": self.job_title,
            "role": self.role,
            "allow_authentication_token": self.allow_authentication_token,
            "enable_export_data": self.enable_export_data,
            "group_ids": self.group_ids,
        }
