"""The model DashboardStatus."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardStatus:
    """State of the data of all reports and custom filters of a dashboard, under given inputs.

    Attributes:
        reports: State of every report, by the id of the report.
        filters: State of every custom filter, by the id of the filter.
        data_keys: What there is under each data key, by the key.
        updated_at: When the dashboard last changed.
        status_check_delay: How long to wait before looking again, in seconds (the unit is inferred).
            Usually 60.
    """

    reports: DashboardStatusReports
    filters: DashboardStatusFilters
    data_keys: DashboardStatusDataKeys
    updated_at: datetime.datetime | Unset = UNSET
    status_check_delay: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            reports=fields.required("reports", DashboardStatusReports.from_dict),
            filters=fields.required("filters", DashboardStatusFilters.from_dict),
            data_keys=fields.required("data_keys", DashboardStatusDataKeys.from_dict),
            updated_at=fields.optional("updated_at", _decode.date_time),
            status_check_delay=v
            if (v := take("status_check_delay", UNSET)) is UNSET or type(v) is int
            else fields.optional("status_check_delay", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "reports": self.reports,
            "filters": self.filters,
            "data_keys": self.data_keys,
            "updated_at": self.updated_at,
            "status_check_delay": self.status_check_delay,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_status_data_keys import DashboardStatusDataKeys  # noqa: E402
from .dashboard_status_filters import DashboardStatusFilters  # noqa: E402
from .dashboard_status_reports import DashboardStatusReports  # noqa: E402
