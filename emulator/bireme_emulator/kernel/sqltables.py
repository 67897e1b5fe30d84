"""Rows in a database, by SQLAlchemy Core: SQLite in a file, or another database by its URL.

A SQLite file is in WAL mode with full synchronisation, and locked for as long as it is open: what is acknowledged is on
disk, and a second emulator cannot write behind this one's cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from .tables import KEYS, SCHEMA_VERSION, TABLES, StateError, Writer

__all__ = ["SqlTables"]

_NUMBERS = {"job_id", "number"}
_MEMORY = "sqlite://"


def _column(name: str, *, key: bool) -> sa.Column[Any]:
    kind = sa.Integer if name in _NUMBERS else sa.Text
    return sa.Column(name, kind, primary_key=key, autoincrement=False, nullable=False)


_described = sa.MetaData()
_tables = {
    name: sa.Table(name, _described, *(_column(column, key=place < KEYS[name]) for place, column in enumerate(columns)))
    for name, columns in TABLES.items()
}


class SqlTables:
    """The tables in the database of a SQLAlchemy URL, made when it is empty.

    Raises `StateError` for a database in use, of another schema version, of another program, or that cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self.persistent = url != _MEMORY
        self._engine = _make_engine(url)
        try:
            with self._engine.begin() as connection:
                self._check_version(connection)
        except sa.exc.DBAPIError as error:
            self.close()
            raise StateError(f"cannot open the state {self._shown()}: {_remedy(str(error.orig))}") from error
        except StateError:
            self.close()
            raise

    @contextmanager
    def begin(self) -> Iterator[Writer]:
        with self._engine.begin() as connection:
            yield _SqlWriter(connection)

    def close(self) -> None:
        self._engine.dispose()

    def _check_version(self, connection: sa.Connection) -> None:
        present = set(sa.inspect(connection).get_table_names())
        writer = _SqlWriter(connection)
        if not present:
            _described.create_all(connection)
        else:
            found = dict(writer.select("meta")).get("schema_version") if "meta" in present else None
            if found != str(SCHEMA_VERSION):
                held = f"schema version {found}" if found else "tables of another program"
                raise StateError(
                    f"the state {self._shown()} has {held}, and this emulator reads schema version {SCHEMA_VERSION}; "
                    "start with another file, or move this one away"
                )
        # A write takes the lock now, so that a file in use is refused at the start and not at the first change.
        writer.upsert("meta", {"key": "schema_version"}, {"value": str(SCHEMA_VERSION)})

    def _shown(self) -> str:
        return self._engine.url.render_as_string(hide_password=True)


class _SqlWriter:
    """The statements of one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def select(self, table: str) -> list[tuple[Any, ...]]:
        source = _tables[table]
        keys = list(source.c)[: KEYS[table]]
        return [tuple(row) for row in self._connection.execute(sa.select(source).order_by(*keys))]

    def upsert(self, table: str, keys: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        change = sa.update(_tables[table]).where(*_matching(table, keys)).values(**values)
        if self._connection.execute(change).rowcount == 0:
            self._connection.execute(sa.insert(_tables[table]).values(**keys, **values))

    def remove(self, table: str, keys: Mapping[str, Any]) -> bool:
        statement = sa.delete(_tables[table]).where(*_matching(table, keys))
        return bool(self._connection.execute(statement).rowcount)

    def replace_all(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        self._connection.execute(sa.delete(_tables[table]))
        if rows:
            values = [dict(zip(TABLES[table], row, strict=True)) for row in rows]
            self._connection.execute(sa.insert(_tables[table]), values)


def _matching(table: str, keys: Mapping[str, Any]) -> list[sa.ColumnElement[bool]]:
    columns = _tables[table].c
    return [columns[name] == value for name, value in keys.items()]


def _make_engine(url: str) -> sa.Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url, pool_pre_ping=True)
    options = {"check_same_thread": False, "timeout": 1.0}
    engine = sa.create_engine(url, poolclass=StaticPool, connect_args=options)
    if url != _MEMORY:
        sa.event.listen(engine, "connect", _make_durable)
    return engine


def _make_durable(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _remedy(problem: str) -> str:
    if "locked" in problem:
        return "it is in use by another emulator; stop that one, or give this one a file of its own"
    if "not a database" in problem:
        return "it is not a SQLite file; give a new file name, or one that the emulator wrote"
    return problem
