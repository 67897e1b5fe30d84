"""The model GroupSummary."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class GroupSummary:
    """A group as lists show it.

    Attributes:
        id: Id of the group.
        name: Name.
        num_user: How many users are in it.
    """

    id: int
    name: str
    num_user: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            num_user=v
            if (v := take("num_user", UNSET)) is UNSET or type(v) is int
            else fields.optional("num_user", _decode.integer, v),
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
            "num_user": self.num_user,
        }
