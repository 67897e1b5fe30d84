"""The values of VizAggregation."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class VizAggregation(OpenStrEnum):
    """Ways to make one value of many. Those that begin with `running` go through the rows in their order.

    A value that is not listed is kept: see `is_known`.
    """

    SUM = "sum"
    AVG = "avg"
    MAX = "max"
    MIN = "min"
    RUNNING_SUM = "running sum"
    RUNNING_AVG = "running avg"
    RUNNING_MAX = "running max"
    RUNNING_MIN = "running min"
    COUNT = "count"
    COUNT_DISTINCT = "count distinct"
    MEDIAN = "median"
    STDEV = "stdev"
    STDEVP = "stdevp"
    VAR = "var"
    VARP = "varp"
    CUSTOM = "custom"
