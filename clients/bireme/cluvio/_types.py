"""What Cluvio's data types mean in Arrow: `fields[].data_type` of a result (fact sheet, section 18).

The values are names of `bireme._runtime.tables_json_kinds.Declared`. Decided where the vendor is silent:

- Binary is text as it came: the page does not say how the bytes are written, and a guess could give wrong ones.
- JSON, Record and arrays are JSON text, whether a cell is a text or a list; `json.loads` makes values of them.
- A DateTime without an offset is a timestamp without a zone, as written; the document's `time_zone` says where that
  clock hangs, but one hour a year is there twice. With offsets it is a timestamp in that zone.
- Internal, Other, and any type that is not in this list, are text.
"""

from __future__ import annotations

from collections.abc import Mapping

DATA_TYPES: Mapping[str, str] = {
    "Boolean": "BOOL",
    "Integer": "INTEGER",
    "BigInt": "INTEGER",
    "Float": "FLOAT",
    "String": "TEXT",
    "JSON": "TEXT",
    "DateTime": "TIMESTAMP",
    "Date": "DATE",
    "Time": "TIME",
    "Binary": "TEXT",
    "Internal": "TEXT",
    "Other": "TEXT",
    "Record": "TEXT",
    "BooleanArray": "TEXT",
    "BinaryArray": "TEXT",
    "FloatArray": "TEXT",
    "IntegerArray": "TEXT",
    "BigIntArray": "TEXT",
    "RecordArray": "TEXT",
    "StringArray": "TEXT",
    "DateArray": "TEXT",
    "TimeArray": "TEXT",
    "DateTimeArray": "TEXT",
    "JSONArray": "TEXT",
    "OtherArray": "TEXT",
}
