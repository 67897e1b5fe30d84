"""The values of SqlAlertTriggerCondition."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertTriggerCondition(OpenStrEnum):
    """What triggers an alert: rows, no rows, or how the one number of the result compares with a value.

    A value that is not listed is kept: see `is_known`.
    """

    HAS_RESULTS = "has_results"
    NO_RESULTS = "no_results"
    GREATER_THAN = "greater_than"
    LOWER_THAN = "lower_than"
    EQUAL = "equal"
    NOT_EQUAL = "not_equal"
