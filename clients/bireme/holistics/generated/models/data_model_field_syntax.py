"""The values of DataModelFieldSyntax."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataModelFieldSyntax(OpenStrEnum):
    """Languages that a field can be defined in; empty if none is stated.

    A value that is not listed is kept: see `is_known`.
    """

    SQL = "sql"
    AML = "aml"
    AQL = "aql"
    NONE = ""
