"""The values of SqlAlertRunSchedule."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertRunSchedule(OpenStrEnum):
    """When an alert runs: on request only, at times of the day, or every so many minutes.

    A value that is not listed is kept: see `is_known`.
    """

    DISABLED = "disabled"
    AT = "at"
    EVERY = "every"
