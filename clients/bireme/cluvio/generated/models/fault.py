"""The model Fault."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class Fault:
    """One thing that is wrong with a request.

    Attributes:
        code: The HTTP status, as text.
        detail: What is wrong, for people to read.
    """

    code: str
    detail: str
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            code=v if type(v := take("code", UNSET)) is str else fields.required("code", _decode.string, v),
            detail=v if type(v := take("detail", UNSET)) is str else fields.required("detail", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "code": self.code,
            "detail": self.detail,
        }
