"""The model ErrorDetails."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ErrorDetails:
    """Further facts about an error.

    Attributes:
        description: Longer explanation.
        docs: Where to read on.
    """

    description: str | Unset = UNSET
    docs: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            description=v
            if (v := take("description", UNSET)) is UNSET or type(v) is str
            else fields.optional("description", _decode.string, v),
            docs=v
            if (v := take("docs", UNSET)) is UNSET or type(v) is str
            else fields.optional("docs", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "description": self.description,
            "docs": self.docs,
        }
