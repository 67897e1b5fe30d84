"""The model ManualFilterStatus."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ManualFilterStatus:
    """State of a filter without a query.

    Attributes:
        updated_at: When the filter was last changed.
    """

    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            updated_at=fields.optional("updated_at", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "updated_at": self.updated_at,
        }
