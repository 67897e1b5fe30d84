"""The model DynamicFilterPermissions."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DynamicFilterPermissions:
    """Rights on a filter.

    Attributes:
        read: May see it.
        crud: May change it.
        use: May set it.
    """

    read: bool | Unset = UNSET
    crud: bool | Unset = UNSET
    use: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            read=v
            if (v := take("read", UNSET)) is UNSET or type(v) is bool
            else fields.optional("read", _decode.boolean, v),
            crud=v
            if (v := take("crud", UNSET)) is UNSET or type(v) is bool
            else fields.optional("crud", _decode.boolean, v),
            use=v
            if (v := take("use", UNSET)) is UNSET or type(v) is bool
            else fields.optional("use", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "read": self.read,
            "crud": self.crud,
            "use": self.use,
        }
