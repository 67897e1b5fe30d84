"""Where a session's clock stands, as part of the state on disk: a restart goes on from there.

A clock that stands still is found where it stood; one that runs is found as far ahead of real time, or behind it, as it
was. Started with another time than the state was started with before (`--clock`), it begins at that.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from .clock import Clock
from .store import Store

__all__ = ["clock_of", "keep_clock"]

_KEY = "clock"
_LEAST = 1.0  # seconds: less is no setting of the clock, but the time that a start takes


def clock_of(store: Store, asked: datetime | None) -> Clock:
    """The clock of a state; `asked` is the time to freeze it at, `None` for real time."""
    kept = json.loads(store.meta(_KEY) or "{}")
    if not kept or kept["asked"] != _written(asked):
        return Clock() if asked is None else Clock("frozen", at=asked)
    if kept["mode"] == "frozen":
        return Clock("frozen", at=datetime.fromisoformat(kept["time"]))
    return Clock(at=Clock().now() + timedelta(seconds=kept["ahead"]))


def keep_clock(store: Store, clock: Clock, asked: datetime | None) -> None:
    """Write down where the clock stands, where the state is on disk."""
    if not store.persistent:
        return
    now = clock.now()
    ahead = (now - Clock().now()).total_seconds()
    where = {"mode": clock.mode, "time": now.isoformat(), "ahead": ahead if abs(ahead) >= _LEAST else 0.0}
    store.set_meta(_KEY, json.dumps({"asked": _written(asked), **where}))


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()
