"""What is kept of a dashboard schedule: the schedule, and beside it when it was last sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["KIND", "last_sent_at", "note_sent", "remove_schedule"]

KIND = "dashboard_schedules"
_STATES = "dashboard_schedule_states"


def last_sent_at(session: Session, api: str, schedule_id: str) -> str | None:
    """When a schedule was last sent, if ever."""
    state = session.store.get(api, _STATES, schedule_id)
    return None if state is None else str(state["last_sent_at"])


def note_sent(session: Session, api: str, schedule_id: str) -> None:
    """Keep that a schedule has been sent now; nothing of one that was deleted meanwhile."""
    with session.store.transaction():
        if session.store.get(api, KIND, schedule_id) is not None:
            sent_at = session.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
            session.store.put(api, _STATES, schedule_id, {"last_sent_at": sent_at})


def remove_schedule(session: Session, api: str, schedule_id: str) -> None:
    """Remove a schedule with all that is kept of it; call it in the transaction that takes the reason away."""
    session.store.delete(api, KIND, schedule_id)
    session.store.delete(api, _STATES, schedule_id)
