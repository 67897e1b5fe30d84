"""The values of DataModelFieldAggregation."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataModelFieldAggregation(OpenStrEnum):
    """Ways to make one value of many.

    A value that is not listed is kept: see `is_known`.
    """

    AVG = "avg"
    SUM = "sum"
    COUNT = "count"
    MIN = "min"
    MAX = "max"
    COUNT_DISTINCT = "count distinct"
    MEDIAN = "median"
    STDEV = "stdev"
    STDEVP = "stdevp"
    VAR = "var"
    VARP = "varp"
    CUSTOM = "custom"
    NOT_SUPPORTED = "not_supported"
