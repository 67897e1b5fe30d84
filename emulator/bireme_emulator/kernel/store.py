"""The state of one session: JSON records by API, kind and id, with jobs, their logs, and files.

Where the state has a file, every write is on disk before the call returns, so an acknowledged write survives a killed
process. Every read comes from memory: `get` and `list` run no SQL and hand out frozen records without copying them.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .frozen import FrozenDict, freeze, thaw
from .tables import SCHEMA_VERSION, TABLES, StateError, Writer, open_tables

__all__ = ["SCHEMA_VERSION", "FrozenDict", "StateError", "Store", "freeze", "thaw"]


_MOST_DEFERRED = 256
_SOON = 0.1  # real seconds
_log = logging.getLogger("bireme_emulator.store")


class Store:
    """Records, jobs, job logs and files of one session.

    `url` is `:memory:`, a path, or a SQLAlchemy URL. The store keeps a state file locked while it is open: a second
    emulator on the same file gets a `StateError`, as does a file of another schema version or no SQLite file at all.

    >>> store = Store(":memory:")
    >>> store.put("holistics", "dashboard", 16076, {"id": 16076, "title": "Flight operations"})
    >>> store.get("holistics", "dashboard", 16076)["title"]
    'Flight operations'
    """

    def __init__(self, url: str = ":memory:") -> None:
        self.lock = self._lock = (
            threading.RLock()
        )  # who writes together with the store shares it: no order to get wrong
        self._tables = open_tables(url)
        self._records: dict[tuple[str, str], dict[str, FrozenDict]] = {}
        self._sorted: dict[tuple[str, str], tuple[FrozenDict, ...]] = {}
        self._meta: dict[str, str] = {}
        self._revisions: dict[str, int] = {}
        self._highest: dict[tuple[str, str], int] = {}
        self._open: Writer | None = None
        self._pending: list[Callable[[], None]] = []
        self._afterwards: list[Callable[[], None]] = []
        self._deferred: list[Callable[[Writer], None]] = []
        self._flusher: threading.Thread | None = None
        self._closed = threading.Event()
        self._undo: list[Callable[[], object]] = []
        self._listeners: list[Callable[[], None]] = []
        self._watchers: list[tuple[Callable[[], None], Callable[[], None]]] = []
        self._load()

    @property
    def persistent(self) -> bool:
        """Whether the state outlives the process."""
        return self._tables.persistent

    def get(self, api: str, kind: str, id: int | str) -> FrozenDict | None:
        """The record, or `None`. It cannot be changed: `thaw` it first."""
        return self._records.get((api, kind), {}).get(str(id))

    def list(self, api: str, kind: str) -> list[FrozenDict]:
        """All records of a kind by id: numbers first, in their order, then other ids alphabetically."""
        key = (api, kind)
        found = self._sorted.get(key)
        if found is None:
            with self._lock:
                records = self._records.get(key, {})
                found = tuple(records[id] for id in sorted(records, key=_id_order))
                self._sorted[key] = found
        return [*found]

    def kinds(self, api: str) -> Sequence[str]:
        """The kinds of records that an API has, alphabetically."""
        return sorted(kind for owner, kind in list(self._records) if owner == api)

    def put(self, api: str, kind: str, id: int | str, body: dict[str, Any]) -> None:
        """Store a record, new or in place of the old one. Raises `TypeError` for what JSON cannot hold."""
        record, name = freeze(body), str(id)
        text = _to_json(record)
        with self.transaction() as writer:
            writer.upsert("records", {"api": api, "kind": kind, "id": name}, {"body": text})
            self._pending.append(lambda: self._remember(api, kind, name, record))

    def delete(self, api: str, kind: str, id: int | str) -> bool:
        """Remove a record; tells whether there was one."""
        with self.transaction() as writer:
            known = writer.remove("records", {"api": api, "kind": kind, "id": str(id)})
            name = f"last_id/{api}/{kind}"
            if known and str(id).isdecimal() and int(id) > int(self._meta.get(name, 0)):
                self.set_meta(name, str(id))  # for `next_id`: it may have been stored under a number of its own
            self._pending.append(lambda: self._remember(api, kind, str(id), None))
        return known

    def next_id(self, api: str, kind: str, first: int = 1) -> int:
        """A number above every id this kind has ever had, counting deleted ones; at least `first`."""
        with self._lock:
            name = f"last_id/{api}/{kind}"
            value = max(first, int(self._meta.get(name, 0)) + 1, self._highest.get((api, kind), 0) + 1)
            self._meta[name] = str(value)  # at once: a gap after a failed transaction is harmless, a second use is not
            self.set_meta(name, str(value))
            return value

    def revision(self, api: str) -> int:
        """Grows with every change to the records of an API: a key for whatever is derived from them."""
        return self._revisions.get(api, 0)

    def meta(self, key: str) -> str | None:
        """A setting of this state, or `None`."""
        return self._meta.get(key)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a setting with this state."""
        with self.transaction() as writer:
            writer.upsert("meta", {"key": key}, {"value": value})
            self._pending.append(lambda: self._meta.__setitem__(key, value))

    def meta_once(self, key: str, make: Callable[[], str]) -> str:
        """A setting that never changes: what `make` gives when it is first asked for, within a transaction too."""
        with self._lock:
            value = self._meta.get(key)
            if value is None:
                with self.transaction():
                    value = self._meta[key] = make()  # at once: the same transaction may ask again
                    self.on_failure(lambda: self._meta.pop(key, None))
                    self.set_meta(key, value)
            return value

    @contextmanager
    def transaction(self) -> Iterator[Writer]:
        """Group writes: all of them are kept, or none. Reads inside see the state as it was before.

        A transaction inside another one joins it. Other threads' writes wait until it ends.
        """
        with self._lock:
            if self._open is not None:
                yield self._open
                return
            before = sum(self._revisions.values())
            try:
                with self._tables.begin() as writer:
                    for write in self._deferred:
                        write(writer)
                    self._open = writer
                    yield writer
                self._deferred.clear()
                done, undo = self._pending + self._afterwards, []
            except BaseException:
                done, undo = [], self._undo
                raise
            finally:
                self._open, self._pending, self._afterwards, self._undo = None, [], [], []
                for take_back in reversed(undo):
                    take_back()
            for apply in done:
                apply()
            if sum(self._revisions.values()) != before:
                for listener in self._listeners:
                    listener()

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call back once the open transaction is kept (not at all if it fails); without one, at once."""
        with self._lock:
            if self._open is None:
                callback()
            else:
                self._afterwards.append(callback)

    def on_failure(self, callback: Callable[[], object]) -> None:
        """Call back if the open transaction fails, for those who keep a memory of their own; without one, never."""
        with self._lock:
            if self._open is not None:
                self._undo.append(callback)

    def on_change(self, listener: Callable[[], None]) -> None:
        """Have `listener` called after every transaction that changed records. It must be quick and write nothing."""
        self._listeners.append(listener)

    def lazily(self, write: Callable[[Writer], None]) -> None:
        """Have `write` called as part of the next transaction, before it, or of the one that is open.

        For what may be lost if the process is killed before that: what a restart finds out anew. Where the state is on
        disk it gets there within a tenth of a second even if nothing else is written. Closing the store writes it too.
        """
        with self._lock:
            if self._open is not None:
                write(self._open)
                return
            self._deferred.append(write)
            if len(self._deferred) >= _MOST_DEFERRED:
                self._flush()
            elif self.persistent and self._flusher is None:
                self._flusher = threading.Thread(target=self._flush_soon, name="bireme-state", daemon=True)
                self._flusher.start()

    def save_row(self, table: str, id: int | str, body: dict[str, Any]) -> None:
        """Store a row of `jobs` or `files`; their owners keep their own memory of them."""
        with self.transaction() as writer:
            writer.upsert(table, {"id": str(id)}, {"body": _to_json(body)})

    def drop_row(self, table: str, id: int | str) -> None:
        """Remove a row of `jobs` or `files`."""
        with self.transaction() as writer:
            writer.remove(table, {"id": str(id)})

    def save_job(self, id: int, body: dict[str, Any], number: int, line: dict[str, Any], *, durably: bool) -> None:
        """Store a job with line `number` of its log: at once, or with whatever is written next."""
        job, said = _to_json(body), _to_json(line)

        def write(writer: Writer) -> None:
            writer.upsert("jobs", {"id": str(id)}, {"body": job})
            writer.upsert("job_logs", {"job_id": id, "number": number}, {"body": said})

        if not durably:
            self.lazily(write)
            return
        with self.transaction() as writer:
            write(writer)

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """All rows of `jobs` or `files` as (id, body), of `job_logs` as (job id, number, body), in stored order."""
        with self.transaction() as writer:
            found = writer.select(table)
        for *keys, text in found:
            yield (*keys, json.loads(text))

    def snapshot(self) -> dict[str, Any]:
        """The whole state as one JSON-able object, for `restore`. Contents of files are not part of it."""
        with self.transaction() as writer:
            tables = {name: [list(row) for row in writer.select(name)] for name in TABLES}
        return {"schema_version": SCHEMA_VERSION, "tables": tables}

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Put a snapshot in place of everything. Raises `StateError` for one of another version; nothing changes then.

        Whoever registered with `watch` is told before and after.
        """
        version = snapshot.get("schema_version")
        tables = snapshot.get("tables")
        if version != SCHEMA_VERSION or not isinstance(tables, dict) or set(tables) != set(TABLES):
            raise StateError(f"the snapshot has schema version {version!r}; this emulator reads {SCHEMA_VERSION}")
        for before, _ in self._watchers:
            before()
        try:
            with self.transaction() as writer:
                for name in TABLES:
                    writer.replace_all(name, tables[name])
            self._load()
        finally:
            for _, after in self._watchers:
                after()

    def watch(self, before: Callable[[], None], after: Callable[[], None]) -> None:
        """Have `before` and `after` called around every `restore`, by those who keep a memory of their own."""
        self._watchers.append((before, after))

    def close(self) -> None:
        """Write what is left to be written, and let go of the database. Closing twice is harmless."""
        with self._lock:
            self._closed.set()
            try:
                self._flush()
            finally:
                self._deferred.clear()
                self._tables.close()

    def _flush(self) -> None:
        with self._lock:
            if self._deferred:
                with self.transaction():
                    pass

    def _flush_soon(self) -> None:
        while not self._closed.wait(_SOON):
            with self._lock:
                if not self._deferred or self._closed.is_set():
                    break
                try:
                    self._flush()
                except Exception:
                    _log.exception("the state cannot be written; it is tried again with the next change")
                    break
        self._flusher = None

    def _remember(self, api: str, kind: str, id: str, record: FrozenDict | None) -> None:
        records = self._records.setdefault((api, kind), {})
        if record is None:
            records.pop(id, None)
        else:
            records[id] = record
            if id.isdecimal():
                self._highest[api, kind] = max(int(id), self._highest.get((api, kind), 0))
        self._sorted.pop((api, kind), None)
        self._revisions[api] = self._revisions.get(api, 0) + 1

    def _load(self) -> None:
        with self.transaction() as writer:
            meta = dict(writer.select("meta"))
            rows = writer.select("records")
        with self._lock:
            self._meta = meta
            self._records = {}
            self._sorted = {}
            self._highest = {}
            for api, kind, id, text in rows:
                self._records.setdefault((api, kind), {})[id] = freeze(json.loads(text))
                if id.isdecimal():
                    self._highest[api, kind] = max(int(id), self._highest.get((api, kind), 0))
            for api in {row[0] for row in rows} | set(self._revisions):
                self._revisions[api] = self._revisions.get(api, 0) + 1


def _to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _id_order(id: str) -> tuple[int, int, str]:
    return (0, int(id), "") if id.isdecimal() else (1, 0, id)
