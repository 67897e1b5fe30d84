"""The store: what was written is there, in order, unchangeable, and survives a killed process."""

from __future__ import annotations

import copy
import json
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.kernel.frozen import FrozenDict, FrozenList, freeze, thaw
from bireme_emulator.kernel.store import SCHEMA_VERSION, StateError, Store

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@pytest.fixture(params=[":memory:", "sqlite://", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store of each kind: plain memory, a database in memory, a database in a file."""
    store = Store(str(tmp_path / "state.db") if request.param == "file" else request.param)
    yield store
    store.close()


def test_a_record_can_be_read_replaced_and_deleted(store: Store) -> None:
    store.put("h", "thing", 1, {"id": 1, "title": "one"})
    store.put("h", "thing", 1, {"id": 1, "title": "uno"})
    assert store.get("h", "thing", 1) == {"id": 1, "title": "uno"}
    assert store.get("h", "thing", "1") == {"id": 1, "title": "uno"}
    assert store.delete("h", "thing", 1) is True
    assert store.delete("h", "thing", 1) is False
    assert store.get("h", "thing", 1) is None


def test_a_list_is_in_order_of_numbers_and_then_of_names_and_apart_by_api(store: Store) -> None:
    for id in (10, 9, "b", "a", 100):
        store.put("h", "thing", id, {"id": id})
    store.put("other", "thing", 1, {"id": 1})
    assert [record["id"] for record in store.list("h", "thing")] == [9, 10, 100, "a", "b"]
    assert store.list("h", "nothing") == []
    assert store.kinds("h") == ["thing"]


def test_a_list_belongs_to_its_caller(store: Store) -> None:
    store.put("h", "thing", 1, {"id": 1})
    store.list("h", "thing").clear()
    assert len(store.list("h", "thing")) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.update(title="x"),
        lambda record: record.__setitem__("title", "x"),
        lambda record: record.pop("title"),
        lambda record: record.__ior__({"title": "x"}),
        lambda record: record["tags"].append("x"),
        lambda record: record["tags"].sort(),
        lambda record: record["owner"].clear(),
        lambda record: record["tags"].__iadd__(["x"]),
    ],
)
def test_nobody_can_change_what_the_store_keeps(store: Store, change: Any) -> None:
    store.put("h", "thing", 1, {"title": "one", "tags": ["b", "a"], "owner": {"id": 1}})
    with pytest.raises(TypeError, match="thaw"):
        change(store.get("h", "thing", 1))
    assert store.get("h", "thing", 1) == {"title": "one", "tags": ["b", "a"], "owner": {"id": 1}}


def test_the_store_does_not_keep_the_object_it_was_given(store: Store) -> None:
    body = {"tags": ["a"]}
    store.put("h", "thing", 1, body)
    body["tags"].append("b")
    assert store.get("h", "thing", 1) == {"tags": ["a"]}


def test_copies_of_a_record_are_plain_and_free() -> None:
    record = freeze({"tags": ["a"], "owner": {"id": 1}})
    for free in (thaw(record), copy.deepcopy(record)):
        free["tags"].append("b")
        free["owner"]["id"] = 2
        assert type(free) is dict
    assert type(copy.copy(record)) is dict
    assert type(copy.copy(record["tags"])) is list
    assert type(pickle.loads(pickle.dumps(record))) is FrozenDict
    assert type(pickle.loads(pickle.dumps(record["tags"]))) is FrozenList
    assert record == {"tags": ["a"], "owner": {"id": 1}}


@given(JSON)
def test_any_json_value_comes_back_equal_and_serialises_equal(value: Any) -> None:
    frozen = freeze({"value": value})
    assert thaw(frozen) == {"value": value}
    assert json.dumps(frozen) == json.dumps({"value": value})


@pytest.mark.parametrize("body", [{"a": {1, 2}}, {1: "a"}, {"a": b"x"}])
def test_what_json_cannot_hold_is_refused(store: Store, body: Any) -> None:
    with pytest.raises(TypeError, match="record"):
        store.put("h", "thing", 1, body)
    with pytest.raises(ValueError, match="JSON"):
        store.put("h", "thing", 1, {"a": float("nan")})
    assert store.list("h", "thing") == []


def test_ids_go_up_and_are_never_given_twice_not_even_after_a_deletion(store: Store) -> None:
    store.put("h", "thing", 7, {"id": 7})
    assert store.next_id("h", "thing") == 8
    store.put("h", "thing", 8, {"id": 8})
    store.delete("h", "thing", 8)
    assert store.next_id("h", "thing") == 9
    assert store.next_id("h", "other", first=900) == 900


def test_ids_are_different_for_threads_that_ask_at_once(store: Store) -> None:
    given_out: list[int] = []
    threads = [
        threading.Thread(target=lambda: given_out.extend(store.next_id("h", "thing") for _ in range(20)))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given_out) == list(range(1, 101))


def test_a_transaction_that_fails_leaves_nothing_behind(store: Store) -> None:
    store.put("h", "thing", 1, {"id": 1})
    with pytest.raises(TypeError, match="record"):
        _change_two_and_fail(store)
    assert store.list("h", "thing") == [{"id": 1}]
    store.restore(store.snapshot())  # what is read again is no more than that
    assert store.list("h", "thing") == [{"id": 1}]


def test_the_revision_changes_with_every_write_of_the_api(store: Store) -> None:
    seen = {store.revision("h")}
    store.put("h", "thing", 1, {"id": 1})
    seen.add(store.revision("h"))
    store.delete("h", "thing", 1)
    seen.add(store.revision("h"))
    store.put("other", "thing", 1, {"id": 1})
    assert store.revision("h") in seen
    assert len(seen) == 3


def test_reading_runs_no_sql() -> None:
    store = Store("sqlite://")
    store.put("h", "thing", 1, {"id": 1})
    store.close()  # nothing can be asked of the database any more
    assert store.get("h", "thing", 1) == {"id": 1}
    assert store.list("h", "thing") == [{"id": 1}]


def test_a_snapshot_brings_everything_back_and_tells_who_watches(store: Store) -> None:
    told: list[str] = []
    store.watch(lambda: told.append("before"), lambda: told.append("after"))
    store.put("h", "thing", 1, {"id": 1})
    store.set_meta("mode", "a")
    snapshot = json.loads(json.dumps(store.snapshot()))
    revision = store.revision("h")
    store.put("h", "thing", 2, {"id": 2})
    store.set_meta("mode", "b")
    store.restore(snapshot)
    assert store.list("h", "thing") == [{"id": 1}]
    assert store.meta("mode") == "a"
    assert store.revision("h") > revision
    assert told == ["before", "after"]


def test_a_snapshot_of_another_version_is_refused_and_changes_nothing(store: Store) -> None:
    store.put("h", "thing", 1, {"id": 1})
    with pytest.raises(StateError, match="schema version 99"):
        store.restore({"schema_version": 99, "tables": {}})
    assert store.list("h", "thing") == [{"id": 1}]


def test_a_state_file_is_read_again(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    store = Store(path)
    store.put("h", "thing", 1, {"title": "Zürich ✈"})
    store.next_id("h", "thing")
    store.close()
    again = Store(path)
    assert again.persistent
    assert again.get("h", "thing", 1) == {"title": "Zürich ✈"}
    assert again.next_id("h", "thing") == 3
    again.close()


def test_a_state_file_of_another_version_is_refused_with_both_versions(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    store = Store(path)
    store.set_meta("schema_version", str(SCHEMA_VERSION + 6))
    store.close()
    with pytest.raises(StateError, match=rf"version {SCHEMA_VERSION + 6}.*version {SCHEMA_VERSION}"):
        Store(path)


def test_a_state_file_in_use_a_foreign_file_and_a_missing_folder_are_explained(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    store = Store(str(path))
    with pytest.raises(StateError, match="in use by another emulator"):
        Store(str(path))
    store.close()
    foreign = tmp_path / "notes.txt"
    foreign.write_text("these are notes " * 100)
    with pytest.raises(StateError, match="not a SQLite file"):
        Store(str(foreign))
    assert foreign.read_text().startswith("these are notes")
    with pytest.raises(StateError, match="does not exist"):
        Store(str(tmp_path / "nowhere" / "state.db"))


def _change_two_and_fail(store: Store) -> None:
    with store.transaction():
        store.put("h", "thing", 1, {"id": 1, "changed": True})
        store.put("h", "thing", 2, {"id": 2})
        store.put("h", "thing", 3, {"id": {3}})


WRITER = """
import sys
from bireme_emulator.kernel.store import Store
store = Store(sys.argv[1])
number = 0
while True:
    number += 1
    store.put("h", "thing", number, {"number": number})
    print(number, flush=True)
"""


def test_every_acknowledged_write_survives_a_killed_process(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(40)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in process.stdout.read().splitlines()]
    store = Store(path)
    kept = {record["number"] for record in store.list("h", "thing")}
    store.close()
    assert kept >= set(acknowledged)
    assert len(kept) <= len(acknowledged) + 1  # at most the one that was written and not yet reported


IMPORTER = """
import sys
from bireme_emulator.kernel.store import Store
Store(":memory:").put("h", "thing", 1, {"id": 1})
print("sqlalchemy" in sys.modules)
"""


def test_a_state_in_memory_does_not_load_the_database_library() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTER], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout == "False\n"


def test_an_id_given_by_hand_is_not_given_again_after_its_record_is_deleted() -> None:
    store = Store(":memory:")
    store.put("a", "thing", 7, {"id": 7})
    store.delete("a", "thing", 7)
    store.put("a", "thing", 3, {"id": 3})
    assert store.next_id("a", "thing") == 8
    store.close()


def test_what_is_made_once_is_the_same_within_a_transaction_and_not_kept_if_that_fails(store: Store) -> None:
    made = iter("abc")

    def twice(end: str) -> list[str]:
        with store.transaction():
            told = [store.meta_once("secret", lambda: next(made)) for _ in range(2)]
            return [told.pop(0), told.pop(0), *([told.pop()] if end == "badly" else [])]

    with pytest.raises(IndexError):
        twice("badly")
    assert store.meta("secret") is None
    assert twice("well") == ["b", "b"]
    assert (store.meta_once("secret", lambda: next(made)), store.meta("secret")) == ("b", "b")
