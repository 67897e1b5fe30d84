"""The model ConnectionTest."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .connection_test_status import ConnectionTestStatus

_decode_status = _decode.enumerated(ConnectionTestStatus)


@define(kw_only=True)
class ConnectionTest:
    """How an attempt to connect has ended.

    Attributes:
        status: Whether it succeeded.
        error_message: Why it did not.
    """

    status: ConnectionTestStatus
    error_message: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            status=fields.required("status", _decode_status),
            error_message=v
            if (v := take("error_message", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("error_message", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "status": self.status,
            "error_message": self.error_message,
        }
