"""The values of FilterValueType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class FilterValueType(OpenStrEnum):
    """Types of the values of filters.

    A value that is not listed is kept: see `is_known`.
    """

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    BOOLEAN = "BOOLEAN"
    DATE = "DATE"
    TIME = "TIME"
    DATE_TIME = "DATE_TIME"
