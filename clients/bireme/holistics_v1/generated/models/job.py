"""The model Job."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class Job:
    """Work that the server does in the background.

    Attributes:
        id: Id of the job.
        status: State at this moment, such as created, queued, running, success, failure, cancelling or
            cancelled.
        created_at: When it was asked for, in ISO 8601.
        source_id: Id of what it works on.
        source_type: Kind of what it works on, such as QueryReport or DataImport.
        source_method: What it does with it, such as export or execute.
        user_id: Id of the user who started it; null where nobody did.
        start_time: When work on it began, in ISO 8601; null before that.
        end_time: When it came to its end, in ISO 8601; null before that.
        duration: How long it took, in seconds; negative while it is not over.
        cancellable: Whether it can still be stopped.
        tenant_id: Id of the workspace.
        title: Title of what it works on.
        user: Who started it.
    """

    id: int
    status: str
    created_at: str | Unset = UNSET
    source_id: int | None | Unset = UNSET
    source_type: str | None | Unset = UNSET
    source_method: str | Unset = UNSET
    user_id: int | None | Unset = UNSET
    start_time: str | None | Unset = UNSET
    end_time: str | None | Unset = UNSET
    duration: float | Unset = UNSET
    cancellable: bool | Unset = UNSET
    tenant_id: int | Unset = UNSET
    title: str | None | Unset = UNSET
    user: JobUser | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            status=v if type(v := take("status", UNSET)) is str else fields.required("status", _decode.string, v),
            created_at=v
            if (v := take("created_at", UNSET)) is UNSET or type(v) is str
            else fields.optional("created_at", _decode.string, v),
            source_id=v
            if (v := take("source_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("source_id", _decode.nullable(_decode.integer), v),
            source_type=v
            if (v := take("source_type", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("source_type", _decode.nullable(_decode.string), v),
            source_method=v
            if (v := take("source_method", UNSET)) is UNSET or type(v) is str
            else fields.optional("source_method", _decode.string, v),
            user_id=v
            if (v := take("user_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("user_id", _decode.nullable(_decode.integer), v),
            start_time=v
            if (v := take("start_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("start_time", _decode.nullable(_decode.string), v),
            end_time=v
            if (v := take("end_time", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("end_time", _decode.nullable(_decode.string), v),
            duration=v
            if (v := take("duration", UNSET)) is UNSET or type(v) is float
            else fields.optional("duration", _decode.number, v),
            cancellable=v
            if (v := take("cancellable", UNSET)) is UNSET or type(v) is bool
            else fields.optional("cancellable", _decode.boolean, v),
            tenant_id=v
            if (v := take("tenant_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("tenant_id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("title", _decode.nullable(_decode.string), v),
            user=fields.optional("user", JobUser.from_dict),
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
            "created_at": self.created_at,
            "source_id": self.source_id,
            "source_type": self.source_type,
            "source_method": self.source_method,
            "user_id": self.user_id,
            "start_time": self.start_time,
            "end_time": self.end_time,
            "duration": self.duration,
            "cancellable": self.cancellable,
            "tenant_id": self.tenant_id,
            "title": self.title,
            "user": self.user,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .job_user import JobUser  # noqa: E402
