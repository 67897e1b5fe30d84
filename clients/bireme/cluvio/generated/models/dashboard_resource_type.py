"""The values of DashboardResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARDS = "dashboards"
