"""The model EmailScheduleSource."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class EmailScheduleSource:
    """What a schedule sends.

    Attributes:
        type_: Kind of source, such as QueryReport or Dashboard.
        id: Id of the source.
    """

    type_: str
    id: int
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=v if type(v := take("type", UNSET)) is str else fields.required("type", _decode.string, v),
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
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
        }
