"""The model User."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class User:
    """A person of the workspace.

    Attributes:
        id: Id of the user.
        email: Email address.
        name: Name.
        role: What the user may do, such as admin, analyst, explorer or viewer; business is an older
            word.
        initials: Initials.
        is_deleted: Whether the user has been deleted.
        is_activated: Whether the user has taken up the invitation.
        has_authentication_token: Whether the user has an API key.
        allow_authentication_token: Whether the user may have an API key.
        groups: The groups that the user is in.
        current_sign_in_at: The latest time of signing in, in ISO 8601.
        last_sign_in_at: The time of signing in before that, in ISO 8601.
    """

    id: int
    email: str
    name: str | None | Unset = UNSET
    role: str | Unset = UNSET
    initials: str | None | Unset = UNSET
    is_deleted: bool | Unset = UNSET
    is_activated: bool | Unset = UNSET
    has_authentication_token: bool | Unset = UNSET
    allow_authentication_token: bool | Unset = UNSET
    groups: list[Group] | Unset = UNSET
    current_sign_in_at: str | None | Unset = UNSET
    last_sign_in_at: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            email=v if type(v := take("email", UNSET)) is str else fields.required("email", _decode.string, v),
            name=v
            if (v := take("name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("name", _decode.nullable(_decode.string), v),
            role=v
            if (v := take("role", UNSET)) is UNSET or type(v) is str
            else fields.optional("role", _decode.string, v),
            initials=v
            if (v := take("initials", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("initials", _decode.nullable(_decode.string), v),
            is_deleted=v
            if (v := take("is_deleted", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_deleted", _decode.boolean, v),
            is_activated=v
            if (v := take("is_activated", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_activated", _decode.boolean, v),
            has_authentication_token=v
            if (v := take("has_authentication_token", UNSET)) is UNSET or type(v) is bool
            else fields.optional("has_authentication_token", _decode.boolean, v),
            allow_authentication_token=v
            if (v := take("allow_authentication_token", UNSET)) is UNSET or type(v) is bool
            else fields.optional("allow_authentication_token", _decode.boolean, v),
            groups=fields.optional("groups", _decode.array(Group.from_dict)),
            current_sign_in_at=v
            if (v := take("current_sign_in_at", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("current_sign_in_at", _decode.nullable(_decode.string), v),
            last_sign_in_at=v
            if (v := take("last_sign_in_at", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("last_sign_in_at", _decode.nullable(_decode.string), v),
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
            "name": self.name,
            "role": self.role,
            "initials": self.initials,
            "is_deleted": self.is_deleted,
            "is_activated": self.is_activated,
            "has_authentication_token": self.has_authentication_token,
            "allow_authentication_token": self.allow_authentication_token,
            "groups": self.groups,
            "current_sign_in_at": self.current_sign_in_at,
            "last_sign_in_at": self.last_sign_in_at,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .group import Group  # noqa: E402
