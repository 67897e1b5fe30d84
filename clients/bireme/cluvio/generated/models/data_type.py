"""The values of DataType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataType(OpenStrEnum):
    """Types of the columns of results.

    A value that is not listed is kept: see `is_known`.
    """

    BOOLEAN = "Boolean"
    INTEGER = "Integer"
    BIGINT = "BigInt"
    FLOAT = "Float"
    STRING = "String"
    JSON = "JSON"
    DATETIME = "DateTime"
    DATE = "Date"
    TIME = "Time"
    BINARY = "Binary"
    INTERNAL = "Internal"
    OTHER = "Other"
    RECORD = "Record"
    BOOLEANARRAY = "BooleanArray"
    BINARYARRAY = "BinaryArray"
    FLOATARRAY = "FloatArray"
    INTEGERARRAY = "IntegerArray"
    BIGINTARRAY = "BigIntArray"
    RECORDARRAY = "RecordArray"
    STRINGARRAY = "StringArray"
    DATEARRAY = "DateArray"
    TIMEARRAY = "TimeArray"
    DATETIMEARRAY = "DateTimeArray"
    JSONARRAY = "JSONArray"
    OTHERARRAY = "OtherArray"
