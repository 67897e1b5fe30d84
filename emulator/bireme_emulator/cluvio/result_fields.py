"""What the data servers tell of a result's columns: name, data type, and statistics of the values.

Importing this module imports pyarrow: let callers do so when they need it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.types as types

from .result_cells import is_bare, text_of

pc: Any = pyarrow.compute  # its functions are made at import, so type checkers do not know them

__all__ = ["data_type", "fields_of", "statistics_of"]

_ARRAYS = ("Boolean", "Binary", "Float", "Integer", "BigInt", "Record", "String", "Date", "Time", "DateTime", "JSON")


def data_type(field: pa.Field) -> str:
    """The vendor's `DataType` of a column, as its fact sheet lists them (section 18).

    Integers up to 32 bits are Integer, longer ones BigInt; fractions of both kinds are Float. JSON is told from text by
    DuckDB's Arrow extension type, or by `data_type` in the metadata of the field, which wins in all cases.

    >>> [data_type(pa.field("x", kind)) for kind in (pa.int64(), pa.list_(pa.string()), pa.struct([]))]
    ['BigInt', 'StringArray', 'Record']
    """
    given = (field.metadata or {}).get(b"data_type")
    return given.decode() if given else _type_of(field.type)


def _type_of(kind: pa.DataType) -> str:
    if isinstance(kind, pa.BaseExtensionType):
        return "JSON" if kind.extension_name == "arrow.json" else _type_of(kind.storage_type)
    if types.is_dictionary(kind):
        return _type_of(kind.value_type)
    if types.is_struct(kind):
        return "Record"
    if types.is_map(kind):
        return "JSON"
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        inner = _type_of(kind.value_type)
        return f"{inner if inner in _ARRAYS else 'Other'}Array"
    return next((name for test, name in _SCALARS if test(kind)), "Other")


def _is_big(kind: pa.DataType) -> bool:
    if types.is_decimal(kind):
        return bool(kind.scale <= 0)
    return bool(types.is_uint32(kind) or (types.is_integer(kind) and kind.bit_width == 64))


_SCALARS = (
    (types.is_boolean, "Boolean"),
    (_is_big, "BigInt"),
    (types.is_integer, "Integer"),
    (types.is_floating, "Float"),
    (types.is_decimal, "Float"),
    (types.is_date, "Date"),
    (types.is_time, "Time"),
    (types.is_timestamp, "DateTime"),
    (types.is_string, "String"),
    (types.is_large_string, "String"),
    (types.is_binary, "Binary"),
    (types.is_large_binary, "Binary"),
    (types.is_fixed_size_binary, "Binary"),
)


def fields_of(schema: pa.Schema, statistics: Sequence[Mapping[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The `fields` of a result document.

    Args:
        schema: of the rows.
        statistics: for each column what is known of `unique_count`, `min_value`, `max_value` (see `statistics_of`),
            `human_name`, `group_by`, or a better `data_type`; what is not known is 0, null, the name, and false.

    >>> fields_of(pa.schema([("n", pa.int32())]), [{"unique_count": 2, "min_value": 1, "max_value": 5}])[0]["max_value"]
    5
    """
    fields = []
    for index, field in enumerate(schema):
        known = statistics[index] if statistics is not None else {}
        fields.append({
            "idx": index,
            "name": field.name,
            "data_type": known.get("data_type") or data_type(field),
            "unique_count": known.get("unique_count", 0),
            "human_name": known.get("human_name") or human_name(field.name),
            "min_value": known.get("min_value"),
            "max_value": known.get("max_value"),
            "group_by": known.get("group_by", False),
        })  # fmt: skip
    return fields


def human_name(name: str) -> str:
    """A column's name for people.

    >>> human_name("dep_delay")
    'Dep Delay'
    """
    return " ".join(word[:1].upper() + word[1:] for word in name.replace("_", " ").split()) or name


def statistics_of(reader: Iterable[pa.RecordBatch], schema: pa.Schema, zone: str = "UTC") -> list[dict[str, Any]]:
    """`unique_count`, `min_value` and `max_value` of each column.

    Values are as in the document: numbers, booleans, texts (dates and the like in ISO 8601). Arrays and records have no
    least and greatest value. Distinct values are counted in the first two million rows. All batches are held until the
    end, which costs nothing where they are read from a mapped file.
    """
    table = pa.Table.from_batches(list(reader), schema)
    return [_facts(column, zone) for column in table.columns]


_MOST_COUNTED = 2_000_000
_MOST_TEXT = 10_000  # characters: longer texts are no bounds for anybody to read


def _facts(column: pa.ChunkedArray, zone: str) -> dict[str, Any]:
    chunks = [_bare(chunk) for chunk in column.chunks]
    kind = chunks[0].type if chunks else column.type
    values = pa.chunked_array(chunks, kind)
    counted = values.slice(0, _MOST_COUNTED)
    try:
        if types.is_nested(kind) or types.is_null(kind):
            raise pa.ArrowNotImplementedError("compared as they are written")
        count, ends = pc.count_distinct(counted).as_py(), pc.min_max(values)
    except pa.ArrowNotImplementedError:  # arrays, records, intervals: no order, and equal where they are written alike
        texts = pa.chunked_array([text_of(chunk, zone) for chunk in counted.chunks], None if chunks else pa.string())
        return {"unique_count": pc.count_distinct(texts).as_py(), "min_value": None, "max_value": None}
    # Not by way of Python values: a decimal may have a digit more than its type says.
    least, greatest = _shown(pa.concat_arrays([pa.repeat(ends["min"], 1), pa.repeat(ends["max"], 1)]), zone)
    return {"unique_count": count, "min_value": least, "max_value": greatest}


def _bare(values: pa.Array) -> pa.Array:
    """The values themselves, where they stand in an extension type or in a dictionary."""
    if isinstance(values, pa.ExtensionArray):
        values = values.storage
    return values.dictionary_decode() if types.is_dictionary(values.type) else values


def _shown(ends: pa.Array, zone: str) -> list[Any]:
    if types.is_decimal(ends.type):
        return [
            None if end is None else int(end) if end == end.to_integral() else float(end) for end in ends.to_pylist()
        ]
    if is_bare(ends.type):
        return [None if isinstance(end, float) and not math.isfinite(end) else end for end in ends.to_pylist()]
    return [None if end is None or len(end) > _MOST_TEXT else end for end in text_of(ends, zone).to_pylist()]
