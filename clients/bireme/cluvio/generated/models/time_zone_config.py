"""The model TimeZoneConfig."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .time_zone_mode import TimeZoneMode

_decode_type_ = _decode.enumerated(TimeZoneMode)
_decode_allowed_time_zones = _decode.array(_decode.string)


@define(kw_only=True)
class TimeZoneConfig:
    """Which time zone a dashboard shows and filters times in.

    Attributes:
        type_: Where the time zone comes from: nowhere (`disabled`), the `organization`,
            `fixed_time_zone` (`fixed`), or the person who looks at the dashboard (`input`).
        fixed_time_zone: IANA name of the time zone. With the type `fixed`, and then it is needed.
        allowed_time_zones: IANA names that people may choose from. With the type `input`, and then at
            least one is needed.
    """

    type_: TimeZoneMode | Unset = UNSET
    fixed_time_zone: str | Unset = UNSET
    allowed_time_zones: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=fields.optional("type", _decode_type_),
            fixed_time_zone=v
            if (v := take("fixed_time_zone", UNSET)) is UNSET or type(v) is str
            else fields.optional("fixed_time_zone", _decode.string, v),
            allowed_time_zones=fields.optional("allowed_time_zones", _decode_allowed_time_zones),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "type": self.type_,
            "fixed_time_zone": self.fixed_time_zone,
            "allowed_time_zones": self.allowed_time_zones,
        }
