"""The job queue: every way a job can go, at once, in time, by hand, cancelled, doubled, failed, restarted."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.jobbook import JobBook
from bireme_emulator.kernel.jobs import JobContext, JobFailure, JobQueue, JobRefused
from bireme_emulator.kernel.store import Store

START = datetime(2013, 6, 1, tzinfo=UTC)


class Works:
    """Runners to choose from, and gates to hold the slow one by."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.done: list[int] = []

    def quick(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        context.log("INFO", f"Doing {params.get('what', 'nothing')}")
        self.done.append(context.job_id)
        return {"sum": sum(params.get("numbers", []))}

    def held(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        self.begun.release()
        context.on_cancel(self.go_on.set)
        assert self.go_on.wait(10)
        if context.cancelled():
            raise JobFailure("interrupted")
        self.done.append(context.job_id)
        return {}

    def fails(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        raise JobFailure('Binder Error: Referenced column "carier" not found')

    def crashes(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        raise KeyError("secret detail")

    def panics(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        raise SystemExit(3)

    def odd(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        return {"not json": {1, 2}}


KINDS = ("quick", "held", "fails", "crashes", "panics", "odd")


@pytest.fixture
def works() -> Works:
    return Works()


@pytest.fixture
def clock() -> Clock:
    return Clock("frozen", at=START)


@pytest.fixture
def queue(works: Works, clock: Clock) -> Iterator[JobQueue]:
    store = Store()
    queue = open_queue(store, clock, works)
    yield queue
    works.go_on.set()
    queue.close()
    store.close()


def open_queue(store: Store, clock: Clock, works: Works, workers: int = 2) -> JobQueue:
    queue = JobQueue(store, clock, workers=workers)
    queue.register("h", {kind: getattr(works, kind) for kind in KINDS})
    queue.start(SimpleNamespace(name="default"))  # type: ignore[arg-type]
    return queue


def messages(queue: JobQueue, id: int) -> list[str]:
    return [line["message"] for line in queue.logs(id)]


def test_a_job_is_created_waits_runs_and_succeeds(queue: JobQueue) -> None:
    job = queue.submit("h", "quick", {"what": "sums", "numbers": [1, 2]}, user_id=7, source={"type": "Dashboard"})
    assert (job["status"], job["existing_job_id"], job["user_id"]) == ("created", None, 7)
    ended = queue.wait(job["id"])
    assert (ended["status"], ended["result"], ended["source"]) == ("success", {"sum": 3}, {"type": "Dashboard"})
    assert (ended["start_time"], ended["end_time"]) == ("2013-06-01T00:00:00.000Z", "2013-06-01T00:00:00.000Z")
    assert ended["last_error_log"] is None
    assert messages(queue, job["id"]) == ["Job created", "Waiting for a worker", "Running", "Doing sums", "Finished"]
    assert {line["level"] for line in queue.logs(job["id"])} == {"INFO"}


def test_a_failure_has_the_runners_words_in_job_and_log(queue: JobQueue) -> None:
    ended = queue.wait(queue.submit("h", "fails", {})["id"])
    assert ended["status"] == "failure"
    assert ended["last_error_log"] == 'Binder Error: Referenced column "carier" not found'
    last = queue.logs(ended["id"])[-1]
    assert (last["level"], last["message"]) == ("ERROR", ended["last_error_log"])


@pytest.mark.parametrize("kind", ["crashes", "panics", "odd"])
def test_a_runner_that_breaks_ends_its_job_with_a_debug_id_and_no_detail(
    queue: JobQueue, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    ended = queue.wait(queue.submit("h", kind, {})["id"])
    assert ended["status"] == "failure"
    assert "secret" not in ended["last_error_log"]
    debug_id = ended["last_error_log"].rpartition(" ")[2]
    assert debug_id in caplog.text
    after = queue.submit("h", "quick", {})
    assert queue.wait(after["id"])["status"] == "success"


def test_no_more_jobs_run_at_once_than_there_are_workers(queue: JobQueue, works: Works) -> None:
    jobs = [queue.submit("h", "held", {"n": n}) for n in range(3)]
    assert works.begun.acquire(timeout=10)
    assert works.begun.acquire(timeout=10)
    statuses = [queue.get(job["id"])["status"] for job in jobs]  # type: ignore[index]
    assert statuses == ["running", "running", "queued"]
    works.go_on.set()
    assert [queue.wait(job["id"])["status"] for job in jobs] == ["success"] * 3


def test_an_equal_job_under_way_is_pointed_to(queue: JobQueue, works: Works) -> None:
    first = queue.submit("h", "held", {}, dedupe_key="same")
    second = queue.submit("h", "held", {}, dedupe_key="same")
    other = queue.submit("h", "held", {}, dedupe_key="another")
    assert (second["status"], second["existing_job_id"]) == ("already_existed", first["id"])
    assert second["id"] != first["id"]
    assert other["status"] == "created"
    works.go_on.set()
    queue.wait(first["id"])
    third = queue.submit("h", "held", {}, dedupe_key="same")
    assert third["status"] == "created"
    assert queue.get(second["id"])["status"] == "already_existed"  # type: ignore[index]


def test_an_equal_job_counts_for_ten_minutes(queue: JobQueue, clock: Clock) -> None:
    queue.set_progression("quick", "manual")
    first = queue.submit("h", "quick", {}, dedupe_key="same")
    clock.advance(600)
    assert queue.submit("h", "quick", {}, dedupe_key="same")["existing_job_id"] == first["id"]
    clock.advance(1)
    assert queue.submit("h", "quick", {}, dedupe_key="same")["status"] == "created"


def test_of_many_equal_jobs_at_once_exactly_one_is_done(queue: JobQueue, works: Works) -> None:
    barrier, jobs = threading.Barrier(8), []

    def ask() -> None:
        barrier.wait()
        jobs.append(queue.submit("h", "held", {}, dedupe_key="same"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    created = [job for job in jobs if job["status"] == "created"]
    assert len(created) == 1
    assert {job["existing_job_id"] for job in jobs if job not in created} == {created[0]["id"]}
    assert len({job["id"] for job in jobs}) == 8
    works.go_on.set()
    queue.wait(created[0]["id"])
    assert works.done == [created[0]["id"]]


def test_by_hand_a_job_takes_one_step_at_a_time(queue: JobQueue, works: Works) -> None:
    queue.set_progression("quick", "manual")
    id = queue.submit("h", "quick", {})["id"]
    assert queue.get(id)["status"] == "created"  # type: ignore[index]
    assert queue.advance(id)["status"] == "queued"
    assert queue.advance(id)["status"] == "running"
    assert queue.advance(id)["status"] == "success"
    assert works.done == [id]
    with pytest.raises(JobRefused, match="has ended: success"):
        queue.advance(id)


def test_in_time_a_job_spends_the_seconds_in_every_stage(queue: JobQueue, clock: Clock) -> None:
    queue.set_progression("quick", "time", 5)
    id = queue.submit("h", "quick", {})["id"]
    seen = []
    for seconds in (0, 4.5, 1, 4, 1):
        clock.advance(seconds)
        if clock.monotonic() >= 10:  # a worker has to take it up, in real time
            _until(lambda: queue.get(id)["status"] == "running")  # type: ignore[index]
        seen.append(queue.get(id)["status"])  # type: ignore[index]
    assert seen == ["created", "created", "queued", "queued", "running"]
    clock.advance(5)
    assert queue.wait(id)["status"] == "success"


def test_in_time_a_long_jump_of_the_clock_ends_the_job(queue: JobQueue, clock: Clock) -> None:
    queue.set_progression("quick", "time", 5)
    id = queue.submit("h", "quick", {})["id"]
    clock.advance(3600)
    assert queue.wait(id)["status"] == "success"


def test_in_time_a_job_goes_on_without_anybody_asking() -> None:
    works, clock, store = Works(), Clock("real"), Store()
    queue = open_queue(store, clock, works)
    queue.set_progression("quick", "time", 0.01)
    assert queue.wait(queue.submit("h", "quick", {})["id"])["status"] == "success"
    queue.close()


def test_a_waiting_job_is_cancelled_at_once(queue: JobQueue, works: Works) -> None:
    queue.set_progression("quick", "manual")
    id = queue.submit("h", "quick", {})["id"]
    assert queue.cancel(id)["status"] == "cancelled"
    assert queue.get(id)["end_time"] is not None  # type: ignore[index]
    assert works.done == []
    with pytest.raises(JobRefused, match="cancelled"):
        queue.cancel(id)
    with pytest.raises(JobRefused, match="no job 99"):
        queue.cancel(99)


def test_a_running_job_is_cancelled_when_its_work_lets_go(queue: JobQueue, works: Works) -> None:
    id = queue.submit("h", "held", {})["id"]
    assert works.begun.acquire(timeout=10)
    assert queue.cancel(id)["status"] in ("cancelling", "cancelled")
    assert queue.wait(id)["status"] == "cancelled"
    assert queue.get(id)["last_error_log"] is None  # type: ignore[index]
    assert works.done == []


def test_cancelling_shows_until_the_step_is_taken(queue: JobQueue) -> None:
    queue.set_progression("quick", "manual")
    id = queue.submit("h", "quick", {})["id"]
    queue.advance(id)
    queue.advance(id)
    assert queue.cancel(id)["status"] == "cancelling"
    assert queue.advance(id)["status"] == "cancelled"
    assert queue.get(id)["result"] is None  # type: ignore[index]


def test_a_cancelled_job_has_no_twin(queue: JobQueue, works: Works) -> None:
    queue.set_progression("quick", "manual")
    first = queue.submit("h", "quick", {}, dedupe_key="same")
    queue.cancel(first["id"])
    assert queue.submit("h", "quick", {}, dedupe_key="same")["status"] == "created"


def test_jobs_are_listed_by_api_in_order(queue: JobQueue) -> None:
    queue.register("other", {"quick": Works().quick})
    ids = [queue.submit(api, "quick", {})["id"] for api in ("h", "other", "h")]
    for id in ids:
        queue.wait(id)
    assert [job["id"] for job in queue.list()] == ids
    assert [job["id"] for job in queue.list("h")] == [ids[0], ids[2]]
    assert queue.get(12345) is None


@pytest.mark.parametrize(("mode", "seconds"), [("sometimes", 0), ("time", -1), ("time", float("inf"))])
def test_an_impossible_progression_is_refused(queue: JobQueue, mode: Any, seconds: float) -> None:
    with pytest.raises(ValueError, match=r"progression|seconds"):
        queue.set_progression("quick", mode, seconds)


def test_a_kind_without_a_runner_is_refused(queue: JobQueue) -> None:
    with pytest.raises(ValueError, match="'nobody'"):
        queue.submit("h", "nobody", {})


def test_closing_stops_running_work_and_leaves_the_job_for_the_next_start(tmp_path: Path) -> None:
    path, clock, works = str(tmp_path / "state.db"), Clock("frozen", at=START), Works()
    store = Store(path)
    queue = open_queue(store, clock, works)
    queue.set_progression("quick", "manual")
    running = queue.submit("h", "held", {}, dedupe_key="same")["id"]
    waiting = queue.submit("h", "quick", {"numbers": [4]})["id"]
    assert works.begun.acquire(timeout=10)
    queue.close()
    store.close()

    store = Store(path)
    works = Works()
    queue = open_queue(store, clock, works)
    assert works.begun.acquire(timeout=10)
    assert queue.get(running)["status"] == "running"  # type: ignore[index]
    assert queue.submit("h", "held", {}, dedupe_key="same")["existing_job_id"] == running
    works.go_on.set()
    assert queue.wait(running)["status"] == "success"
    assert queue.progression("quick") == ("manual", 0.0)
    queue.advance(waiting)
    assert queue.advance(waiting)["result"] == {"sum": 4}
    assert "Queued again: the emulator stopped before it finished" in messages(queue, running)
    assert sorted(works.done) == [running, waiting]
    queue.close()
    store.close()


def test_restoring_a_snapshot_drops_what_is_under_way_and_takes_up_what_was(
    queue: JobQueue, works: Works, clock: Clock
) -> None:
    store: Store = queue._store
    queue.set_progression("quick", "manual")
    kept = queue.submit("h", "quick", {"numbers": [1]})["id"]
    snapshot = store.snapshot()
    dropped = queue.submit("h", "held", {})["id"]
    assert works.begun.acquire(timeout=10)
    queue.advance(kept)
    store.restore(snapshot)
    works.go_on.set()
    assert queue.get(dropped) is None
    assert queue.get(kept)["status"] == "queued"  # type: ignore[index]
    queue.advance(kept)
    assert queue.advance(kept)["status"] == "success"
    assert queue.get(dropped) is None


VICTIM = """
import sys, threading
from types import SimpleNamespace
from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.jobs import JobQueue
from bireme_emulator.kernel.store import Store

def hang(context, params):
    context.log("INFO", "begun")
    print("running", flush=True)
    threading.Event().wait()

queue = JobQueue(Store(sys.argv[1]), Clock())
queue.register("h", {"held": hang, "quick": lambda context, params: {"sum": 1}})
queue.start(SimpleNamespace(name="default"))
done = queue.submit("h", "quick", {})["id"]
queue.wait(done)
queue.submit("h", "held", {}, dedupe_key="same")
threading.Event().wait()
"""


def test_a_job_that_ran_when_the_process_was_killed_runs_again_and_only_that_one(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    with subprocess.Popen([sys.executable, "-c", VICTIM, path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "running\n"
        process.send_signal(signal.SIGKILL)
    store, works = Store(path), Works()
    works.go_on.set()
    queue = open_queue(store, Clock(), works)
    done, killed = queue.list()
    assert (done["status"], done["result"]) == ("success", {"sum": 1})
    assert queue.wait(killed["id"])["status"] == "success"
    assert works.done == [killed["id"]]
    said = messages(queue, killed["id"])
    assert said[0] == "Job created"
    again = said.index("Queued again: the emulator stopped before it finished")
    assert set(said[1:again]) <= {"Waiting for a worker", "Running", "begun"}  # what it said last may not be on disk
    assert queue.submit("h", "quick", {})["id"] == killed["id"] + 1
    queue.close()
    store.close()


def test_a_job_whose_end_cannot_be_written_ends_all_the_same(
    queue: JobQueue, works: Works, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    id = queue.submit("h", "held", {})["id"]
    assert works.begun.acquire(timeout=10)

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(queue._store, "save_job", full)
    works.go_on.set()
    ended = queue.wait(id)
    assert ended["status"] == "failure"
    assert "no space left" in caplog.text


def _until(condition: Any) -> None:
    for _ in range(10_000):
        if condition():
            return
        threading.Event().wait(0.001)
    raise AssertionError("it never came")


def test_ids_that_r_would_write_as_1e05_are_left_out() -> None:
    store = Store()
    book = JobBook(store, Clock("frozen"))
    for last, following in (
        (99_999, 100_001),
        (1_999_999, 2_000_001),
        (11_999_999, 12_000_001),
        (1_199_999, 1_200_000),
    ):
        store.set_meta("last_id/jobs/job", str(last))
        opened = book.open("toy", "count", {}, user_id=None, dedupe_key=None, source=None)
        assert opened["id"] == following
