"""The model JobLog."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class JobLog:
    """A line of a job's log.

    Attributes:
        id: Number of the line, rising; give the last one seen as `last_id`.
        timestamp: When it was written, in ISO 8601.
        level: How grave it is, such as INFO or ERROR.
        message: What happened.
    """

    id: int | Unset = UNSET
    timestamp: str | Unset = UNSET
    level: str | Unset = UNSET
    message: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            timestamp=v
            if (v := take("timestamp", UNSET)) is UNSET or type(v) is str
            else fields.optional("timestamp", _decode.string, v),
            level=v
            if (v := take("level", UNSET)) is UNSET or type(v) is str
            else fields.optional("level", _decode.string, v),
            message=v
            if (v := take("message", UNSET)) is UNSET or type(v) is str
            else fields.optional("message", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "timestamp": self.timestamp,
            "level": self.level,
            "message": self.message,
        }
