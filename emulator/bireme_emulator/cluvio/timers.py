"""What Cluvio does by the clock: alerts run and dashboard schedules send, at local times of the organization.

A timer's key says what it is for: `alert/<id>`, `schedule/<id>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from bireme_emulator.kernel.timetable import Timer

from . import sql_alerts

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["fire", "timers"]

_DUE = {"alert": sql_alerts.run_due}


def timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each alert and each schedule that is not disabled.

    Occurrences count from when it was last said when they are, so a change never makes up for earlier ones.
    """
    yield from sql_alerts.alert_timers(session, api)


def fire(session: Session, api: str, key: str, due: datetime) -> None:
    """Submit the job of one occurrence; nothing where what it was for has gone meanwhile."""
    kind, _, id = key.partition("/")
    _DUE[kind](session, api, id, due)
