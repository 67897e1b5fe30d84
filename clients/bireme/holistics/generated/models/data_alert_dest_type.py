"""The values of DataAlertDestType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataAlertDestType(OpenStrEnum):
    """Kinds of destinations that an alert can have.

    A value that is not listed is kept: see `is_known`.
    """

    EMAIL_DEST = "EmailDest"
    SLACK_DEST = "SlackDest"
