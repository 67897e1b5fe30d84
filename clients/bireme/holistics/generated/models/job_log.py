"""The model JobLog."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_log_level import JobLogLevel

_decode_level = _decode.enumerated(JobLogLevel)


@define(kw_only=True)
class JobLog:
    """One line of the log of a job.

    Attributes:
        level: Weight of the line.
        message: What it says. For a failed query, the words of the database.
        timestamp: When it was written.
    """

    level: JobLogLevel | Unset = UNSET
    message: str | Unset = UNSET
    timestamp: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            level=fields.optional("level", _decode_level),
            message=v
            if (v := take("message", UNSET)) is UNSET or type(v) is str
            else fields.optional("message", _decode.string, v),
            timestamp=fields.optional("timestamp", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "level": self.level,
            "message": self.message,
            "timestamp": self.timestamp,
        }
