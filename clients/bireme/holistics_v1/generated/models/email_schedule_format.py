"""The values of EmailScheduleFormat."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class EmailScheduleFormat(OpenStrEnum):
    """What is attached to the message.

    A value that is not listed is kept: see `is_known`.
    """

    TXT = "txt"
    CSV = "csv"
    EXCEL = "excel"
    PDF = "pdf"
    NONE = "none"
