"""The model ExportFile."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ExportFile:
    """The place of a file in the store of the service. It is not signed, so it cannot be fetched from
    there.

    Attributes:
        http_path: Address of the file.
    """

    http_path: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            http_path=v
            if (v := take("http_path", UNSET)) is UNSET or type(v) is str
            else fields.optional("http_path", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "http_path": self.http_path,
        }
