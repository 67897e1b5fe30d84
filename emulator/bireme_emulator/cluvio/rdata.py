"""How a table travels to R and back: columns of plain numbers and text, in the order of this machine's Arrow arrays.

A table is int32 columns, int32 rows, then for each column int32 kind, int32 length of the name, the name in UTF-8, and
its values, all little-endian: int32 for logicals and integers, float64 for numbers, dates (days) and times (seconds),
and for text int32 lengths in bytes (-1: none) followed by all the text. An absent value is what R itself takes for one.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    import pyarrow

__all__ = ["MOST_COLUMNS", "TableError", "read_table", "write_table"]

MOST_COLUMNS = 10_000
_LOGICAL, _INTEGER, _DOUBLE, _TEXT, _DATE, _TIME, _ZONED = range(1, 8)
_NA_INTEGER = -(2**31)
_NA_REAL = 0x7FF00000000007A2
_MICROSECONDS = 1e6


class TableError(ValueError):
    """A table that cannot be handed to R, or what came back is none; the message says why."""


def write_table(table: pyarrow.Table) -> Iterator[bytes]:
    """The bytes of a table for R.

    64-bit integers and decimals become doubles, as R has no such type; arrays, structures and times of day become
    text. Raises `TableError` for text with NUL characters, which R cannot hold, and for more rows than R can count.
    """
    if table.num_rows >= 2**31:
        raise TableError(f"The result of the SQL has {table.num_rows} rows, too many for R.")
    yield struct.pack("<ii", table.num_columns, table.num_rows)
    for name, column in zip(table.column_names, table.columns, strict=True):
        encoded = name.encode()
        kind, parts = _for_r(name, column)
        yield struct.pack("<ii", kind, len(encoded)) + encoded
        yield from parts


def read_table(content: memoryview) -> pyarrow.Table:
    """The table that R wrote. Raises `TableError` for bytes that are none."""
    import pyarrow

    reader = _Reader(content)
    count, rows = reader.integers(2)
    if count < 1 or rows < 0:
        raise TableError("The result of the R script has no columns.")
    if count > MOST_COLUMNS:  # without rows a column is eight bytes here and a thousand in memory
        raise TableError(f"The result of the R script has {count} columns, and {MOST_COLUMNS} is the most.")
    names: list[str] = []
    columns: list[Any] = []
    for _ in range(count):
        kind, length = reader.integers(2)
        names.append(bytes(reader.take(length)).decode(errors="replace"))
        columns.append(_from_r(kind, rows, reader))
    return pyarrow.Table.from_arrays(columns, names=names)


def _for_r(name: str, column: Any) -> tuple[int, Iterator[bytes]]:
    """The kind of a column in R, and its values as bytes."""
    import pyarrow
    import pyarrow.types as types

    kind = column.type
    if types.is_boolean(kind):
        return _LOGICAL, iter([_whole(column.cast("int32"))])
    if types.is_int8(kind) or types.is_int16(kind) or types.is_int32(kind) or types.is_uint8(kind):
        return _INTEGER, iter([_whole(column.cast("int32"))])
    if types.is_uint16(kind):
        return _INTEGER, iter([_whole(column.cast("int32"))])
    if types.is_integer(kind):
        return _DOUBLE, iter([_real(column.cast("float64", safe=False))])
    if types.is_floating(kind) or types.is_decimal(kind):
        return _DOUBLE, iter([_real(column.cast("float64"))])
    if types.is_date(kind):
        return _DATE, iter([_real(column.cast("date32").cast("int32").cast("float64"))])
    if types.is_timestamp(kind):
        plain = column.cast(pyarrow.timestamp("us", kind.tz), safe=False).cast("int64")
        seconds = plain.fill_null(0).to_numpy() / _MICROSECONDS
        return (_TIME if kind.tz is None else _ZONED), iter([_with_absent(seconds, column)])
    return _TEXT, _text(name, column)


def _whole(column: Any) -> bytes:
    return column.fill_null(_NA_INTEGER).to_numpy().astype("<i4").tobytes()  # type: ignore[no-any-return]


def _real(column: Any) -> bytes:
    return _with_absent(column.fill_null(0.0).to_numpy(), column)


def _with_absent(values: numpy.ndarray[Any, Any], column: Any) -> bytes:
    values = values.astype("<f8")
    if column.null_count:
        values.view("<u8")[column.is_null().to_numpy()] = _NA_REAL
    return values.tobytes()


def _text(name: str, column: Any) -> Iterator[bytes]:
    import pyarrow
    import pyarrow.compute as compute

    try:
        texts = column.cast(pyarrow.large_string())
    except pyarrow.ArrowException:  # lists, structures, bytes that are no text: as JSON writes them
        texts = pyarrow.chunked_array([[_as_json(value) for value in column.to_pylist()]], pyarrow.large_string())
    if compute.any(compute.match_substring(texts, "\0")).as_py():
        raise TableError(f"Column {name!r} has text with NUL characters, which R cannot hold.")
    yield compute.binary_length(texts).fill_null(-1).cast("int32").to_numpy().astype("<i4").tobytes()
    for chunk in texts.chunks:
        filled = chunk.fill_null("")
        joined = pyarrow.LargeListArray.from_arrays(pyarrow.array([0, len(filled)], pyarrow.int64()), filled)
        yield (compute.binary_join(joined, pyarrow.scalar("", pyarrow.large_string()))[0].as_py() or "").encode()


def _as_json(value: Any) -> str | None:
    if value is None:
        return None
    return json.dumps(value, default=lambda odd: odd.hex() if isinstance(odd, bytes) else str(odd), ensure_ascii=False)


class _Reader:
    """Takes a table's bytes one after the other."""

    def __init__(self, content: memoryview) -> None:
        self._content = content
        self._at = 0

    def take(self, count: int) -> memoryview:
        part = self._content[self._at : self._at + count]
        if count < 0 or len(part) != count:
            raise TableError("What the R script gave back is no table.")
        self._at += count
        return part

    def integers(self, count: int) -> tuple[Any, ...]:
        return struct.unpack(f"<{count}i", self.take(4 * count))


def _from_r(kind: int, rows: int, reader: _Reader) -> Any:
    import numpy
    import pyarrow

    if kind in (_LOGICAL, _INTEGER):
        whole = numpy.frombuffer(reader.take(4 * rows), "<i4")
        found = pyarrow.array(whole, mask=whole == _NA_INTEGER)
        return found.cast("bool") if kind == _LOGICAL else found
    if kind == _TEXT:
        return _text_from_r(rows, reader)
    if kind not in (_DOUBLE, _DATE, _TIME, _ZONED):
        raise TableError("What the R script gave back is no table.")
    values = numpy.frombuffer(reader.take(8 * rows), "<f8")
    if kind == _DOUBLE:
        return pyarrow.array(values, mask=(values.view("<u8") & ~numpy.uint64(1 << 51)) == _NA_REAL)
    absent = ~numpy.isfinite(values)
    known = numpy.where(absent, 0.0, values)
    if kind == _DATE:
        return _moments(numpy.floor(known), absent, pyarrow.int32()).cast("date32")
    moments = _moments(numpy.round(known * _MICROSECONDS), absent, pyarrow.int64())
    return moments.cast(pyarrow.timestamp("us", None if kind == _TIME else "UTC"))


def _moments(values: numpy.ndarray[Any, Any], absent: numpy.ndarray[Any, Any], kind: pyarrow.DataType) -> pyarrow.Array:
    import pyarrow

    try:
        return pyarrow.array(values, mask=absent).cast(kind)
    except pyarrow.ArrowInvalid as error:
        raise TableError(f"A date or time of the R script's result is out of range: {error}") from error


def _text_from_r(rows: int, reader: _Reader) -> Any:
    import numpy
    import pyarrow

    lengths = numpy.frombuffer(reader.take(4 * rows), "<i4")
    absent = lengths < 0
    offsets = numpy.zeros(rows + 1, "<i8")
    numpy.cumsum(numpy.where(absent, 0, lengths), out=offsets[1:])
    data = pyarrow.py_buffer(bytes(reader.take(int(offsets[-1]))))
    valid = pyarrow.py_buffer(numpy.packbits(~absent, bitorder="little").tobytes())
    found = pyarrow.LargeStringArray.from_buffers(rows, pyarrow.py_buffer(offsets.tobytes()), data, valid)
    try:
        found.validate(full=True)
    except pyarrow.ArrowInvalid as error:
        raise TableError(f"The R script's result has text that is not UTF-8: {error}") from error
    return found.cast("string") if offsets[-1] < 2**31 - 1 else found
