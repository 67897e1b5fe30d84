"""The values of WidgetSourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class WidgetSourceType(OpenStrEnum):
    """Kinds of things that a widget can show.

    A value that is not listed is kept: see `is_known`.
    """

    QUERY_REPORT = "QueryReport"
    QUERY_METRIC = "QueryMetric"
    TEXT = "Text"
