"""The model SqlAlertResult."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .sql_alert_result_status import SqlAlertResultStatus

_decode_result_status = _decode.enumerated(SqlAlertResultStatus)


@define(kw_only=True)
class SqlAlertResult:
    """How one run of an alert came out.

    Attributes:
        result_status: How the run came out.
        error_message: What went wrong, if something did.
        sql_query: Query that was run. Only for keys that may see details of SQL besides.
        sql_query_duration: How long the query took, in milliseconds. Only for keys that may see details
            of SQL besides.
        created_at: When the run was judged.
    """

    result_status: SqlAlertResultStatus
    error_message: str | None | Unset = UNSET
    sql_query: str | None | Unset = UNSET
    sql_query_duration: int | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            result_status=fields.required("result_status", _decode_result_status),
            error_message=v
            if (v := take("error_message", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("error_message", _decode.nullable(_decode.string), v),
            sql_query=v
            if (v := take("sql_query", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("sql_query", _decode.nullable(_decode.string), v),
            sql_query_duration=v
            if (v := take("sql_query_duration", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("sql_query_duration", _decode.nullable(_decode.integer), v),
            created_at=fields.optional("created_at", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "result_status": self.result_status,
            "error_message": self.error_message,
            "sql_query": self.sql_query,
            "sql_query_duration": self.sql_query_duration,
            "created_at": self.created_at,
        }
