"""The values of SqlAlertResultStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertResultStatus(OpenStrEnum):
    """How a run of an alert can come out.

    A value that is not listed is kept: see `is_known`.
    """

    OK = "ok"
    ALERT_TRIGGERED = "alert_triggered"
    ALERT_ERROR = "alert_error"
    QUERY_ERROR = "query_error"
    INTERNAL_ERROR = "internal_error"
    INTERNAL_TIMEOUT = "internal_timeout"
    CANCELLED = "cancelled"
