"""The values of DashboardVersion."""

from __future__ import annotations

from bireme._wire._decode import OpenIntEnum


class DashboardVersion(OpenIntEnum):
    """Generations of dashboards. The newest, 4, is the free canvas.

    A value that is not listed is kept: see `is_known`.
    """

    V1 = 1
    V3 = 3
    V4 = 4
