"""The model UserGroupUpdateData."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_group_update_data_type import UserGroupUpdateDataType

_decode_type_ = _decode.enumerated(UserGroupUpdateDataType)


@define(kw_only=True)
class UserGroupUpdateData:
    """The object of JSON:API in a request that changes a user group.

    Attributes:
        type_: Type of the object; may be left out.
        id: Id of the object; may be left out, since the path has it.
        attributes: Values of the attributes.
        relationships: Objects that it is to be connected with.
    """

    type_: UserGroupUpdateDataType | Unset = UNSET
    id: str | Unset = UNSET
    attributes: UserGroupUpdateAttributes | Unset = UNSET
    relationships: UserGroupUpdateRelationships | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=fields.optional("type", _decode_type_),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is str else fields.optional("id", _decode.string, v),
            attributes=fields.optional("attributes", UserGroupUpdateAttributes.from_dict),
            relationships=fields.optional("relationships", UserGroupUpdateRelationships.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "type": self.type_,
            "id": self.id,
            "attributes": self.attributes,
            "relationships": self.relationships,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .user_group_update_attributes import UserGroupUpdateAttributes  # noqa: E402
from .user_group_update_relationships import UserGroupUpdateRelationships  # noqa: E402
