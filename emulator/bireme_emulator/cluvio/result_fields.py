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
    """`unique_count`, `min_value` and `max_value` of each column, in one pass over the rows.

    Values are as in the document: numbers, booleans, texts (dates and the like in ISO 8601). Arrays and records have no
    least and greatest value. Distinct values are kept until the end, at most a million for each column; the count stays
    there for more.
    """
    columns = [_Column(field.type, zone) for field in schema]
    for batch in reader:
        for column, values in zip(columns, batch.columns, strict=True):
            column.add(values)
    return [column.facts() for column in columns]


_MOST_DISTINCT = 1_000_000


class _Column:
    """What has been seen of one column."""

    def __init__(self, kind: pa.DataType, zone: str) -> None:
        self._kind = kind
        self._zone = zone
        self._ordered = not (types.is_nested(kind) or types.is_null(kind))
        self._distinct: pa.Array | None = None
        self._full = False
        self._ends: pa.Array | None = None

    def add(self, values: pa.Array) -> None:
        if isinstance(values, pa.ExtensionArray):
            values = values.storage
        if types.is_dictionary(values.type):
            values = values.dictionary_decode()
        comparable = values if self._ordered else text_of(values, self._zone)
        try:
            unique = pc.unique(comparable).drop_null()
            ends = pc.min_max(values) if self._ordered else None
        except pa.ArrowNotImplementedError:  # such as intervals: compared as they are written
            self._ordered = False
            unique, ends = pc.unique(text_of(values, self._zone)).drop_null(), None
        if not self._full:
            both = unique if self._distinct is None else pc.unique(pa.concat_arrays([self._distinct, unique]))
            self._distinct, self._full = both[:_MOST_DISTINCT], len(both) >= _MOST_DISTINCT
        if ends is not None:
            found = _both(ends)
            both = found if self._ends is None else pa.concat_arrays([self._ends, found])
            ends = pc.min_max(both)
            self._ends = _both(ends)

    def facts(self) -> dict[str, Any]:
        count = 0 if self._distinct is None else len(self._distinct)
        least, greatest = (None, None) if self._ends is None else self._shown(self._ends)
        return {"unique_count": count, "min_value": least, "max_value": greatest}

    def _shown(self, ends: pa.Array) -> list[Any]:
        if types.is_decimal(ends.type):
            return [None if end is None else int(end) if end == end.to_integral() else float(end)
                    for end in ends.to_pylist()]  # fmt: skip
        if is_bare(ends.type):
            return [None if isinstance(end, float) and not math.isfinite(end) else end for end in ends.to_pylist()]
        return list(text_of(ends, self._zone).to_pylist())


def _both(ends: pa.Scalar) -> pa.Array:
    """The two ends as an array, without a way through Python: decimals may have a digit more than their type says."""
    return pa.concat_arrays([pa.repeat(ends["min"], 1), pa.repeat(ends["max"], 1)])
