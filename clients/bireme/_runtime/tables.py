"""Results as tables: flows that download a CSV export and give it as Arrow, pandas, polars, batches, rows or a file.

They know nothing of where a body comes from: a `Source` brings a flow that downloads it into a file. The rules
for column types stand in `tables_kinds`; `types={"zip": "string"}` fixes some, `strings=True` makes all of them text.

    source = Source(lambda file: spool_to(session, request, file), format="csv", operation="exports_download")
    table = sender.run(to_arrow(source))

pyarrow, pandas and polars are extras; a missing one is reported before anything is downloaded.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from .errors import DecodeError, InvalidInput, MissingExtra
from .flow import Emit, Flow, Offload

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from .tables_body import Block
    from .tables_csv import Batches, Options, Types


@dataclass(frozen=True, slots=True)
class Source:
    """A body to be had.

    Attributes:
        fetch: how to download it into a file.
        format: `csv`, or `json` with `declared`, for tables; anything else is a document.
        operation: what gives it, for errors.
        separator, decimal: for CSV, what stands between values, and in fractions.
        declared: for JSON, what the data types of its fields mean (names of `tables_json_kinds.Declared`).
        obstacle: why its rows cannot be read with certainty, where they cannot; raised when that is tried.
    """

    fetch: Callable[[BinaryIO], Flow[Any]]
    format: str = "csv"
    operation: str = ""
    declared: Mapping[str, str] | None = None
    separator: str = ","
    decimal: str = "."
    obstacle: InvalidInput | None = None

    @property
    def made(self) -> tuple[str, ...]:
        """The other formats that can be made from it: none where it is no table."""
        if self.format == "json" and self.declared is not None:
            return ("parquet", "csv")
        return ("parquet",) if self.format == "csv" else ()


def require(extra: str, feature: str, package: str | None = None) -> Any:
    """Imports the package of an extra.

    Raises:
        MissingExtra: it is not installed.
    """
    name = package or extra
    try:
        return importlib.import_module(name)
    except ImportError as error:
        # A package that is there but broken must say so itself.
        if error.name is not None and error.name.partition(".")[0] != name:
            raise
        raise MissingExtra(extra, feature, name) from None


def to_arrow(source: Source, *, types: Types | None = None, strings: bool = False) -> Flow[Any]:
    """The whole result as a `pyarrow.Table`; an empty one keeps its columns, as text.

    Args:
        types: a pyarrow type, or its name, by column.
        strings: true makes every column text, exactly as written.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidInput: the format is no table, or `types` is wrong or does not fit.
        DecodeError: the body is not a CSV table.
        Whatever the download raises.
    """
    options = options_for(source, "to_arrow()", types, strings)
    return (yield from _table(source, options, lambda table: table))


def to_pandas(source: Source, *, types: Types | None = None, strings: bool = False) -> Flow[pd.DataFrame]:
    """The whole result as a `pandas.DataFrame`.

    Columns have the types that `pandas.read_csv` gives them (so integers with gaps become float64), and more: dates
    and timestamps are datetime64, and integers that a float cannot hold exactly stay whole as Int64, or as
    `decimal.Decimal` beyond 64 bits. Arguments and errors as `to_arrow`.
    """
    options = options_for(source, "to_pandas()", types, strings)
    pandas = require("pandas", "to_pandas()")
    return cast("pd.DataFrame", (yield from _table(source, options, lambda table: _as_pandas(pandas, table))))


def to_pandas_as_read(source: Source, *, keep_leading_zeros: bool = False) -> Flow[pd.DataFrame]:
    """The whole result as a `pandas.DataFrame` with the types that `pandas.read_csv` gives, dates as text among them.

    Two things stay better: integers that a float cannot hold exactly stay whole where values are missing (Int64), and
    `007` is text where leading zeros are to be kept.

    Raises:
        As `to_arrow`.
    """
    options = options_for(source, "the DataFrame", None, False)
    pandas = require("pandas", "the DataFrame")
    from .tables_kinds import Rules

    options.rules = Rules.READ_CSV_ZEROS_KEPT if keep_leading_zeros else Rules.READ_CSV
    return cast("pd.DataFrame", (yield from _table(source, options, lambda table: _as_read(pandas, table))))


def to_polars(source: Source, *, types: Types | None = None, strings: bool = False) -> Flow[pl.DataFrame]:
    """The whole result as a `polars.DataFrame`. Arguments and errors as `to_arrow`."""
    options = options_for(source, "to_polars()", types, strings)
    polars = require("polars", "to_polars()")
    return cast("pl.DataFrame", (yield from _table(source, options, polars.from_arrow)))


def to_reader(source: Source, *, types: Types | None = None, strings: bool = False) -> Flow[Any]:
    """The result as a `pyarrow.RecordBatchReader` over a temporary file: one pass, in little memory.

    Its `__arrow_c_stream__` is what other libraries take. Arguments and errors as `to_arrow`.
    """
    options = options_for(source, "the Arrow stream", types, strings)
    reading = batches(options)
    with _closing_on_error(reading), naming(source):
        yield from source.fetch(cast("BinaryIO", reading.body))
        schema = yield Offload(reading.settle)
    arrow = require("arrow", "the Arrow stream", "pyarrow")
    return arrow.RecordBatchReader.from_batches(schema, _drain(reading))


def iter_batches(source: Source, *, types: Types | None = None, strings: bool = False) -> Flow[None]:
    """Emits the result as `pyarrow.RecordBatch`es of one schema, in little memory; none if it has no rows.

    The whole body is on disk before the first batch comes, for only then are the types certain. Arguments and errors
    as `to_arrow`.
    """
    options = options_for(source, "iter_batches()", types, strings)
    with batches(options) as reading, naming(source):
        yield from source.fetch(cast("BinaryIO", reading.body))
        yield Offload(reading.settle)
        for block in reading.blocks:
            yield Emit((yield Offload(partial(reading.batch, block))))


def iter_rows(source: Source, *, types: Types | None = None, strings: bool = False) -> Flow[None]:
    """Emits the result as one dict per row, in little memory.

    Values are int, float, bool, str, date, datetime or None; Decimal for integers beyond 64 bits. Timestamps finer than
    microseconds are `pandas.Timestamp`. Arguments and errors as `to_arrow`.
    """
    options = options_for(source, "iter_rows()", types, strings)
    with batches(options) as reading, naming(source):
        yield from source.fetch(cast("BinaryIO", reading.body))
        schema = yield Offload(reading.settle)
        if any(str(kind).startswith("timestamp[ns") for kind in schema.types):
            require("pandas", "iter_rows() over timestamps with nanoseconds")
        names = schema.names
        for block in reading.blocks:
            columns = yield Offload(partial(_columns, reading, block))
            for row in zip(*columns, strict=True):
                yield Emit(dict(zip(names, row, strict=True)))


def _columns(reading: Batches, block: Block) -> list[list[Any]]:
    return [column.to_pylist() for column in reading.batch(block).columns]


# --- what they share, with tables_files too ---


def options_for(source: Source, feature: str, types: Types | None, strings: bool) -> Options:
    """The checks that need no data: is it a table, is pyarrow there, do the types exist. `feature` names the caller."""
    if not source.made:
        raise InvalidInput("format", source.format, f"is a document, not a table: {feature} needs csv", _REMEDY)
    if source.obstacle is not None:
        raise source.obstacle
    require("arrow", feature, "pyarrow")
    if source.format == "json":
        from .tables_json import JsonOptions

        return JsonOptions(source.declared, types, strings)
    from .tables_csv import Options

    return Options(types, strings, separator=source.separator, decimal=source.decimal)


_REMEDY = "Export with format='csv', or save this one with to_file()."


def batches(options: Options) -> Batches:
    """What reads the body in little memory."""
    return options.batches()


def _table(source: Source, options: Options, finish: Callable[[Any], Any]) -> Flow[Any]:
    with options.table() as reading, naming(source):
        yield from source.fetch(cast("BinaryIO", reading.body))
        return (yield Offload(lambda: finish(reading.table())))


@contextmanager
def naming(source: Source) -> Iterator[None]:
    """Adds the operation to an error about the body."""
    try:
        yield
    except DecodeError as error:
        error.operation = error.operation or source.operation
        raise


@contextmanager
def _closing_on_error(reading: Batches) -> Iterator[None]:
    try:
        yield
    except BaseException:
        reading.close()
        raise


def _drain(reading: Batches) -> Iterator[Any]:
    with reading:
        yield from reading


def _as_pandas(pandas: Any, table: Any) -> Any:
    whole = {
        index: pandas.Int64Dtype().__from_arrow__(table.column(index))
        for index, column in enumerate(table.columns)
        if str(column.type) == "int64" and column.null_count and _inexact(column)
    }
    names = table.column_names
    if whole:
        table = table.drop_columns([names[index] for index in whole])
    shared = max((column.num_chunks for column in table.columns), default=0) <= 1
    frame = table.to_pandas(date_as_object=False, split_blocks=True, self_destruct=True)
    if shared:
        frame = frame.copy()  # a table of one block lends its memory, which cannot be written to
    for index, values in whole.items():
        frame.insert(index, names[index], values)
    return frame


def _as_read(pandas: Any, table: Any) -> Any:
    """As `_as_pandas`; what has no value is NaN everywhere, and a column without any value is float64."""
    gaps = [
        (index, column.null_count == len(column))
        for index, column in enumerate(table.columns)
        if column.null_count and (column.null_count == len(column) or str(column.type) == "bool")
    ]
    frame = _as_pandas(pandas, table)
    nan = float("nan")
    for index, whole in gaps:
        values = frame.iloc[:, index]
        frame.isetitem(index, pandas.Series(nan, index=frame.index) if whole else values.where(values.notna(), nan))
    return frame


def _inexact(column: Any) -> bool:
    from .tables_kinds import beyond_float

    return beyond_float(column)
