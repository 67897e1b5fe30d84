"""The model SqlAlertCreationData."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .sql_alert_creation_data_type import SqlAlertCreationDataType

_decode_type_ = _decode.enumerated(SqlAlertCreationDataType)


@define(kw_only=True)
class SqlAlertCreationData:
    """The object of JSON:API in a request that creates an alert.

    Attributes:
        attributes: Values of the attributes.
        relationships: Objects that it is to be connected with.
        type_: Type of the object; may be left out.
        id: Not used: the server chooses the id.
    """

    attributes: SqlAlertCreationAttributes
    relationships: SqlAlertCreationRelationships
    type_: SqlAlertCreationDataType | Unset = UNSET
    id: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            attributes=fields.required("attributes", SqlAlertCreationAttributes.from_dict),
            relationships=fields.required("relationships", SqlAlertCreationRelationships.from_dict),
            type_=fields.optional("type", _decode_type_),
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is str else fields.optional("id", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "attributes": self.attributes,
            "relationships": self.relationships,
            "type": self.type_,
            "id": self.id,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .sql_alert_creation_attributes import SqlAlertCreationAttributes  # noqa: E402
from .sql_alert_creation_relationships import SqlAlertCreationRelationships  # noqa: E402
