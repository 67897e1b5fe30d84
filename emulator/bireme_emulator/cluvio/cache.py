"""What is known of a query's results: the newest one for equal inputs, what is under way, and whether it is stale.

Results are shared by whoever asks the same query with equal inputs (fact sheet, sections 8 and 10): `owner` says whose
query it is (`report:<id>`, `filter:<id>`), `Inputs.key` which inputs. A result is cached for 24 hours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from .execution_book import Execution, book_of, is_over
from .executions import cancel, find, settled, start
from .inputs import Inputs
from .organization import time_zone
from .results import available

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["current", "failed", "is_stale", "newest", "refresh", "running"]


def current(session: Session, api: str, owner: str, inputs: Inputs) -> Execution | None:
    """The newest execution of a query that has data, or `None`."""
    known = book_of(session, api).named(owner, inputs.key)
    return next((one for one in known if available(session, api, one)), None)


def running(session: Session, api: str, owner: str, inputs: Inputs) -> Sequence[Execution]:
    """The executions of a query that have not ended, newest first."""
    known = [settled(session, api, one) for one in book_of(session, api).named(owner, inputs.key) if not is_over(one)]
    return [one for one in known if not is_over(one)]


def newest(session: Session, api: str, owner: str, inputs: Inputs) -> Execution | None:
    """The execution of a query that was started last, however it ended, within 24 hours; or `None`."""
    known = book_of(session, api).named(owner, inputs.key)
    return find(session, api, known[0]["id"]) if known else None


def failed(session: Session, api: str, owner: str, inputs: Inputs) -> Execution | None:
    """The newest execution of a query if it ended without data (and was not cancelled), or `None`."""
    known = [one for one in book_of(session, api).named(owner, inputs.key) if one["status"] != "cancelled"]
    last = find(session, api, known[0]["id"]) if known else None
    return last if last is not None and is_over(last) and last["status"] != "success" else None


def is_stale(
    session: Session, api: str, execution: Execution, refresh_rate_minutes: float | None, anchor_time: str | None
) -> bool:
    """Whether data is too old to be shown without asking anew.

    It is when it is older than the refresh rate (`None`: no matter how old), and when it is from before the last time
    that it was `anchor_time` (`HH:MM`) today in the organization's time zone. How old data is counts from when its
    query ran, not from when that had finished.
    """
    made = datetime.fromisoformat(execution["started_at"] or execution["created_at"])
    now = session.clock.now()
    if refresh_rate_minutes is not None and now - made > timedelta(minutes=refresh_rate_minutes):
        return True
    if not anchor_time:
        return False
    zone = time_zone(session, api)
    hour, _, minute = anchor_time.partition(":")
    anchor = now.astimezone(zone).replace(hour=int(hour), minute=int(minute[:2]), second=0, microsecond=0)
    return made < anchor <= now


def refresh(
    session: Session, api: str, owner: str, datasource_id: str, sql: str, *, inputs: Inputs, **more: Any
) -> Execution:
    """Start a query anew; what is under way for equal inputs is cancelled first. `more` is as for `executions.start`.

    Example: `refresh(session, api, "report:flts-mnth-0001", "smpl-data-0001", sql, inputs=inputs, dashboard_id=id)`
    """
    with session.store.transaction():
        for earlier in running(session, api, owner, inputs):
            cancel(session, api, earlier["id"])
        return start(session, api, datasource_id, sql, inputs=inputs, owner=owner, **more)
