"""The values of DataModelFieldTransform."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataModelFieldTransform(OpenStrEnum):
    """Units that a time is cut down to.

    A value that is not listed is kept: see `is_known`.
    """

    YEAR = "datetrunc year"
    QUARTER = "datetrunc quarter"
    MONTH = "datetrunc month"
    WEEK = "datetrunc week"
    DAY = "datetrunc day"
    HOUR = "datetrunc hour"
    MINUTE = "datetrunc minute"
