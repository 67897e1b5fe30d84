"""The values of AggregationOption."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class AggregationOption(OpenStrEnum):
    """Units that times can be grouped by. `week` begins on Monday, `week_sunday` on Sunday; `all_time`
    makes one group of everything.

    A value that is not listed is kept: see `is_known`.
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEK_SUNDAY = "week_sunday"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL_TIME = "all_time"
