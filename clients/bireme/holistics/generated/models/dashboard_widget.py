"""The model DashboardWidget."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .widget_source_type import WidgetSourceType

_decode_id = _decode.union(_decode.integer, _decode.string)
_decode_source_id = _decode.union(_decode.integer, _decode.string)
_decode_source_type = _decode.enumerated(WidgetSourceType)


@define(kw_only=True)
class DashboardWidget:
    """A tile of a dashboard.

    Attributes:
        id: Id of the widget; text on canvas dashboards.
        source_id: Id of what the widget shows; text on canvas dashboards.
        source_type: Kind of thing that the widget shows.
        permissions: What the owner of the key may do with the widget.
        source_title: Heading of the widget.
        url: Web address, there with `include_url` only.
        dashboard: The dashboard it stands on, there with `include_dashboard` only.
        query_report: The report it draws, there with `include_report` only.
    """

    id: int | str
    source_id: int | str
    source_type: WidgetSourceType
    permissions: DashboardWidgetPermissions
    source_title: str | Unset = UNSET
    url: str | Unset = UNSET
    dashboard: Dashboard | Unset = UNSET
    query_report: QueryReport | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=fields.required("id", _decode_id),
            source_id=fields.required("source_id", _decode_source_id),
            source_type=fields.required("source_type", _decode_source_type),
            permissions=fields.required("permissions", DashboardWidgetPermissions.from_dict),
            source_title=v
            if (v := take("source_title", UNSET)) is UNSET or type(v) is str
            else fields.optional("source_title", _decode.string, v),
            url=v
            if (v := take("url", UNSET)) is UNSET or type(v) is str
            else fields.optional("url", _decode.string, v),
            dashboard=fields.optional("dashboard", Dashboard.from_dict),
            query_report=fields.optional("query_report", QueryReport.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "source_id": self.source_id,
            "source_type": self.source_type,
            "permissions": self.permissions,
            "source_title": self.source_title,
            "url": self.url,
            "dashboard": self.dashboard,
            "query_report": self.query_report,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard import Dashboard  # noqa: E402
from .dashboard_widget_permissions import DashboardWidgetPermissions  # noqa: E402
from .query_report import QueryReport  # noqa: E402
