"""The model Group."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class Group:
    """A group of users.

    Attributes:
        id: Id of the group.
        name: Name.
        created_at: When it was made, in ISO 8601.
        updated_at: When it was last changed, in ISO 8601.
        tenant_id: Id of the workspace.
    """

    id: int
    name: str
    created_at: str | None | Unset = UNSET
    updated_at: str | None | Unset = UNSET
    tenant_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            created_at=v
            if (v := take("created_at", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("created_at", _decode.nullable(_decode.string), v),
            updated_at=v
            if (v := take("updated_at", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("updated_at", _decode.nullable(_decode.string), v),
            tenant_id=v
            if (v := take("tenant_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("tenant_id", _decode.integer, v),
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
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "tenant_id": self.tenant_id,
        }
