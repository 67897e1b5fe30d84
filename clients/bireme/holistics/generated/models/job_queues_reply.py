"""The model JobQueuesReply."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class JobQueuesReply:
    """Reply that lists the queues.

    Attributes:
        job_queues: The queues.
    """

    job_queues: list[JobQueue]
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            job_queues=fields.required("job_queues", _decode.array(JobQueue.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "job_queues": self.job_queues,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .job_queue import JobQueue  # noqa: E402
