"""The values of DashboardScheduleInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardScheduleInclude(OpenStrEnum):
    """Related objects that come along with a schedule.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD = "dashboard"
    REPORT = "report"
