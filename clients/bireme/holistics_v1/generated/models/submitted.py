"""The model Submitted."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_progress import JobProgress

_decode_status = _decode.enumerated(JobProgress)


@define(kw_only=True)
class Submitted:
    """A job that has been accepted.

    Attributes:
        job_id: Id of the job to poll. Below 2^31, since some clients keep it in 32 bits.
        status: `created`, or `already_existed` where the id is that of an equal job under way.
    """

    job_id: int
    status: JobProgress | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            job_id=v if type(v := take("job_id", UNSET)) is int else fields.required("job_id", _decode.integer, v),
            status=fields.optional("status", _decode_status),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "job_id": self.job_id,
            "status": self.status,
        }
