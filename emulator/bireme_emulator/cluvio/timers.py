"""What Cluvio does by the clock: alerts run and dashboard schedules send at local times of the organization, options of
static drop-downs are made anew, schemas are read.

Each kind of thing that has a clock is a line of `_CLOCKED`: the first part of its timers' keys (`alert/<id>`), what
gives its timers, and what submits the job of one occurrence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from bireme_emulator.kernel.timetable import Timer

from . import dashboard_schedules, filter_options, sql_alerts
from .nightly import nightly_timers, read_nightly

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["fire", "timers"]

Timers: TypeAlias = "Callable[[Session, str], Iterable[Timer]]"
RunDue: TypeAlias = "Callable[[Session, str, str, datetime], None]"

_CLOCKED: dict[str, tuple[Timers, RunDue]] = {
    "alert": (sql_alerts.alert_timers, sql_alerts.run_due),
    "schedule": (dashboard_schedules.schedule_timers, dashboard_schedules.send_due),
    "filter": (filter_options.filter_timers, filter_options.run_due),
    "datasource": (nightly_timers, read_nightly),
}


def timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each alert and each schedule that is not disabled, and for each datasource that is read every night.

    Occurrences count from when it was last said when they are, so a change never makes up for earlier ones.
    """
    for timers_of, _ in _CLOCKED.values():
        yield from timers_of(session, api)


def fire(session: Session, api: str, key: str, due: datetime) -> None:
    """Submit the job of one occurrence; nothing where what it was for has gone meanwhile."""
    kind, _, id = key.partition("/")
    _CLOCKED[kind][1](session, api, id, due)
