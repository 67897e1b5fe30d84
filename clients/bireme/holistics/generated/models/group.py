"""The model Group."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_user_ids = _decode.array(_decode.integer)


@define(kw_only=True)
class Group:
    """A group of users.

    Attributes:
        id: Id of the group.
        name: Name of the group.
        user_ids: Ids of the members.
        users: The members; there when one group is read with `include_users`.
    """

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    user_ids: list[int] | Unset = UNSET
    users: list[User] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            user_ids=fields.optional("user_ids", _decode_user_ids),
            users=fields.optional("users", _decode.array(User.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "name": self.name,
            "user_ids": self.user_ids,
            "users": self.users,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .user import User  # noqa: E402
