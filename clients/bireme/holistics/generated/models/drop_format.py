"""The values of DropFormat."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DropFormat(OpenStrEnum):
    """Formats of files that are put on another machine.

    A value that is not listed is kept: see `is_known`.
    """

    CSV = "csv"
    XLSX = "xlsx"
