"""The values of ExportFormat."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ExportFormat(OpenStrEnum):
    """Formats that a widget can be exported in.

    A value that is not listed is kept: see `is_known`.
    """

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
