"""The model UserPage."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class UserPage:
    """One page of users.

    Attributes:
        counters: How many users the filters let through.
        users: The users of this page, at most `limit` of them.
        groups: The groups of the users on this page.
        cursors: Where to go on.
    """

    counters: UsersCounters
    users: list[ListedUser]
    groups: GroupsById
    cursors: PaginationCursors
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            counters=fields.required("counters", UsersCounters.from_dict),
            users=fields.required("users", _decode.array(ListedUser.from_dict)),
            groups=fields.required("groups", GroupsById.from_dict),
            cursors=fields.required("cursors", PaginationCursors.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "counters": self.counters,
            "users": self.users,
            "groups": self.groups,
            "cursors": self.cursors,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .groups_by_id import GroupsById  # noqa: E402
from .listed_user import ListedUser  # noqa: E402
from .pagination_cursors import PaginationCursors  # noqa: E402
from .users_counters import UsersCounters  # noqa: E402
