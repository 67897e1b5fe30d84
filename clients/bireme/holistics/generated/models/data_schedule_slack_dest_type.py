"""The values of DataScheduleSlackDestType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataScheduleSlackDestType(OpenStrEnum):
    """Tells this kind of destination from the others.

    A value that is not listed is kept: see `is_known`.
    """

    SLACK_DEST = "SlackDest"
