"""The model AsyncJob."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_status import JobStatus

_decode_status = _decode.enumerated(JobStatus)


@define(kw_only=True)
class AsyncJob:
    """A job as the call that starts it reports it.

    Attributes:
        id: Id of the job.
        status: State at this moment.
        existing_job_id: Id of the equal job to follow instead, there with the status `already_existed`
            only.
    """

    id: int | Unset = UNSET
    status: JobStatus | Unset = UNSET
    existing_job_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            status=fields.optional("status", _decode_status),
            existing_job_id=v
            if (v := take("existing_job_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("existing_job_id", _decode.nullable(_decode.integer), v),
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
            "existing_job_id": self.existing_job_id,
        }
