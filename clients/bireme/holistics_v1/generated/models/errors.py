"""The model Errors."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode

_decode_errors = _decode.array(_decode.string)


@define(kw_only=True)
class Errors:
    """An error as JSON.

    Attributes:
        errors: What is wrong, in the words of the service.
    """

    errors: list[str]
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            errors=fields.required("errors", _decode_errors),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "errors": self.errors,
        }
