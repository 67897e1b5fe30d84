"""The values of VizType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class VizType(OpenStrEnum):
    """Kinds of charts.

    A value that is not listed is kept: see `is_known`.
    """

    DATA_TABLE = "data_table"
    AREA_CHART = "area_chart"
    LINE_CHART = "line_chart"
    BAR_CHART = "bar_chart"
    COLUMN_CHART = "column_chart"
    PIE_CHART = "pie_chart"
    SCATTER_CHART = "scatter_chart"
    PYRAMID_CHART = "pyramid_chart"
    FUNNEL_CHART = "funnel_chart"
    BUBBLE_CHART = "bubble_chart"
    RETENTION_HEATMAP = "retention_heatmap"
    PIVOT_TABLE = "pivot_table"
    GEO_HEATMAP = "geo_heatmap"
    CONVERSION_FUNNEL = "conversion_funnel"
    COMBINATION_CHART = "combination_chart"
    METRIC_KPI = "metric_kpi"
    RADAR_CHART = "radar_chart"
    WORDCLOUD = "wordcloud"
    SOLID_GAUGE = "solid_gauge"
    FILLED_MAP = "filled_map"
    POINT_MAP = "point_map"
    METRIC_SHEET = "metric_sheet"
    NEW_CONVERSION_FUNNEL = "new_conversion_funnel"
    HEATMAP = "heatmap"
