"""The model ResultTable."""

from __future__ import annotations

import uuid
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_rows = _decode.array(
    _decode.array(_decode.nullable(_decode.union(_decode.number, _decode.boolean, _decode.string)))
)
_decode_execution_id = _decode.nullable(_decode.uuid_)


@define(kw_only=True)
class ResultTable:
    """Rows of a result with a description of its columns.

    Attributes:
        fields: The columns.
        rows: The rows, each a list of values in the order of `fields`.
        execution_id: Execution that made the data.
        data_timestamp: When the data was fetched from the database, in Unix seconds.
        sql_rows: Rows of the SQL result.
        sql_columns: Columns of the SQL result.
        size_in_bytes: Size of the data in bytes.
        time_zone: IANA name of the time zone that times are meant in.
    """

    fields: list[ResultDataField]
    rows: list[list[str | float | bool | None]]
    execution_id: uuid.UUID | None | Unset = UNSET
    data_timestamp: int | Unset = UNSET
    sql_rows: int | None | Unset = UNSET
    sql_columns: int | None | Unset = UNSET
    size_in_bytes: int | None | Unset = UNSET
    time_zone: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            fields=fields.required("fields", _decode.array(ResultDataField.from_dict)),
            rows=fields.required("rows", _decode_rows),
            execution_id=fields.optional("execution_id", _decode_execution_id),
            data_timestamp=v
            if (v := take("data_timestamp", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_timestamp", _decode.integer, v),
            sql_rows=v
            if (v := take("sql_rows", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("sql_rows", _decode.nullable(_decode.integer), v),
            sql_columns=v
            if (v := take("sql_columns", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("sql_columns", _decode.nullable(_decode.integer), v),
            size_in_bytes=v
            if (v := take("size_in_bytes", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("size_in_bytes", _decode.nullable(_decode.integer), v),
            time_zone=v
            if (v := take("time_zone", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("time_zone", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "fields": self.fields,
            "rows": self.rows,
            "execution_id": self.execution_id,
            "data_timestamp": self.data_timestamp,
            "sql_rows": self.sql_rows,
            "sql_columns": self.sql_columns,
            "size_in_bytes": self.size_in_bytes,
            "time_zone": self.time_zone,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .result_data_field import ResultDataField  # noqa: E402
