"""The model DashboardBackup."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class DashboardBackup:
    """A dashboard in a form that the web application can read back. Its structure is not public."""

    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
        }
