"""The values of RecordErrorType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class RecordErrorType(OpenStrEnum):
    """Kind of error.

    A value that is not listed is kept: see `is_known`.
    """

    RECORDERROR = "RecordError"
