"""The values of DataScheduleDestType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataScheduleDestType(OpenStrEnum):
    """Kinds of destinations that a schedule can have.

    A value that is not listed is kept: see `is_known`.
    """

    EMAIL_DEST = "EmailDest"
    SLACK_DEST = "SlackDest"
    ADLS2_DEST = "Adls2Dest"
    SFTP_DEST = "SftpDest"
