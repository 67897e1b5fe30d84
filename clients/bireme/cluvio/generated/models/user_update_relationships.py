"""The model UserUpdateRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class UserUpdateRelationships:
    """What a user is to belong to and be used with from now on. What is left out stays as it is.

    Attributes:
        user_groups: Groups that the user is in.
    """

    user_groups: UserGroupToManyInput | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            user_groups=fields.optional("user_groups", UserGroupToManyInput.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "user_groups": self.user_groups,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .user_group_to_many_input import UserGroupToManyInput  # noqa: E402
