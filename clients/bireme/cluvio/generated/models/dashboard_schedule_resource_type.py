"""The values of DashboardScheduleResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardScheduleResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_SCHEDULES = "dashboard_schedules"
