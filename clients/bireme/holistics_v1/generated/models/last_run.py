"""The model LastRun."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class LastRun:
    """The newest job of a source.

    Attributes:
        id: Id of the job.
        status: Its state at this moment.
        start_time: When work on it began, in ISO 8601; null before that.
        end_time: When it came to its end, in ISO 8601; null while it runs.
        created_at: When it was asked for, in ISO 8601.
    """

    id: int | Unset = UNSET
    status: str | Unset = UNSET
    start_time: str | None | Unset = UNSET
    end_time: str | None | Unset = UNSET
    created_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            status=v
            if (v := take("status", UNSET)) is UNSET or type(v) is str
            else fields.optional("status", _decode.string, v),
            start_time=v
            if (v := take("start_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("start_time", _decode.nullable(_decode.string), v),
            end_time=v
            if (v := take("end_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("end_time", _decode.nullable(_decode.string), v),
            created_at=v
            if (v := take("created_at", UNSET)) is UNSET or type(v) is str
            else fields.optional("created_at", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "status": self.status,
            "start_time": self.start_time,
            "end_time": self.end_time,
            "created_at": self.created_at,
        }
