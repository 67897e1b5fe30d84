"""The values of ConditionOperator."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ConditionOperator(OpenStrEnum):
    """Operators of a condition. `none` lets everything through, which switches off a default. The ones
    that begin with `transform_` belong to filters that compare periods or set the step of a time axis.

    A value that is not listed is kept: see `is_known`.
    """

    IS = "is"
    IS_NOT = "is_not"
    IS_NULL = "is_null"
    NOT_NULL = "not_null"
    GREATER_THAN = "greater_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    MATCHES_USER_ATTRIBUTE = "matches_user_attribute"
    CONTAINS = "contains"
    DOES_NOT_CONTAIN = "does_not_contain"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    IS_TRUE = "is_true"
    IS_FALSE = "is_false"
    LAST = "last"
    NEXT = "next"
    BEFORE = "before"
    AFTER = "after"
    MATCHES = "matches"
    TRANSFORM_POP_RELATIVE = "transform_pop_relative"
    TRANSFORM_POP_ABSOLUTE = "transform_pop_absolute"
    TRANSFORM_POP_NONE = "transform_pop_none"
    TRANSFORM_DATE_DRILL = "transform_date_drill"
    NONE = "none"
