"""The model DatasourceAgentCreationData."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .datasource_agent_creation_data_type import DatasourceAgentCreationDataType

_decode_type_ = _decode.enumerated(DatasourceAgentCreationDataType)


@define(kw_only=True)
class DatasourceAgentCreationData:
    """The object of JSON:API in a request that creates an agent.

    Attributes:
        attributes: Values of the attributes.
        type_: Type of the object; may be left out.
        id: Not used: the server chooses the id.
    """

    attributes: DatasourceAgentCreationAttributes
    type_: DatasourceAgentCreationDataType | Unset = UNSET
    id: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            attributes=fields.required("attributes", DatasourceAgentCreationAttributes.from_dict),
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
            "type": self.type_,
            "id": self.id,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .datasource_agent_creation_attributes import DatasourceAgentCreationAttributes  # noqa: E402
