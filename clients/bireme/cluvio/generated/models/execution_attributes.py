"""The model ExecutionAttributes."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .execution_status import ExecutionStatus
from .execution_type import ExecutionType

_decode_execution_type = _decode.enumerated(ExecutionType)
_decode_execution_status = _decode.enumerated(ExecutionStatus)
_decode_started_at = _decode.nullable(_decode.date_time)
_decode_completed_at = _decode.nullable(_decode.date_time)


@define(kw_only=True)
class ExecutionAttributes:
    """What is known of an execution. Attributes that are not described here may come and go.

    Attributes:
        execution_id: Id that other operations hand out for the execution.
        execution_type: What the query was run for: `sql_query` a report or ad hoc SQL, `sql_filter`
            options of a filter, `sql_alert` an alert, `almanach_query` tables and columns,
            `export_query` an export.
        execution_status: How far it is (`starting`, `running`, `waiting`, `scheduled`), or how it ended
            (`success`, `cancelled`, `timed_out`, `query_error`, `internal_timeout`, `internal_error`).
        result_columns: Columns of the result.
        result_rows: Rows of the result.
        result_size: Size of the result in bytes.
        created_at: When it was asked for.
        updated_at: When its state last changed.
        started_at: When the database began to work on it.
        completed_at: When it ended, in whichever way.
    """

    execution_id: uuid.UUID
    execution_type: ExecutionType
    execution_status: ExecutionStatus
    result_columns: int | None | Unset = UNSET
    result_rows: int | None | Unset = UNSET
    result_size: int | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    started_at: datetime.datetime | None | Unset = UNSET
    completed_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            execution_id=fields.required("execution_id", _decode.uuid_),
            execution_type=fields.required("execution_type", _decode_execution_type),
            execution_status=fields.required("execution_status", _decode_execution_status),
            result_columns=v
            if (v := take("result_columns", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("result_columns", _decode.nullable(_decode.integer), v),
            result_rows=v
            if (v := take("result_rows", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("result_rows", _decode.nullable(_decode.integer), v),
            result_size=v
            if (v := take("result_size", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("result_size", _decode.nullable(_decode.integer), v),
            created_at=fields.optional("created_at", _decode.date_time),
            updated_at=fields.optional("updated_at", _decode.date_time),
            started_at=fields.optional("started_at", _decode_started_at),
            completed_at=fields.optional("completed_at", _decode_completed_at),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "execution_id": self.execution_id,
            "execution_type": self.execution_type,
            "execution_status": self.execution_status,
            "result_columns": self.result_columns,
            "result_rows": self.result_rows,
            "result_size": self.result_size,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "started_at": self.started_at,
            "completed_at": self.completed_at,
        }
