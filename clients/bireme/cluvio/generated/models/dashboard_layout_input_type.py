"""The values of DashboardLayoutInputType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardLayoutInputType(OpenStrEnum):
    """What stands there. Reports are all there is.

    A value that is not listed is kept: see `is_known`.
    """

    REPORT = "report"
