"""The model DataSetPermission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DataSetPermission:
    """What the owner of the key may do with a data set.

    Attributes:
        can_crud: Whether they may change and delete it.
        can_read: Whether they may see it.
    """

    can_crud: bool | Unset = UNSET
    can_read: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            can_crud=v
            if (v := take("can_crud", UNSET)) is UNSET or type(v) is bool
            else fields.optional("can_crud", _decode.boolean, v),
            can_read=v
            if (v := take("can_read", UNSET)) is UNSET or type(v) is bool
            else fields.optional("can_read", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "can_crud": self.can_crud,
            "can_read": self.can_read,
        }
