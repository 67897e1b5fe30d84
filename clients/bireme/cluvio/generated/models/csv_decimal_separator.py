"""The values of CsvDecimalSeparator."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class CsvDecimalSeparator(OpenStrEnum):
    """Characters before the decimals of numbers in a CSV file.

    A value that is not listed is kept: see `is_known`.
    """

    POINT = "."
    COMMA = ","
    SLASH = "/"
