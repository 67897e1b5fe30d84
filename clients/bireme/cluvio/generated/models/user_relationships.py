"""The model UserRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class UserRelationships:
    """What a user belongs to and is used with.

    Attributes:
        user_groups: Groups that the user is in.
        invited_by_user: User who sent the invitation.
    """

    user_groups: UserGroupToMany | Unset = UNSET
    invited_by_user: UserToOne | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            user_groups=fields.optional("user_groups", UserGroupToMany.from_dict),
            invited_by_user=fields.optional("invited_by_user", UserToOne.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "user_groups": self.user_groups,
            "invited_by_user": self.invited_by_user,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .user_group_to_many import UserGroupToMany  # noqa: E402
from .user_to_one import UserToOne  # noqa: E402
