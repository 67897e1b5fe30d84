"""Where a store keeps its rows: plain memory, or a database by its URL; both all or nothing per transaction.

Memory is not a database on purpose: the store reads from its own cache anyway, and an emulator without a state folder
starts in a fraction of the time when it need not load SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

__all__ = ["KEYS", "SCHEMA_VERSION", "TABLES", "MemoryTables", "StateError", "Tables", "Writer", "open_tables"]

SCHEMA_VERSION = 1

# Columns of each table; the first of them, as many as KEYS says, are its key.
TABLES: dict[str, tuple[str, ...]] = {
    "meta": ("key", "value"),
    "records": ("api", "kind", "id", "body"),
    "jobs": ("id", "body"),
    "job_logs": ("job_id", "number", "body"),
    "files": ("id", "body"),
}
KEYS = {"meta": 1, "records": 3, "jobs": 1, "job_logs": 2, "files": 1}


class StateError(Exception):
    """A state file or snapshot that this emulator cannot use; the message says why and what to do."""


class Writer(Protocol):
    """What can be done inside a transaction. Keys and values are by column name."""

    def select(self, table: str) -> list[tuple[Any, ...]]:
        """All rows as they were when the transaction began, by their keys."""

    def upsert(self, table: str, keys: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Write a row, new or in place of the one with these keys."""

    def remove(self, table: str, keys: Mapping[str, Any]) -> bool:
        """Remove a row; tells whether there was one."""

    def replace_all(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Put these rows in place of all that there are."""


class Tables(Protocol):
    """A place for rows. `persistent` tells whether it outlives the process."""

    persistent: bool

    def begin(self) -> AbstractContextManager[Writer]:
        """A transaction: kept when the block ends, dropped when it raises."""

    def close(self) -> None:
        """Let go of it. Closing twice is harmless."""


class MemoryTables:
    """Rows in dicts."""

    persistent = False

    def __init__(self) -> None:
        first = {("schema_version",): ("schema_version", str(SCHEMA_VERSION))}
        self._rows: dict[str, dict[tuple[Any, ...], tuple[Any, ...]]] = {name: {} for name in TABLES} | {"meta": first}

    @contextmanager
    def begin(self) -> Iterator[Writer]:
        writer = _MemoryWriter(self._rows)
        yield writer
        for change in writer.changes:
            change()

    def close(self) -> None:
        pass


class _MemoryWriter:
    """Collects changes, to be made when the transaction ends well."""

    def __init__(self, rows: dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]) -> None:
        self._rows = rows
        self.changes: list[Callable[[], object]] = []

    def select(self, table: str) -> list[tuple[Any, ...]]:
        return [row for _, row in sorted(self._rows[table].items())]

    def upsert(self, table: str, keys: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        row = {**keys, **values}
        made = tuple(row[column] for column in TABLES[table])
        self.changes.append(lambda: self._rows[table].__setitem__(made[: KEYS[table]], made))

    def remove(self, table: str, keys: Mapping[str, Any]) -> bool:
        key = tuple(keys[column] for column in TABLES[table][: KEYS[table]])
        self.changes.append(lambda: self._rows[table].pop(key, None))
        return key in self._rows[table]

    def replace_all(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        made = {tuple(row[: KEYS[table]]): tuple(row) for row in rows}
        self.changes.append(lambda: self._rows.__setitem__(table, made))


def open_tables(url: str) -> Tables:
    """The place that a URL names: `:memory:`, the path of a SQLite file, or a SQLAlchemy URL. Raises `StateError`."""
    if url == ":memory:":
        return MemoryTables()
    from .sqltables import SqlTables

    if "://" in url:
        return SqlTables(url)
    path = Path(url).expanduser()
    if not path.parent.is_dir():
        raise StateError(f"cannot open the state {url}: the folder {path.parent} does not exist; make it first")
    return SqlTables(f"sqlite:///{path}")
