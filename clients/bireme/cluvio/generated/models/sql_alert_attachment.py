"""The values of SqlAlertAttachment."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertAttachment(OpenStrEnum):
    """Forms in which an alert attaches the result.

    A value that is not listed is kept: see `is_known`.
    """

    CSV = "csv"
    EXCEL = "excel"
