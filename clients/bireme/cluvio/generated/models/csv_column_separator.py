"""The values of CsvColumnSeparator."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class CsvColumnSeparator(OpenStrEnum):
    """Characters between the columns of a CSV file.

    A value that is not listed is kept: see `is_known`.
    """

    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"
