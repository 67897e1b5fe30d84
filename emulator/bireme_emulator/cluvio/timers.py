"""What Cluvio does by the clock: alerts run and dashboard schedules send, at local times of the organization, and the
options of static drop-downs are made anew.

A timer's key says what it is for: `alert/<id>`, `schedule/<id>`, `filter/<id>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from bireme_emulator.kernel.timetable import Timer

from . import filter_options, sql_alerts

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["fire", "timers"]

_DUE = {"alert": sql_alerts.run_due, "filter": filter_options.run_due}


def timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each alert and schedule that is not disabled, and each static drop-down with a refresh rate.

    Occurrences count from when it was last said when they are, so a change never makes up for earlier ones.
    """
    yield from sql_alerts.alert_timers(session, api)
    yield from filter_options.filter_timers(session, api)


def fire(session: Session, api: str, key: str, due: datetime) -> None:
    """Submit the job of one occurrence; nothing where what it was for has gone meanwhile."""
    kind, _, id = key.partition("/")
    _DUE[kind](session, api, id, due)
