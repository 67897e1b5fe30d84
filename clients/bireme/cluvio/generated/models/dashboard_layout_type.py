"""The values of DashboardLayoutType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardLayoutType(OpenStrEnum):
    """What stands there. Reports are all there is.

    A value that is not listed is kept: see `is_known`.
    """

    REPORT = "report"
