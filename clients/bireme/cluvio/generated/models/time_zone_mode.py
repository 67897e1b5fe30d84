"""The values of TimeZoneMode."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class TimeZoneMode(OpenStrEnum):
    """Where a dashboard's time zone comes from: nowhere, the organization, the dashboard itself, or the
    person who looks at it.

    A value that is not listed is kept: see `is_known`.
    """

    DISABLED = "disabled"
    ORGANIZATION = "organization"
    FIXED = "fixed"
    INPUT = "input"
