"""The model DashboardScheduleRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardScheduleRelationships:
    """What a schedule belongs to and is used with.

    Attributes:
        dashboard: Dashboard to send. Either this or `report` is needed; with both, the report is sent.
        report: Report to send. Either this or `dashboard` is needed; with both, this one is sent.
    """

    dashboard: DashboardToOne | Unset = UNSET
    report: ReportToOne | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            dashboard=fields.optional("dashboard", DashboardToOne.from_dict),
            report=fields.optional("report", ReportToOne.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard": self.dashboard,
            "report": self.report,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_to_one import DashboardToOne  # noqa: E402
from .report_to_one import ReportToOne  # noqa: E402
