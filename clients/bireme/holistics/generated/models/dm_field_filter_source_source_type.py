"""The values of DmFieldFilterSourceSourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DmFieldFilterSourceSourceType(OpenStrEnum):
    """Tells this kind of source from the other.

    A value that is not listed is kept: see `is_known`.
    """

    DM_FIELD_FILTER_SOURCE = "DmFieldFilterSource"
