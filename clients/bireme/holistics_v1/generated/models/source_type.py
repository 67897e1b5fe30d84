"""The values of SourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SourceType(OpenStrEnum):
    """Kind of source that jobs run for.

    A value that is not listed is kept: see `is_known`.
    """

    DATA_IMPORT = "DataImport"
    DATA_TRANSFORM = "DataTransform"
    EMAIL_SCHEDULE = "EmailSchedule"
    SCHEDULE_CACHE = "ScheduleCache"
