"""Finished jobs and deliveries are kept in bounds, and nothing that can still be asked for is dropped."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bireme_emulator.kernel import retention
from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.delivery import Deliveries, Email
from bireme_emulator.kernel.files import FileStore
from bireme_emulator.kernel.jobs import JobContext, JobQueue
from bireme_emulator.kernel.store import Store


class Kept:
    """A session with a queue that keeps ten finished jobs, give or take two."""

    def __init__(self, path: str, folder: Path) -> None:
        self.store = Store(path)
        self.clock = Clock("frozen", at=datetime(2013, 6, 1, tzinfo=UTC))
        self.files = FileStore(self.store, self.clock, folder)
        self.deliveries = Deliveries(self.store, self.files, self.clock, most=10)
        self.queue = JobQueue(self.store, self.clock)
        self.queue.register("h", {"quick": self.quick, "filed": self.filed})
        self.session: Any = SimpleNamespace(files=self.files, deliveries=self.deliveries)
        self.queue.start(self.session)

    def quick(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        self.deliveries.deliver(f"job/{context.job_id}/0", Email(("a@example.com",), "Hello", "there"), log=context.log)
        return {}

    def filed(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        draft = self.files.create("rows.csv", "text/csv", owner=f"job/{context.job_id}")
        draft.path.write_text("a")
        return {"file_id": self.files.publish(draft).id}

    def run(self, kind: str = "quick", times: int = 1) -> list[int]:
        ids = [self.queue.submit("h", kind, {})["id"] for _ in range(times)]
        assert {self.queue.wait(id)["status"] for id in ids} == {"success"}
        return ids

    def close(self) -> None:
        self.queue.close()
        self.store.close()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setattr(retention, "_AT_ONCE", 2)
    monkeypatch.setattr(retention.JobRetention.__init__, "__defaults__", (10,))
    kept = Kept(str(tmp_path / "state.sqlite"), tmp_path / "files")
    yield kept
    kept.close()


def test_the_oldest_finished_jobs_go_with_their_logs_on_disk_too(kept: Kept, tmp_path: Path) -> None:
    ids = [id for _ in range(40) for id in kept.run()]
    left = [job["id"] for job in kept.queue.list()]
    assert left == ids[-len(left) :]
    assert 10 <= len(left) <= 12
    assert kept.queue.get(ids[0]) is None
    assert kept.queue.logs(ids[0]) == ()
    kept.close()
    again = Store(str(tmp_path / "state.sqlite"))
    assert {int(id) for id, _ in again.rows("jobs")} == set(left)
    assert {id for id, _, _ in again.rows("job_logs")} == set(left)
    again.close()


def test_a_new_job_never_gets_the_number_of_one_that_is_gone(kept: Kept) -> None:
    ids = [id for _ in range(40) for id in kept.run()]
    assert ids == sorted(set(ids))


def test_a_job_stays_as_long_as_its_file_can_be_downloaded(kept: Kept) -> None:
    [filed] = kept.run("filed")
    for _ in range(30):
        kept.run()
    assert kept.queue.get(filed) is not None
    kept.clock.advance(86_401)
    for _ in range(5):
        kept.run()
    assert kept.queue.get(filed) is None


def test_a_job_that_another_one_names_stays(kept: Kept) -> None:
    kept.queue.set_progression("quick", "manual")
    first = kept.queue.submit("h", "quick", {}, dedupe_key="same")["id"]
    second = kept.queue.submit("h", "quick", {}, dedupe_key="same")
    assert second["existing_job_id"] == first
    for _ in range(3):
        kept.queue.advance(first)
    kept.queue.set_progression("quick", "immediate")
    assert kept.queue.wait(first)["status"] == "success"
    for _ in range(30):
        kept.run()
        if kept.queue.get(second["id"]) is not None:
            assert kept.queue.get(first) is not None
    assert kept.queue.get(first) is None


def test_of_deliveries_the_last_are_kept_and_keys_as_long_as_their_jobs(kept: Kept) -> None:
    for _ in range(130):
        kept.run()
    records = kept.deliveries.list()
    assert 10 <= len(records) <= 74
    assert records[-1]["id"] == 130
    known = {record["key"] for record in kept.store.list("deliveries", "key")}
    assert known == {f"job/{job['id']}/0" for job in kept.queue.list()}


def test_what_goes_to_disk_with_the_next_write_is_there_soon_without_one(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "state.sqlite"))
    store.lazily(lambda writer: writer.upsert("meta", {"key": "told"}, {"value": "yes"}))
    for _ in range(200):
        copied = tmp_path / "copy"  # what a kill would leave; the state itself is locked
        shutil.rmtree(copied, ignore_errors=True)
        copied.mkdir()
        for file in tmp_path.glob("state.sqlite*"):
            shutil.copy(file, copied)
        with contextlib.closing(sqlite3.connect(copied / "state.sqlite")) as database:
            if database.execute("SELECT value FROM meta WHERE key = 'told'").fetchone() == ("yes",):
                break
        threading.Event().wait(0.02)
    else:
        pytest.fail("it never came")
    store.close()


def test_what_a_store_was_still_to_write_is_written_when_it_closes(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "state.sqlite"))
    store.lazily(lambda writer: writer.upsert("meta", {"key": "told"}, {"value": "yes"}))
    store.close()
    again = Store(str(tmp_path / "state.sqlite"))
    assert again.meta("told") == "yes"
    again.close()
