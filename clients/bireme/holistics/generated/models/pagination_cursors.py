"""The model PaginationCursors."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class PaginationCursors:
    """Where the neighbouring pages begin. Null means that there is no page on that side.

    Attributes:
        previous: Value for `before` that gives the page in front of this one.
        next_: Value for `after` that gives the page behind this one.
    """

    previous: str | None | Unset = UNSET
    next_: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            previous=v
            if (v := take("previous", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("previous", _decode.nullable(_decode.string), v),
            next_=v
            if (v := take("next", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("next", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "previous": self.previous,
            "next": self.next_,
        }
