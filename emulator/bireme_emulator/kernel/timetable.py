"""What is to happen by the clock: timers by crontab, fired exactly once for each of their occurrences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Timer"]


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that an API wants done by a crontab.

    `key` names it for good within its API (e.g. `schedule/7`). `crontab` has the five usual fields and is read in the
    IANA zone `timezone`. Its occurrences are those strictly after `since` (aware): when it was made, changed or resumed.
    """

    key: str
    crontab: str
    timezone: str
    since: datetime
