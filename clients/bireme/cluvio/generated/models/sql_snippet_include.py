"""The values of SqlSnippetInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlSnippetInclude(OpenStrEnum):
    """Related objects that come along with a SQL snippet.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCE = "datasource"
    SQL_SNIPPETS = "sql_snippets"
