"""What a job is on record: its row, its log lines, its runner's tools; `jobs.py` decides when they change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .clock import Clock
from .frozen import FrozenDict, freeze
from .store import Store
from .tables import Writer

if TYPE_CHECKING:
    from .sessions import Session

__all__ = [
    "JobBook",
    "JobContext",
    "JobFailure",
    "JobRefused",
    "JobRunner",
    "Live",
    "LogLevel",
    "Outcome",
    "Progression",
]

LogLevel: TypeAlias = Literal["INFO", "ERROR"]


ACTIVE = frozenset({"created", "queued", "running"})
LOOK_BACK = timedelta(minutes=10)  # Holistics docs, job de-duplication

Progression: TypeAlias = Literal["immediate", "time", "manual"]
_MODES: dict[str, Progression] = {"immediate": "immediate", "time": "time", "manual": "manual"}


class JobFailure(Exception):
    """Raised by a runner: the job fails with this message, which its owner reads in the log."""


class JobRefused(Exception):
    """What was asked of a job cannot be done in its present state; the message says why."""


class JobContext:
    """What a runner may use: its session, the job's id, API and owner, the job's log, and word of a cancellation."""

    def __init__(
        self, session: Session, job: Mapping[str, Any], live: Live, log: Callable[[Live, LogLevel, str], None]
    ) -> None:
        self.session = session
        self.job_id: int = job["id"]
        self.api: str = job["api"]
        self.user_id: int | str | None = job["user_id"]
        self._live, self._log = live, log

    def log(self, level: LogLevel, message: str) -> None:
        """Add a line to the job's log."""
        self._log(self._live, level, message)

    def cancelled(self) -> bool:
        """Whether the runner should stop: its job was cancelled, or the emulator is stopping."""
        return self._live.stop.is_set()

    def on_cancel(self, callback: Callable[[], None]) -> None:
        """Have `callback` called once on cancellation, from another thread (e.g. to interrupt a query)."""
        self._live.call_on_stop(callback)


JobRunner: TypeAlias = Callable[[JobContext, dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the work ended: with a result, or with an error for the log."""

    result: Any = None
    error: str | None = None


@dataclass(eq=False, slots=True)
class Live:
    """What an unfinished job has in memory only.

    `gate` is the virtual second at which its stage may end (`None`: it may end any time), `since` when the stage began.
    """

    id: int
    epoch: int
    gate: float | None = None
    since: float = 0.0
    outcome: Outcome | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    _on_stop: list[Callable[[], None]] = field(default_factory=list)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def call_on_stop(self, callback: Callable[[], None]) -> None:
        """Keep a callback for `tell_to_stop`, or call it now if that is past."""
        with self._guard:
            stopped = self.stop.is_set()
            if not stopped:
                self._on_stop.append(callback)
        if stopped:
            callback()

    def tell_to_stop(self) -> None:
        """Set `stop` and call what waits for it, each callback once."""
        with self._guard:
            self.stop.set()
            callbacks, self._on_stop = self._on_stop, []
        for callback in callbacks:
            callback()


class JobBook:
    """Jobs and their log lines in memory, each change written through to the store. Not locked: its owner is."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.jobs: dict[int, FrozenDict] = {}
        self.logs: dict[int, list[FrozenDict]] = {}
        self.load()

    def load(self) -> None:
        """Read everything from the store, in place of what was known."""
        rows = sorted((int(id), body) for id, body in self._store.rows("jobs"))
        self.jobs = {id: freeze(body) for id, body in rows}
        logs: dict[int, list[FrozenDict]] = {}
        for job_id, _, line in self._store.rows("job_logs"):
            logs.setdefault(job_id, []).append(freeze(line))
        self.logs = logs

    def open(
        self,
        api: str,
        kind: str,
        params: Mapping[str, Any],
        *,
        user_id: int | str | None,
        dedupe_key: str | None,
        source: Mapping[str, Any] | None,
    ) -> dict[str, Any]:
        """A new job with an id of its own, not yet written."""
        return {
            "id": self._next_id(),
            "api": api,
            "kind": kind,
            "user_id": user_id,
            "status": "created",
            "params": params,
            "dedupe_key": dedupe_key,
            "source": source,
            "created_at": self.stamp(),
            "start_time": None,
            "end_time": None,
            "last_error_log": None,
            "existing_job_id": None,
            "result": None,
        }

    def _next_id(self) -> int:
        """An id that every client can keep: R writes 100000 as 1e+05, and would ask for that."""
        id = self._store.next_id("jobs", "job")
        while _is_round(id):
            id = self._store.next_id("jobs", "job")
        return id

    def write(
        self, job: Mapping[str, Any], level: LogLevel, message: str, /, durably: bool = True, **changes: Any
    ) -> FrozenDict:
        """Record a job with `changes` and the log line about them, together; gives the new record.

        Without `durably` it reaches the disk with whatever is written next: enough for what a killed process may
        forget, because the job is queued again and says it anew.
        """
        if level == "ERROR":
            changes["last_error_log"] = message
        record: FrozenDict = freeze({**job, **changes})
        line: FrozenDict = freeze({"level": level, "message": message, "timestamp": self.stamp()})
        id = record["id"]
        self._store.save_job(id, record, len(self.logs.get(id, ())), line, durably=durably)
        earlier = self.jobs.get(id)
        self._store.on_failure(lambda: self._take_back(id, earlier))
        self.jobs[id] = record
        self.logs.setdefault(id, []).append(line)
        return record

    def drop(self, ids: Collection[int]) -> None:
        """Forget finished jobs with their logs, on disk with whatever is written next."""
        for id in ids:
            self.jobs.pop(id, None)
            self.logs.pop(id, None)

        def write(writer: Writer) -> None:
            for id in ids:
                writer.remove("jobs", {"id": str(id)})
                writer.remove("job_logs", {"job_id": id})

        self._store.lazily(write)

    def _take_back(self, id: int, earlier: FrozenDict | None) -> None:
        """Forget the last write: the transaction that it was part of has failed."""
        if earlier is None:
            self.jobs.pop(id, None)
            self.logs.pop(id, None)
        else:
            self.jobs[id] = earlier
            self.logs[id].pop()

    def twin(self, ids: Iterable[int], api: str, kind: str, key: str) -> int | None:
        """The job among `ids` that does the same already, and not since too long ago."""
        now = self._clock.now()
        for id in ids:
            job = self.jobs[id]
            same = (job["api"], job["kind"], job["dedupe_key"]) == (api, kind, key) and job["status"] in ACTIVE
            if same and now - datetime.fromisoformat(job["created_at"]) <= LOOK_BACK:
                return id
        return None

    def set_progression(self, kind: str, mode: Progression, seconds: float) -> None:
        """Keep how jobs of a kind proceed. Raises `ValueError` for what cannot be."""
        if mode not in _MODES:
            raise ValueError(f"mode={mode!r}: progression is one of {', '.join(_MODES)}")
        if not 0 <= seconds < float("inf"):
            raise ValueError(f"seconds={seconds!r}: give zero or more seconds")
        self._store.set_meta(f"progression/{kind}", f"{mode} {seconds}")

    def progression(self, kind: str) -> tuple[Progression, float]:
        """Mode and seconds per stage of a kind of job."""
        mode, _, seconds = (self._store.meta(f"progression/{kind}") or "immediate 0").partition(" ")
        return _MODES[mode], float(seconds)

    def lose(self, id: int) -> None:
        """End a job in memory, when the store cannot take its end."""
        lost = {"status": "failure", "last_error_log": "The end of the job could not be recorded"}
        self.jobs[id] = freeze({**self.jobs[id], **lost})

    def stamp(self) -> str:
        """The clock's time, ISO 8601 with milliseconds, UTC as `Z`."""
        return self._clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _is_round(number: int) -> bool:
    """Whether scientific notation is the shorter way to write a number, e.g. 100000 (1e+05) or 12000000 (1.2e+07)."""
    digits = len(str(number).rstrip("0"))
    return digits + (digits > 1) + len("e+05") < len(str(number))
