"""A query result as CSV, with the options that the vendor has for report data.

A header, then rows, each ended by a line feed. Cells are as in the JSON document (see `result_cells`); a null is
empty, and so that it can be told from one, an empty text has quotes. With `always` every cell has quotes, nulls too.

Importing this module imports pyarrow: let callers do so when they need it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute
import pyarrow.types as types

from .result_cells import joined, text_of
from .result_json import slices

pc: Any = pyarrow.compute  # its functions are made at import, so type checkers do not know them

__all__ = ["CsvOptions", "write_csv"]


@dataclass(frozen=True, slots=True)
class CsvOptions:
    """How to write CSV: the vendor's three options, and the time zone of timestamps that have one."""

    column_separator: str = ","
    decimal_separator: str = "."
    quote_style: Literal["necessary", "always"] = "necessary"
    time_zone: str = "UTC"


def write_csv(reader: pa.RecordBatchReader, options: CsvOptions = CsvOptions()) -> Iterator[bytes]:
    """The result in chunks of some megabytes; the first is the header.

    >>> table = pa.table({"n": [1.5, None], "s": ["", 'a;"b" c']})
    >>> b"".join(write_csv(table.to_reader(), CsvOptions(";", ",")))
    b'n;s\\n1,5;""\\n;"a;""b"" c"\\n'
    """
    names = [_quoted(pa.array([name]), options)[0].as_py() for name in reader.schema.names]
    yield (options.column_separator.join(names) + "\n").encode()
    for batch in slices(reader):
        parts: list[pa.Array | str] = []
        for index, column in enumerate(batch.columns):
            parts += [options.column_separator if index else "", _cells(column, options)]
        yield joined([*parts, "\n"], batch.num_rows, '""' if options.quote_style == "always" else "")


def _cells(column: pa.Array, options: CsvOptions) -> pa.Array:
    text = text_of(column, options.time_zone)
    fractions = types.is_floating(column.type) or types.is_decimal(column.type)
    if fractions and options.decimal_separator != ".":
        text = pc.replace_substring(text, ".", options.decimal_separator)
    plain = is_plain(column.type) and not (fractions and options.decimal_separator == options.column_separator)
    return text if plain and options.quote_style == "necessary" else _quoted(text, options)


def is_plain(kind: pa.DataType) -> bool:
    """Whether no value of a type can have a character in it that needs quotes, fractions aside."""
    return bool(types.is_primitive(kind) or types.is_decimal(kind))


def _quoted(text: pa.Array, options: CsvOptions) -> pa.Array:
    whole = pc.binary_join_element_wise('"', pc.replace_substring(text, '"', '""'), '"', "")
    if options.quote_style == "always":
        return whole
    needs = pc.or_(
        pc.match_substring_regex(text, f'["\\r\\n{options.column_separator}]'), pc.equal(text, pa.scalar(""))
    )
    return pc.if_else(needs, whole, text)
