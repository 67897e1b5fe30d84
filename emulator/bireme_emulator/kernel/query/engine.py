"""The query engine: DuckDB over the workspace's data, one database at a time for each query.

Each query has an in-memory database to itself with views over the data files. So a query can change nothing that
another one sees, memory and time limits hold per query, and the only file that an export can write is its own: external
access is off and the configuration locked before the first statement of a user runs. What a person wrote gets a fresh
database (about 25 ms); for what the emulator wrote itself, one that such a query has used before will do.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.query.errors import QueryError
from bireme_emulator.kernel.query.model import Column, Compiled, Preview
from bireme_emulator.kernel.query.sources import Sources, quoted
from bireme_emulator.kernel.query.spares import Opened, Spares, private_name, state_of
from bireme_emulator.kernel.query.watch import Watch

if TYPE_CHECKING:
    import duckdb
    import pyarrow

Cancelled = Callable[[], bool] | None

_BATCH_ROWS = 50_000
# CSV for people and programs alike: header always, null is empty, an empty string is "", dates ISO 8601, timestamps
# ISO 8601 with a space (spreadsheets read those), booleans true and false, quotes only where needed.
_CSV = "FORMAT csv, NULLSTR '', USE_TMP_FILE false"


class Engine:
    """Runs compiled queries. Cheap to make: nothing is opened, nor DuckDB imported, before the first query.

    `data` maps table names to Parquet, CSV or DuckDB files. `memory_limit` is DuckDB's (`"1GB"`), `timeout` in seconds,
    `threads` per query. Safe to use from several threads at once. Raises DataError for a file that cannot be used.
    The attribute `data` says which files it reads.

    Example:
        engine = Engine(load_workspace("demo").data)
        rows = engine.write_csv(Compiled("SELECT * FROM airlines"), Path("airlines.csv"))
    """

    def __init__(
        self, data: Mapping[str, Path], *, memory_limit: str = "1GB", timeout: float = 60.0, threads: int = 2
    ) -> None:
        self.data: Mapping[str, Path] = {name: Path(path) for name, path in data.items()}
        self._sources = Sources(data)
        self._memory_limit = memory_limit
        self._timeout = timeout
        self._threads = threads
        self._spares = Spares()
        weakref.finalize(self, self._spares.close)  # also at the end of the program: DuckDB complains of what is open

    def extended(self, tables: Mapping[str, Path]) -> Engine:
        """Return an engine with the same data and limits and further tables, which win over tables of the same name."""
        return Engine(
            {**self.data, **tables}, memory_limit=self._memory_limit, timeout=self._timeout, threads=self._threads
        )

    @property
    def tables(self) -> Sequence[str]:
        """The names of the tables, those of DuckDB files as their schemas."""
        return tuple(self.data)

    def convert_csv(self, source: Path, target: Path) -> None:
        """Turn a comma-separated file with a header into a Parquet file; both are all that is touched.

        Names of columns become lower case, with underscores. Raises QueryError with the database's own message.
        """
        # All that could be guessed wrongly is fixed: a short row is an error, not a sign of another delimiter.
        form = """delim = ',', quote = '"', escape = '"', comment = '', skip = 0"""
        options = f"header = true, sample_size = -1, normalize_names = true, {form}"
        copy = f"COPY (FROM read_csv({quoted(str(source))}, {options})) TO {quoted(str(target))}"
        nothing = Compiled("")
        with (
            self._database(nothing, writable=[source.resolve(), target.resolve()]) as database,
            self._guard(database, nothing, None),
        ):
            database.execute(f"{copy} (FORMAT parquet, USE_TMP_FILE false)")

    def write_csv(
        self, compiled: Compiled, path: Path, *, header: bool = True, delimiter: str = ",", cancelled: Cancelled = None
    ) -> int:
        """Write the result as CSV and return the number of rows; an earlier file stays until the new one is whole.

        The header, if asked for, is written also for no rows. Raises QueryError with the database's own message,
        QueryTimeout, or QueryCancelled soon after `cancelled()` turns true.
        """
        part = path.resolve().with_name(path.name + ".part")
        try:
            with self._opened(compiled, part) as opened:
                database, written = opened.database, opened.out or part
                query = _single_select(database, compiled.sql)
                options = f"{_CSV}, HEADER {str(header).lower()}, DELIMITER {quoted(delimiter)}"
                statement = f"COPY (\n{query}\n) TO {quoted(str(written))} ({options})"
                try:
                    with self._guard(database, compiled, cancelled):
                        row = database.execute(statement, list(compiled.params)).fetchone()
                    written.replace(path)  # before the database serves another query
                finally:
                    written.unlink(missing_ok=True)
        finally:
            part.unlink(missing_ok=True)
        return int(row[0]) if row else 0

    def reader(self, compiled: Compiled, *, cancelled: Cancelled = None) -> pyarrow.RecordBatchReader:
        """Return the result as a stream of Arrow record batches.

        A query that cannot start fails here, one that fails under way fails in the iteration, both with QueryError.
        """
        import pyarrow

        batches = self._stream(compiled, cancelled)
        schema = next(batches)
        return pyarrow.RecordBatchReader.from_batches(schema, batches)

    def preview(self, compiled: Compiled, limit: int, *, cancelled: Cancelled = None) -> Preview:
        """Return the first `limit` rows as Python values, their columns and the number of all rows."""
        rows: list[tuple[Any, ...]] = []
        total = 0
        reader = self.reader(compiled, cancelled=cancelled)
        for batch in reader:
            total += batch.num_rows
            wanted = batch.slice(0, max(0, limit - len(rows)))
            rows += zip(*(column.to_pylist() for column in wanted.columns), strict=True)
        columns = compiled.columns or tuple(columns_of(reader.schema))
        return Preview(columns=columns, rows=tuple(rows), total=total)

    def close(self) -> None:
        """Remove the private copies of CSV files. The engine can be used again afterwards."""
        self._spares.close()
        self._sources.close()

    def _stream(self, compiled: Compiled, cancelled: Cancelled) -> Iterator[Any]:
        """Yield the result's schema, then its batches; the database lives as long as this generator."""
        with self._opened(compiled) as opened:
            database = opened.database
            query = _single_select(database, compiled.sql)
            with self._guard(database, compiled, cancelled) as watch:
                relation = database.sql(query, params=list(compiled.params))
                reader = relation.to_arrow_reader(_BATCH_ROWS)
                watch.active = False
                yield _with_types(reader.schema, [str(kind) for kind in relation.types])
                while True:
                    watch.active = True
                    batch = next(reader, None)
                    watch.active = False
                    if batch is None:
                        return
                    yield batch

    @contextmanager
    def _opened(self, compiled: Compiled, part: Path | None = None) -> Iterator[Opened]:
        """Open a database for a query, one that has served before if both the query and the data allow it."""
        folder = None if part is None else part.parent
        if not compiled.ours or not self._sources.shared:
            with self._database(compiled, writable=[] if part is None else [part]) as database:
                yield Opened(database, compiled.timezone, compiled.without, (), part)
            return
        state = state_of(self.data)
        opened = self._spares.take(compiled.timezone, compiled.without, state, folder)
        if opened is None:
            out = None if folder is None else folder / private_name()
            database = self._open(compiled, [] if out is None else [out])
            opened = Opened(database, compiled.timezone, compiled.without, state, out)
        try:
            yield opened
        except BaseException:  # interrupted, or left in the middle: nobody knows what it still does
            opened.database.close()
            raise
        self._spares.give_back(opened)

    @contextmanager
    def _database(self, compiled: Compiled, writable: Sequence[Path] = ()) -> Iterator[duckdb.DuckDBPyConnection]:
        """A database for the time of the block."""
        database = self._open(compiled, writable)
        try:
            yield database
        finally:
            database.close()

    def _open(self, compiled: Compiled, writable: Sequence[Path]) -> duckdb.DuckDBPyConnection:
        """Open a database that sees the data and nothing else."""
        import duckdb

        # Without a temporary directory nothing is spilled to disk: a query that needs too much memory fails.
        options: dict[str, Any] = {"threads": self._threads, "memory_limit": self._memory_limit, "temp_directory": ""}
        # A database that waits for its next query keeps no parts of files in memory.
        options["enable_external_file_cache"] = False
        database = duckdb.connect(":memory:", config=options)
        try:
            database.execute(f"SET TimeZone = {quoted(compiled.timezone)}")
            self._sources.open(database, writable, compiled.without)
        except BaseException as error:
            database.close()
            if isinstance(error, duckdb.Error):
                raise QueryError(str(error)) from error
            raise
        return database

    @contextmanager
    def _guard(self, database: duckdb.DuckDBPyConnection, compiled: Compiled, cancelled: Cancelled) -> Iterator[Watch]:
        """Watch over the statements inside, and turn what the database raises into QueryError."""
        import duckdb
        import pyarrow

        limit = self._timeout if compiled.timeout is None else min(self._timeout, compiled.timeout)
        with Watch(database.interrupt, limit, cancelled) as watch:
            try:
                yield watch
            # A failure in the middle of a stream reaches Python through Arrow, as OSError or ArrowException.
            except (duckdb.Error, pyarrow.ArrowException, OSError) as error:
                raise (watch.reason or QueryError(_without_wrapper(str(error)))) from error


def _with_types(schema: pyarrow.Schema, types: Sequence[str]) -> pyarrow.Schema:
    """The schema with the database's type of what Arrow takes for mere text, in the metadata of the field."""
    import pyarrow

    if "JSON" not in types:
        return schema
    told = {"database_type": "JSON"}
    pairs = zip(schema, types, strict=True)
    return pyarrow.schema([field.with_metadata(told) if kind == "JSON" else field for field, kind in pairs])


def _single_select(database: duckdb.DuckDBPyConnection, sql: str) -> str:
    """Return the text of the one SELECT that `sql` must be, without its closing semicolon."""
    import duckdb

    try:
        statements = database.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(str(error)) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        kinds = ", ".join(statement.type.name for statement in statements) or "nothing"
        raise QueryError(f"Only a single SELECT can be run here, and this is {kinds}.")
    # The tokens tell a closing semicolon from one inside a string or a comment. They are counted in bytes.
    text = sql.encode()
    operators = [start for start, kind in duckdb.tokenize(sql) if kind == duckdb.token_type.operator]
    closing = next((start for start in operators if text[start : start + 1] == b";"), len(text))
    return text[:closing].decode()


def _without_wrapper(message: str) -> str:
    """Count the lines of an error message from the user's first line, not from the COPY statement around it."""
    if "COPY" in message or "LINE 1:" in message:
        return message
    return re.sub(r"^LINE (\d+):", lambda found: f"LINE {int(found[1]) - 1}:", message, flags=re.MULTILINE)


def columns_of(schema: pyarrow.Schema) -> Iterator[Column]:
    """Describe the columns of a result whose query says nothing about them: text and dates first, numbers measured."""
    import pyarrow.types as types

    for field in schema:
        if types.is_date(field.type):
            yield Column(field.name, "date")
        elif types.is_timestamp(field.type):
            yield Column(field.name, "datetime")
        elif types.is_boolean(field.type):
            yield Column(field.name, "truefalse")
        elif types.is_integer(field.type) or types.is_floating(field.type) or types.is_decimal(field.type):
            yield Column(field.name, "number", role="measure")
        else:
            yield Column(field.name, "text")
