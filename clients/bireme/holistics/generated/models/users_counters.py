"""The model UsersCounters."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class UsersCounters:
    """How many users the filters of a list let through, pages disregarded.

    Attributes:
        total: All of them.
        by_role: How many of each role.
    """

    total: int
    by_role: UsersCountersByRole
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            total=v if type(v := take("total", UNSET)) is int else fields.required("total", _decode.integer, v),
            by_role=fields.required("by_role", UsersCountersByRole.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "total": self.total,
            "by_role": self.by_role,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .users_counters_by_role import UsersCountersByRole  # noqa: E402
