"""The model UserGroupAttributes."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .built_in_behavior import BuiltInBehavior

_decode_built_in_behavior = _decode.nullable(_decode.enumerated(BuiltInBehavior))


@define(kw_only=True)
class UserGroupAttributes:
    """What is known of a user group. Attributes that are not described here may come and go.

    Attributes:
        name: Name of the group.
        description: What the group is for.
        built_in_behavior: Which built-in group this is, of everyone (`all_users`) or of analysts and
            admins (`all_analysts`); missing or null for all others. It can stand for the id of the
            group when a dashboard is shared.
        created_at: When it was created.
        updated_at: When it was last changed.
    """

    name: str
    description: str | None | Unset = UNSET
    built_in_behavior: BuiltInBehavior | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            built_in_behavior=fields.optional("built_in_behavior", _decode_built_in_behavior),
            created_at=fields.optional("created_at", _decode.date_time),
            updated_at=fields.optional("updated_at", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "description": self.description,
            "built_in_behavior": self.built_in_behavior,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
        }
