"""The values of DashboardInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardInclude(OpenStrEnum):
    """Related objects that come along with a dashboard.

    A value that is not listed is kept: see `is_known`.
    """

    REPORTS = "reports"
    FILTERS = "filters"
    SQL_SNIPPETS = "sql_snippets"
    DASHBOARD_GROUPS = "dashboard_groups"
    DASHBOARD_SHARING_LINKS = "dashboard_sharing_links"
    USER = "user"
    USER_GROUPS = "user_groups"
