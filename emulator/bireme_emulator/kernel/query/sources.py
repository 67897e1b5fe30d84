"""Data files as tables: Parquet, CSV and DuckDB files, opened so that queries see these and no others."""

from __future__ import annotations

import re
import shutil
import tempfile
import threading
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bireme_emulator.kernel.query.errors import DataError

if TYPE_CHECKING:
    import duckdb

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_KINDS = {".parquet": "parquet", ".csv": "csv", ".tsv": "csv", ".duckdb": "duckdb", ".db": "duckdb", ".ddb": "duckdb"}


def quoted(text: str) -> str:
    """Return a string as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


class Sources:
    """The tables of an engine.

    A Parquet or CSV file is a table of the name it is given under; a DuckDB file is a schema of that name with its own
    tables (`name.table`). CSV files are turned into Parquet once, in a private folder, when the first query comes.
    """

    def __init__(self, data: Mapping[str, Path]) -> None:
        self._files = {name: _checked(name, Path(path)) for name, path in data.items()}
        self._views: dict[str, Path] | None = None
        self._folder: Path | None = None
        self._lock = threading.Lock()

    @property
    def shared(self) -> bool:
        """Whether an open database holds no lock on any of the files: DuckDB files it does lock, for other writers."""
        return all(kind != "duckdb" for _, kind in self._files.values())

    def open(
        self,
        connection: duckdb.DuckDBPyConnection,
        writable: Sequence[Path] = (),
        without: frozenset[str] = frozenset(),
    ) -> None:
        """Give a fresh in-memory database the tables, then shut every other way out, for good.

        `writable` are files that statements of this connection may write, `without` names tables to leave out.
        """
        views = {name: path for name, path in self._prepared(connection).items() if name not in without}
        for name, path in views.items():
            connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet({quoted(str(path))})')
        for name, (path, kind) in self._files.items():
            if kind == "duckdb" and name not in without:
                connection.execute(f'ATTACH {quoted(str(path))} AS "{name}" (READ_ONLY)')
        allowed = ", ".join(quoted(str(path)) for path in [*views.values(), *writable])
        connection.execute(f"SET allowed_paths = [{allowed}]")
        connection.execute("SET enable_external_access = false; SET lock_configuration = true")

    def close(self) -> None:
        """Remove the private folder."""
        with self._lock:
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
            self._views = None

    def _prepared(self, connection: duckdb.DuckDBPyConnection) -> dict[str, Path]:
        """Return the Parquet file of each table, converting CSV files on the first call."""
        with self._lock:
            if self._views is None:
                self._views = {name: path for name, (path, kind) in self._files.items() if kind == "parquet"}
                for name, (path, kind) in self._files.items():
                    if kind == "csv":
                        self._views[name] = self._convert(connection, name, path)
            return self._views

    def _convert(self, connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="bireme-data-"))
            # Also when nobody closes the engine: at the end of the program, or when the engine is no more.
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        target = self._folder / f"{name}.parquet"
        source = f"read_csv({quoted(str(path))}, sample_size = -1)"
        connection.execute(f"COPY (FROM {source}) TO {quoted(str(target))} (FORMAT parquet)")
        return target


def _checked(name: str, path: Path) -> tuple[Path, str]:
    """Return the absolute path and kind of a data file, or say what is wrong with it."""
    if not _NAME.fullmatch(name):
        raise DataError(f"{name!r} is no table name. Use letters, digits and underscores, not beginning with a digit.")
    if not path.is_file():
        raise DataError(f"The data file of {name!r} is missing: {path}")
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise DataError(f"{path.name} cannot be read as {name!r}. Give a file ending in {', '.join(_KINDS)}.")
    return path.resolve(), kind
