"""The values of DataScheduleSourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataScheduleSourceType(OpenStrEnum):
    """What a schedule can send.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD = "Dashboard"
    QUERY_REPORT = "QueryReport"
