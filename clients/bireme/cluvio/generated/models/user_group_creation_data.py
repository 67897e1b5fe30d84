"""The model UserGroupCreationData."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .user_group_creation_data_type import UserGroupCreationDataType

_decode_type_ = _decode.enumerated(UserGroupCreationDataType)


@define(kw_only=True)
class UserGroupCreationData:
    """The object of JSON:API in a request that creates a user group.

    Attributes:
        attributes: Values of the attributes.
        type_: Type of the object; may be left out.
        id: Not used: the server chooses the id.
        relationships: Objects that it is to be connected with.
    """

    attributes: UserGroupCreationAttributes
    type_: UserGroupCreationDataType | Unset = UNSET
    id: str | Unset = UNSET
    relationships: UserGroupCreationRelationships | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            attributes=fields.required("attributes", UserGroupCreationAttributes.from_dict),
            type_=fields.optional("type", _decode_type_),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is str else fields.optional("id", _decode.string, v),
            relationships=fields.optional("relationships", UserGroupCreationRelationships.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "attributes": self.attributes,
            "type": self.type_,
            "id": self.id,
            "relationships": self.relationships,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .user_group_creation_attributes import UserGroupCreationAttributes  # noqa: E402
from .user_group_creation_relationships import UserGroupCreationRelationships  # noqa: E402
