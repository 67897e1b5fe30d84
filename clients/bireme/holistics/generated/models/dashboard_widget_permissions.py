"""The model DashboardWidgetPermissions."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class DashboardWidgetPermissions:
    """Rights on a widget.

    Attributes:
        can_explore: May take its query further.
        can_export: May export it at all.
        can_export_data: May export its rows, as `csv` or `xlsx`.
    """

    can_explore: bool
    can_export: bool
    can_export_data: bool
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            can_explore=v
            if type(v := take("can_explore", UNSET)) is bool
            else fields.required("can_explore", _decode.boolean, v),
            can_export=v
            if type(v := take("can_export", UNSET)) is bool
            else fields.required("can_export", _decode.boolean, v),
            can_export_data=v
            if type(v := take("can_export_data", UNSET)) is bool
            else fields.required("can_export_data", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "can_explore": self.can_explore,
            "can_export": self.can_export,
            "can_export_data": self.can_export_data,
        }
