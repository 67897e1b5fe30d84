"""The values of FilterInputType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class FilterInputType(OpenStrEnum):
    """Kinds of input for a filter.

    A value that is not listed is kept: see `is_known`.
    """

    SINGLE_SELECT = "single_select"
    MULTI_OPERATOR = "multi_operator"
    SINGLE_SELECT_WITH_EMPTY_VALUE = "single_select_with_empty_value"
