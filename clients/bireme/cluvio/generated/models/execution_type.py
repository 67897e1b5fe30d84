"""The values of ExecutionType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ExecutionType(OpenStrEnum):
    """What a query is run for: a report or ad hoc SQL, the options of a filter, an alert, the reading of
    tables and columns, or an export.

    A value that is not listed is kept: see `is_known`.
    """

    SQL_QUERY = "sql_query"
    SQL_FILTER = "sql_filter"
    SQL_ALERT = "sql_alert"
    ALMANACH_QUERY = "almanach_query"
    EXPORT_QUERY = "export_query"
