"""The values of VizTransformation."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class VizTransformation(OpenStrEnum):
    """Units to which a date or time can be cut before it is compared.

    A value that is not listed is kept: see `is_known`.
    """

    DATETRUNC_YEAR = "datetrunc year"
    DATETRUNC_QUARTER = "datetrunc quarter"
    DATETRUNC_MONTH = "datetrunc month"
    DATETRUNC_WEEK = "datetrunc week"
    DATETRUNC_DAY = "datetrunc day"
    DATETRUNC_HOUR = "datetrunc hour"
    DATETRUNC_MINUTE = "datetrunc minute"
