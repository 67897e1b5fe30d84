"""The model UserUpdateAttributes."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .assignable_role import AssignableRole

_decode_role = _decode.enumerated(AssignableRole)


@define(kw_only=True)
class UserUpdateAttributes:
    """New values for a user. What is left out stays as it is.

    Attributes:
        role: Role from now on: `analyst`, for which a seat must be free, or `viewer`.
    """

    role: AssignableRole | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            role=fields.optional("role", _decode_role),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "role": self.role,
        }
