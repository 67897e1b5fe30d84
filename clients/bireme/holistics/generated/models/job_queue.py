"""The model JobQueue."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class JobQueue:
    """A queue of jobs and the workers that take from it.

    Attributes:
        id: Id of the queue.
        queue: Name of the queue.
        total_workers: How many jobs the queue can run at once.
        busy_workers: How many of the workers run a job now.
    """

    id: int
    queue: str
    total_workers: int
    busy_workers: int
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            queue=v if type(v := take("queue", UNSET)) is str else fields.required("queue", _decode.string, v),
            total_workers=v
            if type(v := take("total_workers", UNSET)) is int
            else fields.required("total_workers", _decode.integer, v),
            busy_workers=v
            if type(v := take("busy_workers", UNSET)) is int
            else fields.required("busy_workers", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "queue": self.queue,
            "total_workers": self.total_workers,
            "busy_workers": self.busy_workers,
        }
