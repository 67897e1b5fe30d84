"""The model ExecutionResource."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode

from .execution_resource_type import ExecutionResourceType

_decode_type_ = _decode.enumerated(ExecutionResourceType)


@define(kw_only=True)
class ExecutionResource:
    """An execution as an object of JSON:API.

    Attributes:
        id: Id of the object.
        type_: Type of the object.
        attributes: What is known of it.
    """

    id: str
    type_: ExecutionResourceType
    attributes: ExecutionAttributes
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is str else fields.required("id", _decode.string, v),
            type_=fields.required("type", _decode_type_),
            attributes=fields.required("attributes", ExecutionAttributes.from_dict),
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
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .execution_attributes import ExecutionAttributes  # noqa: E402
