"""The values of FilterInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class FilterInclude(OpenStrEnum):
    """Related objects that come along with a custom filter.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCE = "datasource"
    SQL_SNIPPETS = "sql_snippets"
    PARENT_FILTER = "parent_filter"
