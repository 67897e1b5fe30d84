"""A query result as the data servers' JSON document: `fields`, `rows`, and what is known of the result, in chunks.

Each batch becomes text column by column in Arrow, so no cell is ever a Python object. Numbers keep all their digits
(an integer or decimal of any length is a JSON number); what JSON cannot write as a number (NaN, infinity) is null.
While one chunk is being sent the next ones are made, side by side: Arrow computes outside of Python's lock.

    for chunk in write_json(reader, fields_of(reader.schema, statistics), {"execution_id": ..., "time_zone": "UTC"}):
        send(chunk)

Importing this module imports pyarrow: let callers do so when they need it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pyarrow as pa

from .result_cells import escaped, is_bare, joined, text_of
from .result_fields import fields_of

__all__ = ["fields_of", "slices", "write_json"]

_SLICE_BYTES = 8 * 1024 * 1024
_SLICE_ROWS = 50_000
_AT_ONCE = 2
_writers = ThreadPoolExecutor(_AT_ONCE, "cluvio-json")  # for all results that are being sent; its threads come with use


def write_json(
    reader: Iterable[pa.RecordBatch], fields: Sequence[Mapping[str, Any]], meta: Mapping[str, Any]
) -> Iterator[bytes]:
    """The document in chunks of some megabytes.

    Args:
        reader: the rows, e.g. a `pyarrow.RecordBatchReader`.
        fields: as `fields_of` makes them, one for each column, in order.
        meta: the other members: `execution_id`, `data_timestamp`, `time_zone`, and so on. `sql_rows`, `sql_columns` and
            `size_in_bytes` (of the rows' text) are counted where they are not given.

    >>> batch = pa.record_batch({"n": pa.array([1, None]), "s": ["a\\n", "b"]})
    >>> b"".join(write_json([batch], [], {"sql_rows": 2, "sql_columns": 2, "size_in_bytes": 0}))
    b'{"fields":[],"rows":[[1,"a\\\\n"],[null,"b"]],"sql_rows":2,"sql_columns":2,"size_in_bytes":0}'
    """
    zone = str(meta.get("time_zone") or "UTC")
    yield b'{"fields":' + _compact(list(fields)) + b',"rows":['
    rows = size = 0
    for count, text in _texts(reader, zone):
        yield text if rows else text[1:]
        rows += count
        size += len(text)
    counted = {"sql_rows": rows, "sql_columns": len(fields), "size_in_bytes": size}
    members = {**meta, **{name: count for name, count in counted.items() if name not in meta}}
    yield b"]," + _compact(members)[1:]


def _texts(reader: Iterable[pa.RecordBatch], zone: str) -> Iterator[tuple[int, bytes]]:
    """The rows of each slice: how many, and their text; a few slices are made ahead of the one that is given."""
    ahead: deque[tuple[int, Future[bytes]]] = deque()
    for batch in slices(reader):
        ahead.append((batch.num_rows, _writers.submit(_rows, batch, zone)))
        if len(ahead) > _AT_ONCE:
            count, text = ahead.popleft()
            yield count, text.result()
    for count, text in ahead:
        yield count, text.result()


def slices(reader: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The batches, none of them empty, cut where they are so large that their text would not fit into one array."""
    for batch in reader:
        rows = batch.num_rows
        step = min(_SLICE_ROWS, max(1, _SLICE_BYTES * rows // max(1, batch.nbytes)))
        yield from (batch.slice(start, step) for start in range(0, rows, step))


def _rows(batch: pa.RecordBatch, zone: str) -> bytes:
    """All rows of a batch, each with a comma before it."""
    parts: list[pa.Array | str] = [",["]
    for index, column in enumerate(batch.columns):
        comma = "," if index else ""
        text = text_of(column, zone)
        if is_bare(column.type) or text.null_count == len(text):
            parts += [comma, text]
        elif text.null_count:
            # A value and its quotes vanish together where there is none.
            quoted = pa.compute.binary_join_element_wise('"', escaped(text), '"', "")
            parts += [comma, quoted]
        else:
            parts += [f'{comma}"', escaped(text), '"']
    return joined([*parts, "]"], batch.num_rows, "null")


def _compact(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
