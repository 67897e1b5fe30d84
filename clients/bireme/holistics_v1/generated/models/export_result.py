"""The model ExportResult."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_progress import JobProgress

_decode_status = _decode.enumerated(JobProgress)


@define(kw_only=True)
class ExportResult:
    """Where an export, or another job, stands.

    Attributes:
        status: How far it is.
        export: On success something that says nothing sure: an address, true or null. Do not decide by
            it.
        job_id: With `already_existed` only: the job to poll instead.
        error: With `failure`: why, where the service says so.
    """

    status: JobProgress
    export: ExportFile | bool | None | Unset = UNSET
    job_id: int | Unset = UNSET
    error: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            status=fields.required("status", _decode_status),
            export=fields.optional("export", _decode.nullable(_decode.union(ExportFile.from_dict, _decode.boolean))),
            job_id=v
            if (v := take("job_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("job_id", _decode.integer, v),
            error=v
            if (v := take("error", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("error", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "status": self.status,
            "export": self.export,
            "job_id": self.job_id,
            "error": self.error,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .export_file import ExportFile  # noqa: E402
