"""The values of ReportsSubmitExportWithBodyFormat."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ReportsSubmitExportWithBodyFormat(OpenStrEnum):
    """Values that the spec lists.

    A value that is not listed is kept: see `is_known`.
    """

    CSV = "csv"
    JSON = "json"
