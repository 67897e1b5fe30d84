"""The values of SqlAlertEmailCondition."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertEmailCondition(OpenStrEnum):
    """When an alert sends mail: while its condition holds, when that has changed since the run before, or
    after every run.

    A value that is not listed is kept: see `is_known`.
    """

    TRIGGERED = "triggered"
    CHANGED = "changed"
    ALL = "all"
