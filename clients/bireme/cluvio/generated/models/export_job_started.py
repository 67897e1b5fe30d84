"""The model ExportJobStarted."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class ExportJobStarted:
    """An export job is on its way, or an equal one is done.

    Attributes:
        job_id: Id of the job, for `getExportJob`.
    """

    job_id: str
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            job_id=v if type(v := take("job_id", UNSET)) is str else fields.required("job_id", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "job_id": self.job_id,
        }
