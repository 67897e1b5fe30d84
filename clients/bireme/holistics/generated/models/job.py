"""The model Job."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_status import JobStatus

_decode_status = _decode.enumerated(JobStatus)


@define(kw_only=True)
class Job:
    """Work that the server does in the background.

    Attributes:
        id: Id of the job.
        user_id: Id of the user who started it.
        status: State at this moment.
        start_time: When work on it began, in ISO 8601; null before that.
        end_time: When it came to its end, in ISO 8601; null before that.
        cancellable: Whether it can still be stopped.
        last_error_log: Text of the newest log line of level `ERROR`; null if there is none.
        existing_job_id: Id of the equal job to follow instead, there with the status `already_existed`
            only.
    """

    id: int | Unset = UNSET
    user_id: int | Unset = UNSET
    status: JobStatus | Unset = UNSET
    start_time: str | None | Unset = UNSET
    end_time: str | None | Unset = UNSET
    cancellable: bool | Unset = UNSET
    last_error_log: str | None | Unset = UNSET
    existing_job_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            user_id=v
            if (v := take("user_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("user_id", _decode.integer, v),
            status=fields.optional("status", _decode_status),
            start_time=v
            if (v := take("start_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("start_time", _decode.nullable(_decode.string), v),
            end_time=v
            if (v := take("end_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("end_time", _decode.nullable(_decode.string), v),
            cancellable=v
            if (v := take("cancellable", UNSET)) is UNSET or type(v) is bool
            else fields.optional("cancellable", _decode.boolean, v),
            last_error_log=v
            if (v := take("last_error_log", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("last_error_log", _decode.nullable(_decode.string), v),
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
            "user_id": self.user_id,
            "status": self.status,
            "start_time": self.start_time,
            "end_time": self.end_time,
            "cancellable": self.cancellable,
            "last_error_log": self.last_error_log,
            "existing_job_id": self.existing_job_id,
        }
