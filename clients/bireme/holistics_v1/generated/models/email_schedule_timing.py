"""The model EmailScheduleTiming."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class EmailScheduleTiming:
    """When a schedule sends.

    Attributes:
        repeat: Crontab line of five fields, in UTC.
        paused: Whether it rests.
    """

    repeat: str
    paused: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            repeat=v if type(v := take("repeat", UNSET)) is str else fields.required("repeat", _decode.string, v),
            paused=v
            if (v := take("paused", UNSET)) is UNSET or type(v) is bool
            else fields.optional("paused", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "repeat": self.repeat,
            "paused": self.paused,
        }
