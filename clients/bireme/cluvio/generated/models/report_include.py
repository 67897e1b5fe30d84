"""The values of ReportInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ReportInclude(OpenStrEnum):
    """Related objects that come along with a report.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD = "dashboard"
    DATASOURCE = "datasource"
