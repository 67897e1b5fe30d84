"""The values of CsvQuoteStyle."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class CsvQuoteStyle(OpenStrEnum):
    """Which values stand in quotes in a CSV file.

    A value that is not listed is kept: see `is_known`.
    """

    NECESSARY = "necessary"
    ALWAYS = "always"
