"""The values of DataScheduleEmailDestType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataScheduleEmailDestType(OpenStrEnum):
    """Tells this kind of destination from the others.

    A value that is not listed is kept: see `is_known`.
    """

    EMAIL_DEST = "EmailDest"
