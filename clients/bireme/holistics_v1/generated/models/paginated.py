"""The model Paginated."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class Paginated:
    """Where a page stands.

    Attributes:
        num_pages: How many pages there are.
        page: Number of this page, beginning with 1.
    """

    num_pages: int | Unset = UNSET
    page: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            num_pages=v
            if (v := take("num_pages", UNSET)) is UNSET or type(v) is int
            else fields.optional("num_pages", _decode.integer, v),
            page=v
            if (v := take("page", UNSET)) is UNSET or type(v) is int
            else fields.optional("page", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "num_pages": self.num_pages,
            "page": self.page,
        }
