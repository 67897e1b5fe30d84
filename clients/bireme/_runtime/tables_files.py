"""Results as files: the body as it came, or Parquet made from CSV on the way.

A file appears, or is replaced, only once it is complete; until then it is `<name>.part` in the same folder. Memory
stays small whatever the size.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, TypeVar, cast

from .errors import InvalidInput
from .flow import Flow, Offload
from .handoff import replacing, write_all
from .tables import Source, batches, naming, options_for

if TYPE_CHECKING:
    from .tables_csv import Batches, Options, Types

T = TypeVar("T")
Target: TypeAlias = str | os.PathLike[str] | BinaryIO

_GROUP_BYTES = 6 * 1024 * 1024  # of Arrow data per Parquet row group: some 60,000 rows of ten columns
_DICTIONARY_BYTES = 128 * 1024
_COPY_SIZE = 1024 * 1024


def to_file(
    source: Source,
    target: Target,
    *,
    format: str | None = None,
    types: Types | None = None,
    strings: bool = False,
) -> Flow[Path | None]:
    """Writes the result to a file and gives its path, or None where that has none.

    Args:
        target: a path, an open binary file, or `-` for standard output. The last two get nothing until the whole
            result is there.
        format: the format of the result itself, or `parquet`; else Parquet for a path that ends in `.parquet`, and the
            body as it came for any other.
        types, strings: for Parquet, as for `to_arrow`.

    Raises:
        InvalidInput: the path is a folder, or the format cannot be made from this result.
        MissingExtra: pyarrow is not installed and Parquet is asked for.
        OSError: the file cannot be written.
        DecodeError: for Parquet, the body is not a CSV table.
        Whatever the download raises.
    """
    if _wants_parquet(source, target, format):
        options = options_for(source, "Parquet", types, strings)
        return (yield from _write(target, lambda file: _fill_parquet(source, options, file)))
    if types or strings:
        raise InvalidInput("types", types or "strings=True", "does nothing for a body written as it came", _PARQUET)
    return (yield from _write(target, source.fetch))


_PARQUET = "Leave it away, or write Parquet (format='parquet')."


def _wants_parquet(source: Source, target: Target, format: str | None) -> bool:
    if format is None:
        named = isinstance(target, (str, os.PathLike)) and os.fspath(target).lower().endswith(".parquet")
        format = "parquet" if named else source.format
    if format == "parquet" and source.format not in ("csv", "json"):
        raise InvalidInput("format", format, f"cannot be made from {source.format}", "Export with format='csv'.")
    if format not in (source.format, "parquet"):
        remedy = f"Export with format={format!r}" if format in ("csv", "xlsx", "pdf") else "Use 'csv' or 'parquet'"
        raise InvalidInput("format", format, f"cannot be made from {source.format}", f"{remedy}.")
    return format == "parquet"


def _write(target: Target, fill: Callable[[BinaryIO], Flow[Any]]) -> Flow[Path | None]:
    if isinstance(target, (str, os.PathLike)):
        if os.fspath(target) != "-":
            return (yield from replacing(Path(target), fill))
        target = sys.stdout.buffer
    file = cast("BinaryIO", target)
    # A download that has to start over cannot take back what a pipe has swallowed.
    with tempfile.TemporaryFile() as spool:
        yield from fill(cast("BinaryIO", spool))
        yield Offload(lambda: spool.seek(0))
        while piece := (yield Offload(lambda: spool.read(_COPY_SIZE))):
            yield Offload(partial(write_all, file, piece))
        yield Offload(file.flush)
    return None


def _fill_parquet(source: Source, options: Options, file: BinaryIO) -> Flow[None]:
    with batches(options) as reading, naming(source):
        yield from source.fetch(cast("BinaryIO", reading.body))
        yield Offload(reading.settle)
        yield Offload(lambda: _write_parquet(reading, file))


def _write_parquet(reading: Batches, file: BinaryIO) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    # A dictionary that grows past this pays neither in size (a third less without) nor in memory.
    how = {"compression": "zstd", "dictionary_pagesize_limit": _DICTIONARY_BYTES}
    with pq.ParquetWriter(file, reading.schema, **how) as writer:
        group: list[Any] = []
        for batch in reading:
            group.append(batch)
            if sum(each.nbytes for each in group) >= _GROUP_BYTES:
                writer.write_table(pa.Table.from_batches(group))
                group.clear()
                pa.default_memory_pool().release_unused()  # or the allocator keeps several groups' worth
        if group:
            writer.write_table(pa.Table.from_batches(group))
