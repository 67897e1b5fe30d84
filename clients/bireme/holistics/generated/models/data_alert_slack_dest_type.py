"""The values of DataAlertSlackDestType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataAlertSlackDestType(OpenStrEnum):
    """Tells this kind of destination from the others.

    A value that is not listed is kept: see `is_known`.
    """

    SLACK_DEST = "SlackDest"
