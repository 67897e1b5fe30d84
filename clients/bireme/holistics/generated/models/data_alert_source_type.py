"""The values of DataAlertSourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataAlertSourceType(OpenStrEnum):
    """What an alert can watch.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_WIDGET = "DashboardWidget"
