"""The values of DataModelFieldType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataModelFieldType(OpenStrEnum):
    """Types of the values of a field.

    A value that is not listed is kept: see `is_known`.
    """

    DATE = "date"
    DATETIME = "datetime"
    NUMBER = "number"
    TEXT = "text"
    TRUEFALSE = "truefalse"
    DURATION = "duration"
    TIME = "time"
    COMPOSITE = "composite"
    BINARY = "binary"
    UNKNOWN = "unknown"
