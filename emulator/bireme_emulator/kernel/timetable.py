"""What is to happen by the clock: timers by crontab or interval, fired exactly once for each of their occurrences.

Plugins say which timers there are (`ApiPlugin.timers`) and what they do (`ApiPlugin.fire` submits a job). The note that
an occurrence has been fired is kept by the same transaction as the job, so a killed process neither loses nor doubles
one. A jump of the clock fires everything between, in order; going back fires nothing again.
"""

from __future__ import annotations

import heapq
import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .clock import Clock, stopwatch
from .crontab import at_intervals, of_any
from .jobs import FINAL, JobQueue
from .store import Store

if TYPE_CHECKING:
    from .context import ApiPlugin
    from .sessions import Session

__all__ = ["MOST_BEHIND", "Timer", "Timetable"]

MOST_BEHIND = 10_000  # occurrences of one timer that are made up for in a row
_BEGAN = "timetable/began"
_AT_ONCE = 64  # occurrences between two looks at whether the timers have changed
_log = logging.getLogger("bireme_emulator.timetable")


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that an API wants done by a crontab, by several, or at intervals.

    `key` names it for good within its API (e.g. `schedule/7`). `crontab` has the five usual fields and is read in the
    IANA zone `timezone`; of several, each occurrence counts once. With `every` there is no crontab (`()`), and the
    intervals count from `since`. Occurrences are those strictly after `since` (aware): when it was made, changed or
    resumed.
    """

    key: str
    crontab: str | tuple[str, ...]
    timezone: str
    since: datetime
    every: timedelta | None = None

    def after(self, moment: datetime) -> Iterator[datetime]:
        """Its occurrences strictly after `moment`, in UTC. Raises `ValueError` where it can have none."""
        if self.every is not None:
            return at_intervals(self.every, self.since, moment)
        crontabs = (self.crontab,) if isinstance(self.crontab, str) else self.crontab
        return of_any(crontabs, self.timezone, moment)


@dataclass(order=True, slots=True)
class _Upcoming:
    """A timer with its next occurrence; sorts by that."""

    due: datetime
    api: str
    key: str
    plugin: ApiPlugin = field(compare=False)
    timer: Timer = field(compare=False)
    later: Iterator[datetime] = field(compare=False)
    epoch: int = field(compare=False)
    behind: int = field(default=0, compare=False)

    @property
    def mark(self) -> str:
        """The store's setting that holds the last occurrence that was fired."""
        return f"timetable/{self.api}/{self.key}"


class Timetable:
    """The timers of one session. It has a thread while there are timers, which waits on the session's clock.

    Timers fire from `begin` on, at the earliest: what a workspace of 2013 has scheduled is not made up for. One that is
    more than `MOST_BEHIND` occurrences behind (a schedule by the minute, a jump of years) is let off the rest.
    """

    def __init__(self, store: Store, clock: Clock, jobs: JobQueue) -> None:
        self._store, self._clock, self._jobs = store, clock, jobs
        self._guard = threading.Condition(threading.Lock())  # of all flags; nothing else is locked under it
        self._plugins: Sequence[ApiPlugin] = ()
        self._session: Session | None = None
        self._thread: threading.Thread | None = None
        self._changed = self._busy = self._closing = False
        self._holds = 0
        self._epoch = 0  # grows when the state is replaced: what was planned before it is dropped
        self._seen: tuple[int, ...] = ()
        self._floor: datetime | None = None
        self._plan: list[_Upcoming] = []
        self._next: datetime | None = None
        self._fired: set[int] = set()

    def begin(self) -> None:
        """Let the present time be the first at which anything can be due; part of the state."""
        self._clock.begin_anew()
        self._store.set_meta(_BEGAN, self._clock.now().isoformat())

    def start(self, session: Session, plugins: Sequence[ApiPlugin]) -> None:
        """Begin to fire, first what was missed since the state was last closed or killed."""
        self._session = session
        self._plugins = [plugin for plugin in plugins if plugin.timers is not None]
        if not self._plugins:
            return
        if self._store.meta(_BEGAN) is None:
            self.begin()
        self._fired = self._queued_again()
        self._store.watch(self._hold, self._release)
        self._store.on_change(self._look)
        self._stir()

    def settle(self, timeout: float = 30.0) -> bool:
        """Wait up to `timeout` real seconds until all that is due has been fired and its jobs have ended.

        False: it took longer, e.g. because a job waits for a clock that stands still.
        """
        passed = stopwatch()
        while True:
            with self._guard:
                if not self._guard.wait_for(self._at_rest, max(0.0, timeout - passed())):
                    return False
                under_way = [*self._fired]
            if not under_way:
                return True
            for id in under_way:
                if self._jobs.get(id) is not None:
                    self._jobs.wait(id, max(0.0, timeout - passed()))
            with self._guard:
                self._fired -= self._ended(under_way)
                if self._fired & {*under_way} and passed() >= timeout:
                    return False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Fire nothing within the block: for changes of state and clock that belong together."""
        self._hold()
        try:
            yield
        finally:
            self._release()

    def close(self) -> None:
        """Stop. What is due by then is fired after a restart. Closing twice is harmless."""
        with self._guard:
            self._closing = True
            thread = self._thread
            self._guard.notify_all()
        self._clock.wake()
        if thread is not None:
            thread.join(10.0)

    # -- flags, and who is told of them -------------------------------------------------------------------------------

    def _hold(self) -> None:
        with self._guard:
            self._holds += 1
            self._epoch += 1

    def _release(self) -> None:
        with self._guard:
            self._holds -= 1
        self._stir()

    def _look(self) -> None:
        if not self._changed and self._revisions() != self._seen:
            self._stir()

    def _stir(self) -> None:
        """Have the thread look at the timers anew; there is one from now on, if only for that."""
        with self._guard:
            self._changed = True
            if self._holds or self._closing or not self._plugins:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="bireme-timetable", daemon=True)
                self._thread.start()
        self._clock.wake()

    def _at_rest(self) -> bool:
        if self._closing or not self._plugins:
            return True
        if self._changed or self._busy or self._holds:
            return False
        planned, floor = self._next, self._floor
        return planned is None or (planned > self._clock.now() and (floor is None or self._clock.earliest >= floor))

    def _revisions(self) -> tuple[int, ...]:
        return tuple(self._store.revision(plugin.name) for plugin in self._plugins)

    def _ended(self, ids: Sequence[int]) -> set[int]:
        return {id for id in ids if (job := self._jobs.get(id)) is None or job["status"] in FINAL}

    def _queued_again(self) -> set[int]:
        """The jobs that a stop or a kill left unfinished, but for those that wait to be advanced by hand."""
        waiting = [job for job in self._jobs.list() if job["status"] not in FINAL]
        return {job["id"] for job in waiting if self._jobs.progression(job["kind"])[0] != "manual"}

    # -- the thread ---------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while self._turn():
                pass
        except Exception:
            _log.exception("the timetable has stopped; it starts again with the next change of a timer")
        finally:
            with self._guard:
                if self._thread is threading.current_thread():
                    self._thread, self._busy, self._next = None, False, None
                self._guard.notify_all()

    def _turn(self) -> bool:
        """Look at the timers if need be, fire some of what is due, or wait; false: there is no more to do."""
        with self._guard:
            if self._closing or self._holds:
                self._thread = None
                return False
            changed, self._changed, self._busy = self._changed, False, True
        floor = self._begun()
        if changed or floor != self._floor:
            self._read_timers(floor)
        if self._fire_due():
            return True
        with self._guard:
            self._busy = False
            self._next = next_due = self._plan[0].due if self._plan else None
            if len(self._fired) > 256:
                self._fired -= self._ended([*self._fired])
            self._guard.notify_all()
            if self._changed:
                return True
            if next_due is None:
                self._thread = None
                return False
        left = (next_due - self._clock.now()).total_seconds()
        self._clock.wait_for(lambda: self._awaited(next_due, floor), timeout=max(0.0, left))
        return True

    def _awaited(self, due: datetime, floor: datetime) -> bool:
        if self._changed or self._closing or self._holds:
            return True
        return self._clock.now() >= due or self._clock.earliest < floor

    def _begun(self) -> datetime:
        began = self._store.meta(_BEGAN)
        earliest = self._clock.earliest
        return earliest if began is None else min(earliest, datetime.fromisoformat(began))

    def _read_timers(self, floor: datetime) -> None:
        """Plan anew; a timer that is what it was keeps its place."""
        epoch, self._seen = self._epoch, self._revisions()
        same = floor == self._floor
        known = {(each.api, each.key): each for each in self._plan if same and each.epoch == epoch}
        self._floor = floor
        plan = []
        for plugin in self._plugins:
            assert plugin.timers is not None
            assert self._session is not None
            for timer in plugin.timers(self._session):
                upcoming = known.get((plugin.name, timer.key))
                if upcoming is None or upcoming.timer != timer:
                    upcoming = self._planned(plugin, timer, floor, epoch)
                if upcoming is not None:
                    plan.append(upcoming)
        heapq.heapify(plan)
        self._plan = plan

    def _planned(self, plugin: ApiPlugin, timer: Timer, floor: datetime, epoch: int) -> _Upcoming | None:
        after = max(timer.since, floor)
        mark = self._store.meta(f"timetable/{plugin.name}/{timer.key}")
        if mark is not None:
            after = max(after, datetime.fromisoformat(mark))
        try:
            later = timer.after(after)
        except ValueError as error:
            _log.error("timer %s of %s never fires: %s", timer.key, plugin.name, error)
            return None
        due = next(later, None)
        return None if due is None else _Upcoming(due, plugin.name, timer.key, plugin, timer, later, epoch)

    def _fire_due(self) -> int:
        """Fire what is due, in order, but not for long; gives how many."""
        now, count = self._clock.now(), 0
        while self._plan and self._plan[0].due <= now and count < _AT_ONCE:
            if self._closing or self._holds:
                break
            upcoming = self._plan[0]
            self._fire(upcoming)
            count += 1
            self._move_on(upcoming, now)
        return count

    def _move_on(self, upcoming: _Upcoming, now: datetime) -> None:
        upcoming.behind += 1
        if upcoming.behind >= MOST_BEHIND and (left_out := next(upcoming.later, now)) < now:
            message = "timer %s of %s is more than %d occurrences behind; those from %s to %s are left out"
            _log.warning(message, upcoming.key, upcoming.api, MOST_BEHIND, left_out.isoformat(), now.isoformat())
            self._store.set_meta(upcoming.mark, now.isoformat())
            upcoming.later = upcoming.timer.after(now)
        due = next(upcoming.later, None)
        if due is None:
            heapq.heappop(self._plan)
            return
        if due > now:
            upcoming.behind = 0
        upcoming.due = due
        heapq.heapreplace(self._plan, upcoming)

    def _fire(self, upcoming: _Upcoming) -> None:
        assert self._session is not None
        due = upcoming.due
        try:
            with self._jobs.submissions() as ids:
                if upcoming.epoch != self._epoch or self._closing:
                    return
                self._store.set_meta(upcoming.mark, due.isoformat())
                upcoming.plugin.fire(self._session, upcoming.key, due)
            with self._guard:
                self._fired.update(ids)
        except Exception:
            _log.exception("timer %s of %s could not be fired for %s", upcoming.key, upcoming.api, due.isoformat())
            self._pass_over(upcoming)

    def _pass_over(self, upcoming: _Upcoming) -> None:
        """Note an occurrence that its plugin has failed to fire, lest it is tried for ever."""
        try:
            with self._store.transaction():
                if upcoming.epoch == self._epoch and not self._closing:
                    self._store.set_meta(upcoming.mark, upcoming.due.isoformat())
        except Exception:
            _log.exception("the state cannot be written; %s is due again after a restart", upcoming.key)
