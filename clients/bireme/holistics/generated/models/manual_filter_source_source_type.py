"""The values of ManualFilterSourceSourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ManualFilterSourceSourceType(OpenStrEnum):
    """Tells this kind of source from the other.

    A value that is not listed is kept: see `is_known`.
    """

    MANUAL_FILTER_SOURCE = "ManualFilterSource"
