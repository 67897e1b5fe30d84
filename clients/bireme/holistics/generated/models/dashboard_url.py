"""The model DashboardUrl."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardUrl:
    """An address of a dashboard with its filters set.

    Attributes:
        dashboard_url: The web address; the hash is part of it.
        fstate_hash: Stands for the submitted filter states; null if there were none.
    """

    dashboard_url: str | Unset = UNSET
    fstate_hash: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            dashboard_url=v
            if (v := take("dashboard_url", UNSET)) is UNSET or type(v) is str
            else fields.optional("dashboard_url", _decode.string, v),
            fstate_hash=v
            if (v := take("fstate_hash", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("fstate_hash", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard_url": self.dashboard_url,
            "fstate_hash": self.fstate_hash,
        }
