"""The model UserDocument."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class UserDocument:
    """Reply with a user.

    Attributes:
        data: The user.
        included: The related objects that `include` asks for.
    """

    data: UserResource
    included: list[UserGroupResource | UserResource] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            data=fields.required("data", UserResource.from_dict),
            included=fields.optional(
                "included",
                _decode.array(
                    _decode.tagged(
                        "type", {"user_groups": UserGroupResource.from_dict, "users": UserResource.from_dict}
                    )
                ),
            ),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data": self.data,
            "included": self.included,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .user_group_resource import UserGroupResource  # noqa: E402
from .user_resource import UserResource  # noqa: E402
