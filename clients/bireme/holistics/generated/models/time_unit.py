"""The values of TimeUnit."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class TimeUnit(OpenStrEnum):
    """Units in which periods are counted.

    A value that is not listed is kept: see `is_known`.
    """

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
