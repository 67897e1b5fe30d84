"""The values of FilterType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class FilterType(OpenStrEnum):
    """Types of filters. `pop` compares with an earlier period, `date_drill` sets the step of a time axis.

    A value that is not listed is kept: see `is_known`.
    """

    NUMBER = "number"
    STRING = "string"
    DATE = "date"
    BOOLEAN = "boolean"
    POP = "pop"
    DATE_DRILL = "date_drill"
