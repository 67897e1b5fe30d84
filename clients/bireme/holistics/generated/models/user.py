"""The model User."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_role import UserRole

_decode_role = _decode.enumerated(UserRole)
_decode_current_sign_in_at = _decode.nullable(_decode.date_time)
_decode_last_sign_in_at = _decode.nullable(_decode.date_time)


@define(kw_only=True)
class User:
    """A person who can sign in to the workspace.

    Attributes:
        id: Id of the user.
        email: Address that the user signs in with.
        initials: Letters shown where there is no picture.
        role: Role in the workspace.
        is_deleted: Whether the user has been removed. What the user owned is kept.
        is_activated: Whether the user has accepted the invitation.
        has_authentication_token: Whether the user has created an API key.
        allow_authentication_token: Whether the user may use the API.
        enable_export_data: Whether the user may export rows.
        created_at: When the user was added.
        name: Full name, if one has been entered.
        current_sign_in_at: When the present session began.
        last_sign_in_at: When the session before that began.
        title: Form of address.
        job_title: Position in the company.
    """

    id: int
    email: str
    initials: str
    role: UserRole
    is_deleted: bool
    is_activated: bool
    has_authentication_token: bool
    allow_authentication_token: bool
    enable_export_data: bool
    created_at: datetime.datetime
    name: str | None | Unset = UNSET
    current_sign_in_at: datetime.datetime | None | Unset = UNSET
    last_sign_in_at: datetime.datetime | None | Unset = UNSET
    title: str | None | Unset = UNSET
    job_title: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            email=v if type(v := take("email", UNSET)) is str else fields.required("email", _decode.string, v),
            initials=v if type(v := take("initials", UNSET)) is str else fields.required("initials", _decode.string, v),
            role=fields.required("role", _decode_role),
            is_deleted=v
            if type(v := take("is_deleted", UNSET)) is bool
            else fields.required("is_deleted", _decode.boolean, v),
            is_activated=v
            if type(v := take("is_activated", UNSET)) is bool
            else fields.required("is_activated", _decode.boolean, v),
            has_authentication_token=v
            if type(v := take("has_authentication_token", UNSET)) is bool
            else fields.required("has_authentication_token", _decode.boolean, v),
            allow_authentication_token=v
            if type(v := take("allow_authentication_token", UNSET)) is bool
            else fields.required("allow_authentication_token", _decode.boolean, v),
            enable_export_data=v
            if type(v := take("enable_export_data", UNSET)) is bool
            else fields.required("enable_export_data", _decode.boolean, v),
            created_at=fields.required("created_at", _decode.date_time),
            name=v
            if (v := take("name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("name", _decode.nullable(_decode.string), v),
            current_sign_in_at=fields.optional("current_sign_in_at", _decode_current_sign_in_at),
            last_sign_in_at=fields.optional("last_sign_in_at", _decode_last_sign_in_at),
            title=v
            if (v := take("title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("title", _decode.nullable(_decode.string), v),
            job_title=v
            if (v := take("job_title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("job_title", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "email": self.email,
            "initials": self.initials,
            "role": self.role,
            "is_deleted": self.is_deleted,
            "is_activated": self.is_activated,
            "has_authentication_token": self.has_authentication_token,
            "allow_authentication_token": self.allow_authentication_token,
            "enable_export_data": self.enable_export_data,
            "created_at": self.created_at,
            "name": self.name,
            "current_sign_in_at": self.current_sign_in_at,
            "last_sign_in_at": self.last_sign_in_at,
            "title": self.title,
            "job_title": self.job_title,
        }
