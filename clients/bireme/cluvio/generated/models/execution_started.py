"""The model ExecutionStarted."""

from __future__ import annotations

import uuid
from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class ExecutionStarted:
    """An execution is on its way.

    Attributes:
        execution_id: Id of the execution, for `getExecution`.
    """

    execution_id: uuid.UUID
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            execution_id=fields.required("execution_id", _decode.uuid_),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "execution_id": self.execution_id,
        }
