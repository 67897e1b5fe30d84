"""What Holistics does by the clock: schedules and alerts come due by their crontabs, in the workspace's time zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from bireme_emulator.kernel.timetable import Timer

from . import data_alerts, data_schedules
from .owned import ALERTS, SCHEDULES
from .titles import timezone_of
from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["fire", "timers"]

# By the first part of a timer's key: what is kept, what does the work, its parameter, and its name as a job's source.
_KINDS = {
    "schedule": (SCHEDULES, data_schedules.EXECUTE, "schedule_id", "DataSchedule"),
    "alert": (ALERTS, data_alerts.EXECUTE, "alert_id", "DataAlert"),
}


def timers(session: Session) -> Iterator[Timer]:
    """A timer for each schedule and alert that is neither paused nor archived.

    Occurrences count from the time when the record was last saved, so a change never makes up for earlier ones.
    """
    zone = timezone_of(session)
    for name, (owned, _, _, _) in _KINDS.items():
        for record in session.store.list(API, owned.kind):
            timing = record["schedule"]
            if not (timing["paused"] or timing["is_archived"]):
                since = datetime.fromisoformat(record["_since"])
                yield Timer(f"{name}/{record['id']}", timing["repeat"], zone, since)


def fire(session: Session, key: str, due: datetime) -> None:
    """Submit the job of one occurrence; nothing where the record has gone meanwhile."""
    name, _, id = key.partition("/")
    owned, kind, parameter, source = _KINDS[name]
    record = session.store.get(API, owned.kind, id)
    if record is None:
        return
    params = {parameter: record["id"], "due": due.isoformat()}
    about = {"type": source, "id": record["id"], "action": "execute"}
    session.jobs.submit(API, kind, params, user_id=record["_owner_id"], source=about)
