"""Every night tables and columns of datasources are read anew (user manual), where `update_schema_nightly` says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bireme_emulator.kernel.timetable import Timer

from .executions import start
from .inputs import Inputs
from .organization import time_zone
from .reach import problem_of

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["nightly_timers", "read_nightly"]

_AT_THREE = "0 3 * * *"
_NIGHT = timedelta(hours=24)


def nightly_timers(session: Session, api: str) -> Iterator[Timer]:
    """A timer for each datasource that is to be read every night and can be reached; at 3:00 at the organization."""
    zone = str(time_zone(session, api))
    for datasource in session.store.list(api, "datasources"):
        attributes = datasource["attributes"]
        if attributes.get("update_schema_nightly") and problem_of(session, api, datasource) is None:
            since = datetime.fromisoformat(attributes["created_at"])
            yield Timer(f"datasource/{datasource['id']}", _AT_THREE, zone, since)


def read_nightly(session: Session, api: str, datasource_id: str, due: datetime) -> None:
    """Start the reading of one night; nights that the clock has jumped over are not made up for."""
    if session.store.get(api, "datasources", datasource_id) is None or session.clock.now() - due >= _NIGHT:
        return
    start(session, api, datasource_id, "", inputs=Inputs.of(None), kind="almanach_query")
