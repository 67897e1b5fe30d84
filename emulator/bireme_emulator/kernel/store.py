"""The state of one session: JSON records by API, kind and id, with jobs, their logs, and files; SQLite underneath.

Every write is on disk before the call returns (WAL, synchronous=FULL), so an acknowledged write survives a killed
process. Every read comes from memory: `get` and `list` run no SQL and hand out frozen records without copying them.
The statements are plain SQLAlchemy Core, so another database follows by its URL.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .frozen import FrozenDict, freeze, thaw

if TYPE_CHECKING:
    import sqlalchemy as sa

__all__ = ["SCHEMA_VERSION", "FrozenDict", "StateError", "Store", "freeze", "thaw"]

SCHEMA_VERSION = 1


class StateError(Exception):
    """A state file or snapshot that this emulator cannot use; the message says why and what to do."""


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
        self._lock = threading.RLock()
        self._database = _Database(url)
        self._records: dict[tuple[str, str], dict[str, FrozenDict]] = {}
        self._sorted: dict[tuple[str, str], tuple[FrozenDict, ...]] = {}
        self._meta: dict[str, str] = {}
        self._revisions: dict[str, int] = {}
        self._open: sa.Connection | None = None
        self._pending: list[Callable[[], None]] = []
        self._watchers: list[tuple[Callable[[], None], Callable[[], None]]] = []
        self._load()

    @property
    def persistent(self) -> bool:
        """Whether the state outlives the process."""
        return self._database.persistent

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
        with self.transaction() as connection:
            self._database.upsert(connection, "records", {"api": api, "kind": kind, "id": name}, {"body": text})
            self._pending.append(lambda: self._remember(api, kind, name, record))

    def delete(self, api: str, kind: str, id: int | str) -> bool:
        """Remove a record; tells whether there was one."""
        with self.transaction() as connection:
            known = self._database.remove(connection, "records", {"api": api, "kind": kind, "id": str(id)})
            self._pending.append(lambda: self._remember(api, kind, str(id), None))
        return known

    def next_id(self, api: str, kind: str, first: int = 1) -> int:
        """A number above every id this kind has ever had, counting deleted ones; at least `first`."""
        with self._lock:
            name = f"last_id/{api}/{kind}"
            numeric = [int(id) for id in self._records.get((api, kind), {}) if id.isdecimal()]
            value = max([first, int(self._meta.get(name, 0)) + 1, *(id + 1 for id in numeric)])
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
        with self.transaction() as connection:
            self._database.upsert(connection, "meta", {"key": key}, {"value": value})
            self._pending.append(lambda: self._meta.__setitem__(key, value))

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """Group writes: all of them are kept, or none. Reads inside see the state as it was before.

        A transaction inside another one joins it. Other threads' writes wait until it ends.
        """
        with self._lock:
            if self._open is not None:
                yield self._open
                return
            try:
                with self._database.begin() as connection:
                    self._open = connection
                    yield connection
                done = self._pending
            finally:
                self._open, self._pending = None, []
            for apply in done:
                apply()

    def save_row(self, table: str, id: int | str, body: dict[str, Any]) -> None:
        """Store a row of `jobs` or `files`; their owners keep their own memory of them."""
        with self.transaction() as connection:
            self._database.upsert(connection, table, {"id": str(id)}, {"body": _to_json(body)})

    def drop_row(self, table: str, id: int | str) -> None:
        """Remove a row of `jobs` or `files`."""
        with self.transaction() as connection:
            self._database.remove(connection, table, {"id": str(id)})

    def append_log(self, job_id: int, number: int, entry: dict[str, Any]) -> None:
        """Add line `number` to a job's log."""
        with self.transaction() as connection:
            self._database.insert(connection, "job_logs", {"job_id": job_id, "number": number, "body": _to_json(entry)})

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """All rows of `jobs` or `files` as (id, body), of `job_logs` as (job id, number, body), in stored order."""
        with self.transaction() as connection:
            found = self._database.select(connection, table)
        for *keys, text in found:
            yield (*keys, json.loads(text))

    def snapshot(self) -> dict[str, Any]:
        """The whole state as one JSON-able object, for `restore`. Contents of files are not part of it."""
        with self.transaction() as connection:
            tables = {name: [list(row) for row in self._database.select(connection, name)] for name in _TABLES}
        return {"schema_version": SCHEMA_VERSION, "tables": tables}

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Put a snapshot in place of everything. Raises `StateError` for one of another version; nothing changes then.

        Whoever registered with `watch` is told before and after.
        """
        version = snapshot.get("schema_version")
        tables = snapshot.get("tables")
        if version != SCHEMA_VERSION or not isinstance(tables, dict) or set(tables) != set(_TABLES):
            raise StateError(f"the snapshot has schema version {version!r}; this emulator reads {SCHEMA_VERSION}")
        for before, _ in self._watchers:
            before()
        try:
            with self.transaction() as connection:
                for name in _TABLES:
                    self._database.replace_all(connection, name, tables[name])
            self._load()
        finally:
            for _, after in self._watchers:
                after()

    def watch(self, before: Callable[[], None], after: Callable[[], None]) -> None:
        """Have `before` and `after` called around every `restore`, by those who keep a memory of their own."""
        self._watchers.append((before, after))

    def close(self) -> None:
        """Let go of the database. Closing twice is harmless."""
        with self._lock:
            self._database.close()

    def _remember(self, api: str, kind: str, id: str, record: FrozenDict | None) -> None:
        records = self._records.setdefault((api, kind), {})
        if record is None:
            records.pop(id, None)
        else:
            records[id] = record
        self._sorted.pop((api, kind), None)
        self._revisions[api] = self._revisions.get(api, 0) + 1

    def _load(self) -> None:
        with self.transaction() as connection:
            meta = dict(self._database.select(connection, "meta"))
            rows = self._database.select(connection, "records")
        with self._lock:
            self._meta = meta
            self._records = {}
            self._sorted = {}
            for api, kind, id, text in rows:
                self._records.setdefault((api, kind), {})[id] = freeze(json.loads(text))
            for api in {row[0] for row in rows} | set(self._revisions):
                self._revisions[api] = self._revisions.get(api, 0) + 1


_TABLES: dict[str, tuple[str, ...]] = {
    "meta": ("key", "value"),
    "records": ("api", "kind", "id", "body"),
    "jobs": ("id", "body"),
    "job_logs": ("job_id", "number", "body"),
    "files": ("id", "body"),
}
_KEYS = {"meta": 1, "records": 3, "jobs": 1, "job_logs": 2, "files": 1}
_NUMBERS = {"job_id", "number"}


class _Database:
    """The tables behind a `Store`, and the few statements it needs. SQLAlchemy is imported here and nowhere else."""

    def __init__(self, url: str) -> None:
        import sqlalchemy as sa  # takes a good part of the start-up: only who opens a state pays for it

        self._sa = sa
        self._url = _database_url(url)
        self.persistent = self._url != "sqlite://"
        self._sqlite = self._url.startswith("sqlite")
        self._engine = self._make_engine()
        self._tables = self._describe()
        self._open_or_explain()

    def begin(self) -> Any:
        return self._engine.begin()

    def select(self, connection: sa.Connection, table: str) -> list[Any]:
        source = self._tables[table]
        keys = list(source.c)[: _KEYS[table]]
        return [tuple(row) for row in connection.execute(self._sa.select(source).order_by(*keys))]

    def upsert(self, connection: sa.Connection, table: str, keys: dict[str, Any], values: dict[str, Any]) -> None:
        change = self._sa.update(self._tables[table]).where(*self._matching(table, keys)).values(**values)
        if connection.execute(change).rowcount == 0:
            self.insert(connection, table, keys | values)

    def insert(self, connection: sa.Connection, table: str, values: dict[str, Any]) -> None:
        connection.execute(self._sa.insert(self._tables[table]).values(**values))

    def remove(self, connection: sa.Connection, table: str, keys: dict[str, Any]) -> bool:
        statement = self._sa.delete(self._tables[table]).where(*self._matching(table, keys))
        return bool(connection.execute(statement).rowcount)

    def replace_all(self, connection: sa.Connection, table: str, rows: list[list[Any]]) -> None:
        connection.execute(self._sa.delete(self._tables[table]))
        if rows:
            values = [dict(zip(_TABLES[table], row, strict=True)) for row in rows]
            connection.execute(self._sa.insert(self._tables[table]), values)

    def close(self) -> None:
        self._engine.dispose()

    def _matching(self, table: str, keys: dict[str, Any]) -> list[sa.ColumnElement[bool]]:
        columns = self._tables[table].c
        return [columns[name] == value for name, value in keys.items()]

    def _make_engine(self) -> sa.Engine:
        from sqlalchemy.pool import StaticPool

        if not self._sqlite:
            return self._sa.create_engine(self._url, pool_pre_ping=True)
        options = {"check_same_thread": False, "timeout": 1.0}
        engine = self._sa.create_engine(self._url, poolclass=StaticPool, connect_args=options)
        if self.persistent:
            self._sa.event.listen(engine, "connect", _make_durable)
        return engine

    def _describe(self) -> dict[str, sa.Table]:
        sa, described = self._sa, self._sa.MetaData()
        tables = {}
        for name, columns in _TABLES.items():
            made = [
                sa.Column(
                    column,
                    sa.Integer if column in _NUMBERS else sa.Text,
                    primary_key=position < _KEYS[name],
                    autoincrement=False,
                    nullable=False,
                )
                for position, column in enumerate(columns)
            ]
            tables[name] = sa.Table(name, described, *made)
        self._described = described
        return tables

    def _open_or_explain(self) -> None:
        try:
            with self.begin() as connection:
                self._check_version(connection)
        except self._sa.exc.DBAPIError as error:
            self.close()
            raise StateError(f"cannot open the state {self._shown()}: {_remedy(str(error.orig))}") from error
        except StateError:
            self.close()
            raise

    def _check_version(self, connection: sa.Connection) -> None:
        present = set(self._sa.inspect(connection).get_table_names())
        if not present:
            self._described.create_all(connection)
            self.insert(connection, "meta", {"key": "schema_version", "value": str(SCHEMA_VERSION)})
            return
        found = dict(self.select(connection, "meta")).get("schema_version") if "meta" in present else None
        if found != str(SCHEMA_VERSION):
            held = f"schema version {found}" if found else "tables of another program"
            raise StateError(
                f"the state {self._shown()} has {held}, and this emulator reads schema version {SCHEMA_VERSION}; "
                "start with another file, or move this one away"
            )
        # A write takes the lock now, so that a file in use is refused at the start and not at the first change.
        self.upsert(connection, "meta", {"key": "schema_version"}, {"value": str(SCHEMA_VERSION)})

    def _shown(self) -> str:
        return self._engine.url.render_as_string(hide_password=True)


def _make_durable(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _database_url(url: str) -> str:
    if url == ":memory:":
        return "sqlite://"
    if "://" in url:
        return url
    path = Path(url).expanduser()
    if not path.parent.is_dir():
        raise StateError(f"cannot open the state {url}: the folder {path.parent} does not exist; make it first")
    return f"sqlite:///{path}"


def _remedy(problem: str) -> str:
    if "locked" in problem:
        return "it is in use by another emulator; stop that one, or give this one a file of its own"
    if "not a database" in problem:
        return "it is not a SQLite file; give a new file name, or one that the emulator wrote"
    return problem


def _to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _id_order(id: str) -> tuple[int, int, str]:
    return (0, int(id), "") if id.isdecimal() else (1, 0, id)
