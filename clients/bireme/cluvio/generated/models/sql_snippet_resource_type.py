"""The values of SqlSnippetResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlSnippetResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    SQL_SNIPPETS = "sql_snippets"
