"""The executions of one location: on record in the store, and in memory by what they are looked up by.

An execution is kept until its data is: a day after it has ended. Its record:
`id` and `execution_id` (the same UUID), `status`, `kind` (the vendor's execution type), `datasource_id`,
`dashboard_id`, `owner` (whose query it is, e.g. `report:<id>`), `inputs_key` and `parameters` (the inputs), `sql`,
`r_query`, `job_id` (of the kernel's job that does the work; `None` while it waits), `error` (what went wrong, in
words), `created_at`, `updated_at`, `started_at`, `completed_at` (ISO 8601, UTC), and once it has a result `file_id`,
`rows`, `columns`, `size` (bytes), `statistics` (of each column) and `time_zone`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.frozen import FrozenDict, freeze

from .facts import endings_of, period

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["KIND", "Book", "book_of", "is_over"]

KIND = "executions"
_CACHE = "cluvio.executions"

Execution = Mapping[str, Any]


def is_over(execution: Execution) -> bool:
    """Whether an execution has ended, well or not."""
    return execution["status"] in endings_of("runExecution")


def book_of(session: Session, api: str) -> Book:
    """The book of a location, read from the store when it is first asked for (and after a reset)."""
    name = f"{_CACHE}.{api}"
    book: Book | None = session.cache.get(name)
    if book is None:
        with session.store.lock:
            book = session.cache.get(name)
            if book is None:
                book = session.cache[name] = Book(session, api)
    return book


class Book:
    """Executions in the order of their creation. Writes belong into a transaction of the store."""

    def __init__(self, session: Session, api: str) -> None:
        self._session, self._api = session, api
        self._records: dict[str, FrozenDict] = {}
        self._fresh: set[str] = set()  # put in the transaction that is open
        self._named: dict[tuple[str, str], list[str]] = {}
        self._unfinished: dict[str, dict[str, None]] = {}
        for record in sorted(session.store.list(api, KIND), key=lambda record: record["created_at"]):
            self._remember(record)

    def get(self, id: str) -> FrozenDict | None:
        """The record as it stands, also within the transaction that changes it; `None` once the state is another."""
        record = self._records.get(id)
        if record is None or id in self._fresh or self._session.store.get(self._api, KIND, id) is not None:
            return record
        return None

    def named(self, owner: str, inputs_key: str) -> Sequence[FrozenDict]:
        """The executions of one query with equal inputs, newest first."""
        ids = self._named.get((owner, inputs_key), ())
        return [record for id in reversed(ids) if (record := self.get(id)) is not None]

    def unfinished(self, datasource_id: str) -> Sequence[FrozenDict]:
        """What has not ended on a datasource, oldest first."""
        ids = [*self._unfinished.get(datasource_id, ())]
        return [record for id in ids if (record := self.get(id)) is not None]

    def put(self, record: Mapping[str, Any]) -> FrozenDict:
        """Keep a record, new or changed; memory follows the store should the transaction fail."""
        kept: FrozenDict = freeze({**record})
        store = self._session.store
        store.put(self._api, KIND, kept["id"], kept)
        store.on_failure(self._forget_all)
        self._fresh.add(kept["id"])
        store.after_commit(lambda: self._fresh.discard(kept["id"]))
        self._remember(kept)
        return kept

    def purge(self) -> None:
        """Drop the oldest executions whose data is no longer kept."""
        end = self._session.clock.now() - period("execution_data")
        for record in self._expired(end):
            self._session.store.delete(self._api, KIND, record["id"])
            self._records.pop(record["id"], None)
            key = (record["owner"], record["inputs_key"])
            if record["id"] in self._named.get(key, ()):
                self._named[key].remove(record["id"])
                if not self._named[key]:
                    del self._named[key]

    def _expired(self, end: datetime) -> Iterable[FrozenDict]:
        found = []
        for record in self._records.values():
            if record["completed_at"] is None:
                continue  # one that is held up keeps none of the others
            if datetime.fromisoformat(record["completed_at"]) > end:
                break
            found.append(record)
        return found

    def _remember(self, record: FrozenDict) -> None:
        id = record["id"]
        if id not in self._records and record["owner"] is not None:
            self._named.setdefault((record["owner"], record["inputs_key"]), []).append(id)
        self._records[id] = record
        unfinished = self._unfinished.setdefault(record["datasource_id"], {})
        if is_over(record):
            unfinished.pop(id, None)
        else:
            unfinished.setdefault(id)

    def _forget_all(self) -> None:
        self._session.cache.pop(f"{_CACHE}.{self._api}", None)
