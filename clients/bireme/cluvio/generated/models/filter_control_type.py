"""The values of FilterControlType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class FilterControlType(OpenStrEnum):
    """Kinds of filters. Of drop-downs, `dropdown` and `dropdown_multi` have static SQL behind them, those
    on `_dynamic` have SQL that is run on use, those on `_manual` a list.

    A value that is not listed is kept: see `is_known`.
    """

    INPUT = "input"
    INPUT_MULTI = "input_multi"
    CHECKBOX = "checkbox"
    CHECKBOX_TWO_WAY = "checkbox_two_way"
    DATE_TIME = "date_time"
    DATE_TIME_RANGE = "date_time_range"
    DATE = "date"
    DATE_RANGE = "date_range"
    TIME = "time"
    TIME_RANGE = "time_range"
    DATE_TIME_AGGREGATION = "date_time_aggregation"
    DROPDOWN = "dropdown"
    DROPDOWN_MULTI = "dropdown_multi"
    DROPDOWN_DYNAMIC = "dropdown_dynamic"
    DROPDOWN_MULTI_DYNAMIC = "dropdown_multi_dynamic"
    DROPDOWN_MANUAL = "dropdown_manual"
    DROPDOWN_MULTI_MANUAL = "dropdown_multi_manual"
