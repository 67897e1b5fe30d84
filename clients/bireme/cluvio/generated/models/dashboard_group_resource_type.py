"""The values of DashboardGroupResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardGroupResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_GROUPS = "dashboard_groups"
