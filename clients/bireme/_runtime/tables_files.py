"""Results as files: the body as it came, or Parquet made from CSV on the way.

A file appears, or is replaced, only once it is complete; until then it is `<name>.part` in the same folder. Memory
stays small whatever the size.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
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
        format: the format of the result itself, or `parquet`, or `csv` of a JSON table; else Parquet for a path that
            ends in `.parquet`, CSV for one that ends in `.csv`, and the body as it came for any other.
        types, strings: for what is made from a table, as for `to_arrow`.

    Raises:
        InvalidInput: the path is a folder, or the format cannot be made from this result.
        MissingExtra: pyarrow is not installed and Parquet is asked for.
        OSError: the file cannot be written.
        DecodeError: for Parquet, the body is not a CSV table.
        Whatever the download raises.
    """
    wanted = _wanted(source, target, format)
    if wanted != source.format:
        feature, write = _MADE[wanted]
        options = options_for(source, feature, types, strings)
        return (yield from _write(target, lambda file: _fill(source, options, file, write)))
    if types or strings:
        raise InvalidInput("types", types or "strings=True", "does nothing for a body written as it came", _PARQUET)
    return (yield from _write(target, source.fetch))


_PARQUET = "Leave it away, or write Parquet (format='parquet')."


def _wanted(source: Source, target: Target, format: str | None) -> str:
    """The format to write: that of the result, or one that can be made from it."""
    made = source.made
    if format is None:
        name = os.fspath(target).lower() if isinstance(target, (str, os.PathLike)) else ""
        named = [kind for kind in _MADE if name.endswith(f".{kind}")]
        format = named[0] if named and (named[0] in made or named[0] == "parquet") else source.format
    if format == "parquet" and not made:
        raise InvalidInput("format", format, f"cannot be made from {source.format}", "Export with format='csv'.")
    if format not in (source.format, *made):
        known = " or ".join(map(repr, (source.format, *made)))
        remedy = f"Export with format={format!r}" if format in ("csv", "xlsx", "pdf") else f"Use {known}"
        raise InvalidInput("format", format, f"cannot be made from {source.format}", f"{remedy}.")
    return format


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


def _fill(source: Source, options: Options, file: BinaryIO, write: Callable[[Batches, BinaryIO], None]) -> Flow[None]:
    with batches(options) as reading, naming(source):
        yield from source.fetch(cast("BinaryIO", reading.body))
        yield Offload(reading.settle)
        yield Offload(lambda: write(reading, file))


def _write_csv(reading: Batches, file: BinaryIO) -> None:
    import pyarrow.csv as pc

    # An empty field is no value, an empty text is `""`.
    how = pc.WriteOptions(include_header=True, quoting_style="needed")
    with pc.CSVWriter(file, reading.schema, write_options=how) as writer:
        for batch in reading:
            writer.write_batch(batch)


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


#: What can be made from a table: how errors name it, and how it is written.
_MADE: Mapping[str, tuple[str, Callable[[Batches, BinaryIO], None]]] = {
    "parquet": ("Parquet", _write_parquet),
    "csv": ("CSV", _write_csv),
}
