"""The model QueryResults."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .job_progress import JobProgress


@define(kw_only=True)
class QueryResults:
    """One page of a report's rows, or how far the query is.

    Attributes:
        status: How far a job is, in the words of the calls that start and poll it. A call that starts
            work answers `created`, or `already_existed` where equal work is under way. An export poll
            says `not yet` until it says `success` or `failure`; a query poll says `running` meanwhile.
            `already_existed` in a poll points to another job, to be polled instead.
        values: The rows of this page on success; every cell is a text or null.
        paginated: Where a page stands.
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
        return cls(
            status=fields.required("status", _decode.enumerated(JobProgress)),
            values=fields.optional("values", _decode.array(_decode.array(_decode.nullable(_decode.string)))),
            paginated=fields.optional("paginated", Paginated.from_dict),
            last_cache_updated=fields.optional("last_cache_updated", _decode.nullable(_decode.string)),
            error=fields.optional("error", _decode.nullable(_decode.string)),
            job_id=fields.optional("job_id", _decode.integer),
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
