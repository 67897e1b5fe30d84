"""A real job queue: jobs wait, are worked on by threads, succeed, fail or are cancelled, and survive a restart.

A job passes created, queued and running before it ends. How fast is a matter of its kind's progression: `immediate`
(as fast as a worker is free), `time` (at least so many virtual seconds in each of the three, waiting for a worker
included), or `manual` (each step waits for `advance`). The work starts with `running`; its end shows when that stage
is over.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .clock import Clock, new_token
from .frozen import FrozenDict, freeze
from .jobbook import (
    ACTIVE,
    JobBook,
    JobContext,
    JobFailure,
    JobRefused,
    JobRunner,
    Live,
    LogLevel,
    Outcome,
    Progression,
)
from .retention import JobRetention
from .store import Store

if TYPE_CHECKING:
    from .sessions import Session

__all__ = ["ACTIVE", "FINAL", "JobContext", "JobFailure", "JobQueue", "JobRefused", "JobRunner", "Progression"]

FINAL = frozenset({"success", "failure", "cancelled", "already_existed"})
_UNTIL_ADVANCED = float("inf")
_log = logging.getLogger("bireme_emulator.jobs")


class JobQueue:
    """The jobs of one session.

    Register runners with `register`, then `start`: whatever an earlier process left unfinished is queued again. Threads
    exist only while there is work, at most `workers` of them.
    """

    def __init__(self, store: Store, clock: Clock, *, workers: int = 2) -> None:
        if workers < 1:
            raise ValueError(f"workers={workers!r}: a queue needs at least one")
        self._store, self._clock, self._workers = store, clock, workers
        self._lock = store.lock  # the store's own: a job may be submitted within a transaction
        self._session: Session | None = None
        self._runners: dict[tuple[str, str], JobRunner] = {}
        self._book = JobBook(store, clock)
        self._retention = JobRetention(self._book)
        self._live: dict[int, Live] = {}
        self._ready: deque[Live] = deque()
        self._threads: set[threading.Thread] = set()
        self._keeper: threading.Thread | None = None
        self._epoch = 0  # grows when the state is replaced: work begun before it is dropped
        self._timed = 0  # grows with every gate that opens by time; 0 when there is none
        self._closing = False
        self._at_close: list[Callable[[], None]] = []
        self._submitted: list[int] | None = None
        store.watch(self._abandon, self._reload)

    def register(self, api: str, kinds: Mapping[str, JobRunner]) -> None:
        """Say what does the work of an API's job kinds."""
        self._runners.update({(api, kind): runner for kind, runner in kinds.items()})

    def start(self, session: Session) -> None:
        """Begin to work, first on what was unfinished when the state was last closed or killed."""
        with self._lock:
            self._session = session
            self._requeue()

    def submit(
        self,
        api: str,
        kind: str,
        params: Mapping[str, Any],
        *,
        user_id: int | str | None = None,
        dedupe_key: str | None = None,
        source: Mapping[str, Any] | None = None,
    ) -> FrozenDict:
        """Take a job on; the record shows it `created`, or `already_existed` and which job does the same already.

        A job is the same when API, kind and `dedupe_key` are, it is not finished, and it is at most ten minutes old.
        Submitted within a transaction of the store, the job begins when that is kept, and never was if it fails.
        """
        if (api, kind) not in self._runners:
            raise ValueError(f"nothing does jobs of kind {kind!r} for {api!r}; register a runner first")
        with self._lock:
            self._settle()
            twin = self._book.twin(self._live, api, kind, dedupe_key) if dedupe_key is not None else None
            job = self._book.open(api, kind, params, user_id=user_id, dedupe_key=dedupe_key, source=source)
            if twin is not None:
                message = f"Identical to job {twin}, which has not finished yet"
                ended: dict[str, Any] = {
                    "status": "already_existed",
                    "existing_job_id": twin,
                    "end_time": self._book.stamp(),
                }
                return self._book.write(job, "INFO", message, **ended)
            created = self._book.write(job, "INFO", "Job created")
            live = Live(created["id"], self._epoch, since=self._clock.monotonic())
            self._live[live.id] = live
            if self._submitted is not None:
                self._submitted.append(live.id)
            self._store.on_failure(lambda: self._forget(live))
            self._store.after_commit(lambda: self._start(live))
            return created

    @contextmanager
    def submissions(self) -> Iterator[list[int]]:
        """A transaction of the store, with the ids of the jobs that are submitted in it."""
        with self._store.transaction():
            self._submitted = []
            try:
                yield self._submitted
            finally:
                self._submitted = None

    def get(self, id: int) -> FrozenDict | None:
        """The job's record as it stands now, or `None`."""
        if self._timed:
            with self._lock:
                self._settle()
        return self._book.jobs.get(id)

    def logs(self, id: int) -> Sequence[FrozenDict]:
        """The job's log lines `{level, message, timestamp}`, oldest first."""
        self.get(id)
        return tuple(self._book.logs.get(id, ()))

    def list(self, api: str | None = None) -> Sequence[FrozenDict]:
        """All jobs, or those of one API, oldest first."""
        with self._lock:
            self._settle()
            return tuple(job for job in self._book.jobs.values() if api is None or job["api"] == api)

    def occupancy(self) -> tuple[int, int]:
        """How many workers there are, and how many of them have a job whose status says that it runs."""
        with self._lock:
            self._settle()
            running = sum(self._book.jobs[id]["status"] in ("running", "cancelling") for id in self._live)
            return self._workers, min(self._workers, running)

    def cancel(self, id: int) -> FrozenDict:
        """Cancel a job: at once while it waits; while it runs it is `cancelling` until the work lets go.

        Raises `JobRefused` for a job that is unknown or has ended.
        """
        with self._lock:
            self._settle()
            live, job = self._unfinished(id)
            if job["status"] in ("created", "queued"):
                self._end(live, "cancelled", "INFO", "Cancelled before it ran")
                return self._book.jobs[id]
            if job["status"] == "running":
                self._book.write(job, "INFO", "Cancellation asked for", status="cancelling")
        live.tell_to_stop()
        self._clock.wake()  # the work may be waiting for a time
        return self._book.jobs[id]

    def advance(self, id: int, patience: float = 30.0) -> FrozenDict:
        """Let a job of `manual` or `time` progression take its next step now; gives the record after it.

        The last step waits up to `patience` real seconds for the work. Raises `JobRefused` for an unknown or ended one.
        """
        with self._lock:
            self._settle()
            live, job = self._unfinished(id)
            last = job["status"] in ("running", "cancelling")
            if live.gate is not None:
                live.since = self._clock.monotonic()
                self._pass_gate(live)
                if job["status"] == "queued" and self._book.jobs[id]["status"] == "queued":
                    self._begin(live)  # now, even if the work itself has to wait for a worker
        if last:
            live.ended.wait(patience)
        return self._book.jobs[id]

    def wait(self, id: int, timeout: float = 30.0) -> FrozenDict:
        """Block up to `timeout` real seconds for a job to end; gives the record as it stands then."""
        if (live := self._live.get(id)) is not None:
            live.ended.wait(timeout)
        return self._book.jobs[id]

    def set_progression(self, kind: str, mode: Progression, seconds: float = 0.0) -> None:
        """How jobs of a kind proceed from now on; part of the state. `seconds` counts per stage, for mode `time`."""
        self._book.set_progression(kind, mode, seconds)

    def progression(self, kind: str) -> tuple[Progression, float]:
        """Mode and seconds per stage of a kind of job."""
        return self._book.progression(kind)

    def close(self) -> None:
        """Stop: running work is told to, nothing new begins, threads end. What is unfinished runs after a restart."""
        with self._lock:
            self._closing = True
            threads = [*self._threads, *([self._keeper] if self._keeper else [])]
            under_way = [*self._live.values()]
        for live in under_way:
            live.tell_to_stop()
        self._clock.wake()
        for thread in threads:
            thread.join(10.0)
        while self._at_close:
            self._at_close.pop(0)()

    def at_close(self, callback: Callable[[], None]) -> None:
        """Have `callback` called when the queue is closed: for what runners share and somebody has to let go of."""
        self._at_close.append(callback)

    # -- stages: all of these are called under the lock ---------------------------------------------------------------

    def _start(self, live: Live) -> None:
        if live.id in self._live and self._book.jobs[live.id]["status"] == "created":
            self._set_gate(live)

    def _set_gate(self, live: Live) -> None:
        """Set the gate at the end of the stage that began at `live.since`, and pass it if it is open."""
        mode, seconds = self.progression(self._book.jobs[live.id]["kind"])
        live.gate = _UNTIL_ADVANCED if mode == "manual" else live.since + (seconds if mode == "time" else 0.0)
        if live.gate <= self._clock.monotonic():
            self._pass_gate(live)
        elif mode == "time":
            self._timed += 1
            self._start_keeper()

    def _pass_gate(self, live: Live) -> None:
        job = self._book.jobs[live.id]
        if live.gate is not None and live.gate != _UNTIL_ADVANCED:
            live.since = min(live.gate, self._clock.monotonic())
        live.gate = None
        if job["status"] == "created":
            self._book.write(job, "INFO", "Waiting for a worker", durably=False, status="queued")
            self._set_gate(live)
        elif job["status"] == "queued":
            self._ready.append(live)
            self._start_worker()
        elif live.outcome is not None:
            self._finish(live, live.outcome)

    def _begin(self, live: Live) -> None:
        started = {"status": "running", "start_time": self._book.stamp()}
        self._book.write(self._book.jobs[live.id], "INFO", "Running", durably=False, **started)
        self._set_gate(live)

    def _settle(self) -> None:
        """Pass every gate that is due, before anything is read or decided."""
        if not self._timed:
            return
        for live in list(self._live.values()):
            while live.gate is not None and live.gate <= self._clock.monotonic():
                self._pass_gate(live)
        if not self._gates_ahead():
            self._timed = 0

    def _gates_ahead(self) -> Sequence[float]:
        gates = (live.gate for live in self._live.values())
        return [gate for gate in gates if gate is not None and gate != _UNTIL_ADVANCED]

    def _finish(self, live: Live, outcome: Outcome) -> None:
        if self._book.jobs[live.id]["status"] == "cancelling":
            self._end(live, "cancelled", "INFO", "Cancelled")
        elif outcome.error is not None:
            self._end(live, "failure", "ERROR", outcome.error)
        else:
            self._end(live, "success", "INFO", "Finished", outcome.result)

    def _end(self, live: Live, status: str, level: LogLevel, message: str, result: Any = None) -> None:
        job = self._book.jobs[live.id]
        self._book.write(job, level, message, status=status, end_time=self._book.stamp(), result=result)
        self._store.after_commit(lambda: self._leave(live))

    def _leave(self, live: Live) -> None:
        self._forget(live)
        if self._session is not None:
            self._retention.thin_out(self._live, self._session)

    def _forget(self, live: Live) -> None:
        live.gate = None
        self._live.pop(live.id, None)
        live.ended.set()

    # -- threads -----------------------------------------------------------------------------------------------------

    def _start_worker(self) -> None:
        if len(self._threads) < self._workers and self._session is not None and not self._closing:
            thread = threading.Thread(target=self._work, name="bireme-job", daemon=True)
            self._threads.add(thread)
            thread.start()

    def _work(self) -> None:
        while (live := self._next()) is not None:
            try:
                if not self._still_wanted(live):
                    continue
                outcome = self._run(live)
                with self._lock:
                    if live.epoch == self._epoch and live.id in self._live and not self._closing:
                        live.outcome = outcome
                        if live.gate is None:
                            self._finish(live, outcome)
            except Exception:  # the state cannot be written: the job must still end, in memory at least
                _log.exception("job %s could not be recorded", live.id)
                with self._lock:
                    self._book.lose(live.id)
                    self._forget(live)

    def _next(self) -> Live | None:
        """The next job to work on; without one the calling thread is done."""
        with self._lock:
            while self._ready and not self._closing:
                live = self._ready.popleft()
                if live.epoch == self._epoch and live.id in self._live:
                    return live
            self._threads.discard(threading.current_thread())
            return None

    def _still_wanted(self, live: Live) -> bool:
        """Whether the job is still to be done; it is `running` then."""
        with self._lock:
            if live.id in self._live and self._book.jobs[live.id]["status"] == "queued":
                self._begin(live)
            return live.id in self._live

    def _run(self, live: Live) -> Outcome:
        job = self._book.jobs[live.id]
        assert self._session is not None
        context = JobContext(self._session, job, live, self._log_line)
        try:
            if live.stop.is_set():
                return Outcome(error="Stopped")
            runner = self._runners[job["api"], job["kind"]]
            return Outcome(result=freeze(runner(context, job["params"])))
        except JobFailure as failure:
            return Outcome(error=str(failure))
        except BaseException as error:  # a native library may raise past Exception; a job must end whatever happens
            if live.stop.is_set():
                return Outcome(error="Stopped")
            debug_id = new_token(6)
            _log.error("job %s failed, debug id %s", live.id, debug_id, exc_info=error)
            return Outcome(error=f"Something went wrong on our side. Debug id: {debug_id}")

    def _log_line(self, live: Live, level: LogLevel, message: str) -> None:
        with self._lock:
            if live.epoch == self._epoch and live.id in self._live and not self._closing:
                self._book.write(self._book.jobs[live.id], level, message, durably=False)

    def _start_keeper(self) -> None:
        if self._keeper is None and not self._closing:
            self._keeper = threading.Thread(target=self._keep, name="bireme-job-gates", daemon=True)
            self._keeper.start()
        else:
            self._clock.wake()

    def _keep(self) -> None:
        """Pass the gates of `time` progression when they are due, for as long as there are any."""
        while True:
            with self._lock:
                self._settle()
                ahead, seen = self._gates_ahead(), self._timed
                if not ahead or self._closing:
                    self._keeper = None
                    return
            left = max(0.0, min(ahead) - self._clock.monotonic())
            self._clock.wait_for(lambda seen=seen: self._closing or self._timed != seen, timeout=left)  # type: ignore[misc]

    # -- state -------------------------------------------------------------------------------------------------------

    def _unfinished(self, id: int) -> tuple[Live, FrozenDict]:
        job = self._book.jobs.get(id)
        if job is None:
            raise JobRefused(f"there is no job {id}")
        if id not in self._live:
            raise JobRefused(f"job {id} has ended: {job['status']}")
        return self._live[id], job

    def _requeue(self) -> None:
        for job in [job for job in self._book.jobs.values() if job["status"] not in FINAL]:
            live = Live(job["id"], self._epoch, since=self._clock.monotonic())
            self._live[live.id] = live
            if job["status"] == "cancelling":
                self._end(live, "cancelled", "INFO", "Cancelled: the emulator stopped while it ran")
            elif (job["api"], job["kind"]) not in self._runners:
                self._end(live, "failure", "ERROR", f"Nothing does jobs of kind {job['kind']} any more")
            else:
                message = "Queued again: the emulator stopped before it finished"
                self._book.write(job, "INFO", message, status="queued", start_time=None)
                self._set_gate(live)

    def _abandon(self) -> None:
        """Before the state is replaced: forget all that is under way; workers drop what they finish."""
        with self._lock:
            self._epoch += 1
            under_way = [*self._live.values()]
            for live in under_way:
                self._forget(live)
            self._ready.clear()
            self._timed = 0
        for live in under_way:
            live.tell_to_stop()
        self._clock.wake()

    def _reload(self) -> None:
        self._abandon()  # once more, for what came in between
        with self._lock:
            self._book.load()
            if self._session is not None:
                self._requeue()
