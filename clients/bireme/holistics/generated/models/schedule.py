"""The model Schedule."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class Schedule:
    """When something runs.

    Attributes:
        repeat: Crontab of five fields: minute, hour, day of the month, month, day of the week. `0 7 * *
            1` is every Monday at seven.
        paused: Whether it does not run by itself for now. Running it by hand is possible all the same.
        is_archived: Whether it has been put away for good. The server decides; what a request says is
            ignored.
    """

    repeat: str
    paused: bool
    is_archived: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            repeat=v if type(v := take("repeat", UNSET)) is str else fields.required("repeat", _decode.string, v),
            paused=v if type(v := take("paused", UNSET)) is bool else fields.required("paused", _decode.boolean, v),
            is_archived=v
            if (v := take("is_archived", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_archived", _decode.boolean, v),
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
            "is_archived": self.is_archived,
        }
