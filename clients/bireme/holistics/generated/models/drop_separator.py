"""The values of DropSeparator."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DropSeparator(OpenStrEnum):
    """What stands between the values of a csv file.

    A value that is not listed is kept: see `is_known`.
    """

    COMMA = ","
    PIPE = "|"
    TAB = "\t"
    CARET = "^"
    SEMICOLON = ";"
