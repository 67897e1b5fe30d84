"""The model GroupPage."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class GroupPage:
    """One page of groups.

    Attributes:
        groups: The groups of this page, at most `limit` of them.
        users: The members of these groups if `include_users` asks for them; otherwise empty.
        cursors: Where to go on.
    """

    groups: list[Group]
    users: UsersById
    cursors: PaginationCursors
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            groups=fields.required("groups", _decode.array(Group.from_dict)),
            users=fields.required("users", UsersById.from_dict),
            cursors=fields.required("cursors", PaginationCursors.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "groups": self.groups,
            "users": self.users,
            "cursors": self.cursors,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .group import Group  # noqa: E402
from .pagination_cursors import PaginationCursors  # noqa: E402
from .users_by_id import UsersById  # noqa: E402
