"""The values of ColorScheme."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ColorScheme(OpenStrEnum):
    """Built-in palettes: Blue Ocean, Bluegrass, Green Meadow, Violet Sky, Vibrant Sunset, Colorful, and
    variants 2 and 3 of Colorful.

    A value that is not listed is kept: see `is_known`.
    """

    SCHEME_1 = "scheme_1"
    SCHEME_2 = "scheme_2"
    SCHEME_3 = "scheme_3"
    SCHEME_4 = "scheme_4"
    SCHEME_5 = "scheme_5"
    SCHEME_6 = "scheme_6"
    SCHEME_7 = "scheme_7"
    SCHEME_8 = "scheme_8"
