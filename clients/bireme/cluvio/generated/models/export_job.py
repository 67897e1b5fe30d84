"""The model ExportJob."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .export_job_status import ExportJobStatus

_decode_job_status = _decode.enumerated(ExportJobStatus)


@define(kw_only=True)
class ExportJob:
    """State of an export job.

    Attributes:
        job_status: How far it is (`started`, `running`), or how it ended (`success`, `error`).
        file_url: Where the file is. After `success` only, and good for a short time.
        error_message: What went wrong. After `error` only.
    """

    job_status: ExportJobStatus
    file_url: str | None | Unset = UNSET
    error_message: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            job_status=fields.required("job_status", _decode_job_status),
            file_url=v
            if (v := take("file_url", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("file_url", _decode.nullable(_decode.string), v),
            error_message=v
            if (v := take("error_message", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("error_message", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "job_status": self.job_status,
            "file_url": self.file_url,
            "error_message": self.error_message,
        }
