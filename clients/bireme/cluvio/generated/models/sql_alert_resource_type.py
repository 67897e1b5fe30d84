"""The values of SqlAlertResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    SQL_ALERTS = "sql_alerts"
