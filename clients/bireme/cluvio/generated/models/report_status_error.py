"""The model ReportStatusError."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class ReportStatusError:
    """A report whose state cannot be told.

    Attributes:
        error: Why not.
    """

    error: str
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            error=v if type(v := take("error", UNSET)) is str else fields.required("error", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "error": self.error,
        }
