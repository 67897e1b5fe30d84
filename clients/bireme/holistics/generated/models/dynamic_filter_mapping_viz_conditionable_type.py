"""The values of DynamicFilterMappingVizConditionableType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DynamicFilterMappingVizConditionableType(OpenStrEnum):
    """Kind of object that the filter acts on.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_WIDGET = "DashboardWidget"
