"""The values of DashboardGroupRefType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardGroupRefType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_GROUPS = "dashboard_groups"
