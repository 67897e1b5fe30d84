"""The model DashboardGroupOrder."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_dashboard_group_ids = _decode.array(_decode.string)


@define(kw_only=True)
class DashboardGroupOrder:
    """Places of dashboard groups.

    Attributes:
        dashboard_group_ids: Ids of dashboard groups, first to last. They need not be all.
    """

    dashboard_group_ids: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            dashboard_group_ids=fields.optional("dashboard_group_ids", _decode_dashboard_group_ids),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard_group_ids": self.dashboard_group_ids,
        }
