"""What the cells of a result look like as text, column by column in Arrow: the part that JSON and CSV share.

The vendor shows numbers, texts, booleans and nulls only, so the rest is text: dates, times and timestamps in ISO 8601
(a timestamp with a time zone in the zone of the document, with its offset), binary as base64, arrays and records as
JSON text.

Importing this module imports pyarrow: let callers do so when they need it.
"""

from __future__ import annotations

import base64
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.types as types

pc: Any = pyarrow.compute  # its functions are made at import, so type checkers do not know them

__all__ = ["escaped", "is_bare", "joined", "text_of"]

_CONTROLS = bytes(range(0x20))
_SHORT = {'"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPES = {chr(code): f"\\u{code:04x}" for code in _CONTROLS} | _SHORT


def is_bare(kind: pa.DataType) -> bool:
    """Whether JSON writes the values of a type without quotes."""
    return bool(
        types.is_boolean(kind) or types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind)
    )  # fmt: skip


def text_of(column: pa.Array, zone: str) -> pa.Array:
    """The cells of a column as an Arrow string array, null where there is no value; nothing is quoted or escaped yet.

    Args:
        column: any Arrow array.
        zone: the time zone in which timestamps that have one are written.

    >>> text_of(pa.array([[1, None]]), "UTC").to_pylist(), text_of(pa.array([1.5, float("nan")]), "UTC").to_pylist()
    (['[1,null]'], ['1.5', None])
    """
    if isinstance(column, pa.ExtensionArray):
        column = column.storage
    kind = column.type
    if types.is_string(kind):
        return column
    if types.is_floating(kind):
        return pc.cast(pc.if_else(pc.is_finite(column), column, pa.scalar(None, kind)), pa.string())
    if types.is_timestamp(kind):
        return _timestamps(column, zone)
    if types.is_time(kind):
        return _times(column)
    if types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind):
        return pa.array([each and base64.b64encode(each).decode() for each in column.to_pylist()], pa.string())
    if types.is_nested(kind):
        return _nested(column, zone)
    if types.is_null(kind):
        return pa.nulls(len(column), pa.string())
    try:
        return pc.cast(column, pa.string())
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid):
        return pa.array([None if each is None else str(each) for each in column.to_pylist()], pa.string())


def _timestamps(column: pa.Array, zone: str) -> pa.Array:
    kind = column.type
    if kind.tz is not None:
        # Under the name UTC Arrow writes a Z where every other zone has four digits.
        column = pc.cast(column, pa.timestamp(kind.unit, "+00:00" if zone == "UTC" else zone))
    text = pc.cast(_without_zeros(column, pa.timestamp("s", column.type.tz)), pa.string())
    text = pc.binary_replace_slice(text, 10, 11, "T")
    return text if kind.tz is None else pc.binary_replace_slice(text, -2, -2, ":")


def _times(column: pa.Array) -> pa.Array:
    return pc.cast(_without_zeros(column, pa.time32("s")), pa.string())


def _without_zeros(column: pa.Array, seconds: pa.DataType) -> pa.Array:
    """In whole seconds where all of them are, so that no fraction of zeros is written."""
    if column.type == seconds:
        return column
    try:
        return pc.cast(column, seconds)  # fails where a fraction would be lost
    except pa.ArrowInvalid:
        return column


def escaped(text: pa.Array) -> pa.Array:
    """A string array with all that JSON wants escaped."""
    data = _characters(text)
    if b"\\" in data:
        text = pc.replace_substring(text, "\\", "\\\\")
    if b'"' in data:
        text = pc.replace_substring(text, '"', '\\"')
    if len(data.translate(None, _CONTROLS)) != len(data):
        for character in map(chr, _CONTROLS):
            if character.encode() in data:
                text = pc.replace_substring(text, character, _ESCAPES[character])
    return text


def _characters(text: pa.Array) -> bytes:
    """All characters of a string array, one after another."""
    _, offsets, data = text.buffers()
    if data is None or not len(text):
        return b""
    ends = pa.Array.from_buffers(pa.int32(), len(text) + 1, [None, offsets], offset=text.offset)
    start, end = ends[0].as_py(), ends[len(text)].as_py()
    return bytes(data.slice(start, end - start).to_pybytes())


def joined(parts: list[pa.Array | str], rows: int, null: str) -> bytes:
    """Columns and fixed texts put beside each other, row by row, as one text; `null` stands where there is no value.

    >>> joined([pa.array(["a", None]), "-", pa.array(["b", "c"]), ";"], 2, "null")
    b'a-b;null-c;'
    """
    merged: list[Any] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    if all(isinstance(part, str) for part in merged):
        return "".join(merged).encode() * rows
    return _characters(pc.binary_join_element_wise(*merged, "", null_handling="replace", null_replacement=null))


def _nested(column: pa.Array, zone: str) -> pa.Array:
    """Lists, structs and maps as JSON text."""
    kind = column.type
    if types.is_map(kind):
        keys = _quoted(text_of(column.keys, zone))
        entries = pc.binary_join_element_wise(keys, _value(column.items, zone), ":")
        text = _bracketed(column, entries, "{", "}")
    elif types.is_struct(kind):
        parts: list[Any] = ["{"]
        for field, values in zip(kind, column.flatten(), strict=True):
            name = escaped(pa.array([field.name]))[0].as_py()
            parts += [f'{"," if len(parts) > 1 else ""}"{name}":', _value(values, zone)]
        text = pc.binary_join_element_wise(*parts, "}", "") if len(parts) > 1 else pa.array(["{}"] * len(column))
    elif types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        if not types.is_list(kind):
            column = pc.cast(column, pa.list_(kind.value_type))
        text = _bracketed(column, _value(column.values, zone), "[", "]")
    else:
        return pa.array([None if each is None else str(each) for each in column.to_pylist()], pa.string())
    return pc.if_else(pc.is_valid(column), text, pa.scalar(None, pa.string()))


def _bracketed(column: pa.Array, entries: pa.Array, opening: str, closing: str) -> pa.Array:
    """The entries of each list joined; `column` says by its offsets which belong to whom."""
    lists = pa.ListArray.from_arrays(column.offsets, entries)
    return pc.binary_join_element_wise(opening, pc.binary_join(lists, ","), closing, "")


def _value(column: pa.Array, zone: str) -> pa.Array:
    """Cells as JSON, `null` among them."""
    text = text_of(column, zone)
    if not (is_bare(column.type) or types.is_nested(column.type)):
        text = _quoted(text)
    return pc.fill_null(text, "null")


def _quoted(text: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise('"', escaped(text), '"', "")
