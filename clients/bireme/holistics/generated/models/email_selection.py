"""The values of EmailSelection."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class EmailSelection(OpenStrEnum):
    """What part of a dashboard a mail is about.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD = "dashboard"
    TAB = "tab"
    WIDGET = "widget"
