"""The model QueryResults."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_progress import JobProgress

_decode_status = _decode.enumerated(JobProgress)
_decode_values = _decode.array(_decode.array(_decode.nullable(_decode.string)))


@define(kw_only=True)
class QueryResults:
    """One page of a report's rows, or how far the query is.

    Attributes:
        status: How far it is.
        values: The rows of this page on success; every cell is a text or null.
        paginated: Where this page stands among all of them.
        last_cache_updated: When the rows were computed, in ISO 8601.
        error: With `failure`: why.
        job_id: With `already_existed` only: the job to poll instead.
    """

    status: JobProgress
    values: list[list[str | None]] | Unset = UNSET
    paginated: Paginated | Unset = UNSET
    last_cache_updated: str | None | Unset = UNSET
    error: str | None | Unset = UNSET
    job_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            status=fields.required("status", _decode_status),
            values=fields.optional("values", _decode_values),
            paginated=fields.optional("paginated", Paginated.from_dict),
            last_cache_updated=v
            if (v := take("last_cache_updated", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("last_cache_updated", _decode.nullable(_decode.string), v),
            error=v
            if (v := take("error", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("error", _decode.nullable(_decode.string), v),
            job_id=v
            if (v := take("job_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("job_id", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "status": self.status,
            "values": self.values,
            "paginated": self.paginated,
            "last_cache_updated": self.last_cache_updated,
            "error": self.error,
            "job_id": self.job_id,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .paginated import Paginated  # noqa: E402
