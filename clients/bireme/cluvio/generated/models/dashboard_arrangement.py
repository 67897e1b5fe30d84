"""The model DashboardArrangement."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardArrangement:
    """Place and size of all reports of a dashboard.

    Attributes:
        layout: One entry for every report of the dashboard.
        floating_enabled: Whether gaps above reports are kept. Left out, it stays as it is.
    """

    layout: list[DashboardLayoutInput]
    floating_enabled: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            layout=fields.required("layout", _decode.array(DashboardLayoutInput.from_dict)),
            floating_enabled=v
            if (v := take("floating_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("floating_enabled", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "layout": self.layout,
            "floating_enabled": self.floating_enabled,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_layout_input import DashboardLayoutInput  # noqa: E402
