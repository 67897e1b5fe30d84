"""The values of DataScheduleAdls2DestType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataScheduleAdls2DestType(OpenStrEnum):
    """Tells this kind of destination from the others.

    A value that is not listed is kept: see `is_known`.
    """

    ADLS2_DEST = "Adls2Dest"
