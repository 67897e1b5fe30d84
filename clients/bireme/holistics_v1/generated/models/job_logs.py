"""The model JobLogs."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class JobLogs:
    """A stretch of a job's log.

    Attributes:
        logs: Lines with ids above the one asked for, oldest first.
        has_more: Whether more lines can come: some are left, or the job is not over.
    """

    logs: list[JobLog]
    has_more: bool
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            logs=fields.required("logs", _decode.array(JobLog.from_dict)),
            has_more=v
            if type(v := take("has_more", UNSET)) is bool
            else fields.required("has_more", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "logs": self.logs,
            "has_more": self.has_more,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .job_log import JobLog  # noqa: E402
