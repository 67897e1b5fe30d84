"""The values of FilterUpdateDataType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class FilterUpdateDataType(OpenStrEnum):
    """Type of the object; may be left out.

    A value that is not listed is kept: see `is_known`.
    """

    FILTERS = "filters"
