"""The values of DashboardGroupInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardGroupInclude(OpenStrEnum):
    """Related objects that come along with a dashboard group.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARDS = "dashboards"
