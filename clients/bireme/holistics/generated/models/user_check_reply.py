"""The model UserCheckReply."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class UserCheckReply:
    """Reply that tells whether an address is taken.

    Attributes:
        is_already_user: Whether somebody in the workspace has the address.
    """

    is_already_user: bool
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            is_already_user=v
            if type(v := take("is_already_user", UNSET)) is bool
            else fields.required("is_already_user", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "is_already_user": self.is_already_user,
        }
