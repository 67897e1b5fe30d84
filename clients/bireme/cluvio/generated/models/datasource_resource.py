"""The model DatasourceResource."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .datasource_resource_type import DatasourceResourceType

_decode_type_ = _decode.enumerated(DatasourceResourceType)


@define(kw_only=True)
class DatasourceResource:
    """A datasource as an object of JSON:API.

    Attributes:
        id: Id of the object.
        type_: Type of the object.
        attributes: What is known of it.
        relationships: What it belongs to and is used with.
    """

    id: str
    type_: DatasourceResourceType
    attributes: DatasourceAttributes
    relationships: DatasourceRelationships | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is str else fields.required("id", _decode.string, v),
            type_=fields.required("type", _decode_type_),
            attributes=fields.required("attributes", DatasourceAttributes.from_dict),
            relationships=fields.optional("relationships", DatasourceRelationships.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "type": self.type_,
            "attributes": self.attributes,
            "relationships": self.relationships,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .datasource_attributes import DatasourceAttributes  # noqa: E402
from .datasource_relationships import DatasourceRelationships  # noqa: E402
