"""A job submitted within a transaction of the store: begins when it is kept, and never was where it fails."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.jobs import JobContext, JobQueue
from bireme_emulator.kernel.store import Store


class World:
    """A store and a queue whose runner notes what it could read when it began."""

    def __init__(self, url: str) -> None:
        self.store = Store(url)
        self.read: list[Any] = []
        self.queue = JobQueue(self.store, Clock("frozen", at=datetime(2013, 6, 1, tzinfo=UTC)))
        self.queue.register("api", {"look": self.look})
        self.queue.start(SimpleNamespace(store=self.store))  # type: ignore[arg-type]

    def look(self, context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
        self.read.append(self.store.get("api", "thing", params["id"]))
        return {}


@pytest.fixture(params=["memory", "disk"])
def world(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[World]:
    made = World(":memory:" if request.param == "memory" else str(tmp_path / "state.sqlite"))
    yield made
    made.queue.close()
    made.store.close()


def test_it_begins_after_the_commit_and_sees_all_of_it(world: World) -> None:
    with world.store.transaction():
        job = world.queue.submit("api", "look", {"id": 1})
        world.store.put("api", "thing", 1, {"id": 1})
        assert world.queue.get(job["id"])["status"] == "created"  # type: ignore[index]
    assert world.queue.wait(job["id"])["status"] == "success"
    assert world.read == [{"id": 1}]


def submit_and_fail(world: World) -> Any:
    """The job that a failed transaction submitted."""
    with contextlib.suppress(RuntimeError), world.store.transaction():
        job = world.queue.submit("api", "look", {"id": 1}, dedupe_key="same")
        raise RuntimeError("no")
    return job


def test_it_never_was_where_the_transaction_fails(world: World) -> None:
    job = submit_and_fail(world)
    assert world.queue.get(job["id"]) is None
    assert world.queue.logs(job["id"]) == ()
    assert world.queue.list() == ()
    assert world.queue.submit("api", "look", {"id": 2}, dedupe_key="same")["status"] == "created"
    world.queue.wait(world.queue.list()[-1]["id"])
    assert world.read == [None]


def test_a_cancellation_in_a_failed_transaction_never_was_either(world: World) -> None:
    world.queue.set_progression("look", "manual")
    job = world.queue.submit("api", "look", {"id": 1})
    with contextlib.suppress(RuntimeError), world.store.transaction():
        world.queue.cancel(job["id"])
        assert world.queue.list()[0]["status"] == "cancelled"
        raise RuntimeError("no")
    assert [each["id"] for each in world.queue.list()] == [job["id"]]
    assert world.queue.advance(job["id"])["status"] == "queued"


def test_submitting_within_transactions_and_working_at_once_do_not_block_each_other(world: World) -> None:
    def submit() -> None:
        for _ in range(100):
            with world.store.transaction():
                world.store.put("api", "thing", 1, {"id": 1})
                world.queue.submit("api", "look", {"id": 1})

    threads = [threading.Thread(target=submit, daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert {world.queue.wait(job["id"])["status"] for job in world.queue.list()} == {"success"}
    assert len(world.read) == 300


def test_ids_of_a_kind_are_never_used_twice(world: World) -> None:
    world.store.put("api", "thing", 41, {"id": 41})
    assert world.store.next_id("api", "thing") == 42
    world.store.put("api", "thing", 90, {"id": 90})
    world.store.delete("api", "thing", 90)
    assert world.store.next_id("api", "thing") == 91
    world.store.restore(world.store.snapshot())
    assert world.store.next_id("api", "thing") == 92
