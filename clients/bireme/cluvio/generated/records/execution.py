"""The record Execution."""

from __future__ import annotations

import datetime
import uuid
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.execution_attributes import ExecutionAttributes
    from ..models.execution_status import ExecutionStatus
    from ..models.execution_type import ExecutionType


class Execution(Record):
    """An execution as an object of JSON:API."""

    TYPE: ClassVar[str] = "executions"

    @property
    def attributes(self) -> ExecutionAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def execution_id(self) -> uuid.UUID:
        """Id that other operations hand out for the execution."""
        return self._attribute("execution_id")  # type: ignore[no-any-return]

    @property
    def execution_type(self) -> ExecutionType:
        """What the query was run for: `sql_query` a report or ad hoc SQL, `sql_filter` options of a filter,
        `sql_alert` an alert, `almanach_query` tables and columns, `export_query` an export.
        """
        return self._attribute("execution_type")  # type: ignore[no-any-return]

    @property
    def execution_status(self) -> ExecutionStatus:
        """How far it is (`starting`, `running`, `waiting`, `scheduled`), or how it ended (`success`,
        `cancelled`, `timed_out`, `query_error`, `internal_timeout`, `internal_error`).
        """
        return self._attribute("execution_status")  # type: ignore[no-any-return]

    @property
    def result_columns(self) -> int | None:
        """Columns of the result."""
        return self._attribute("result_columns")  # type: ignore[no-any-return]

    @property
    def result_rows(self) -> int | None:
        """Rows of the result."""
        return self._attribute("result_rows")  # type: ignore[no-any-return]

    @property
    def result_size(self) -> int | None:
        """Size of the result in bytes."""
        return self._attribute("result_size")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was asked for."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When its state last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def started_at(self) -> datetime.datetime | None:
        """When the database began to work on it."""
        return self._attribute("started_at")  # type: ignore[no-any-return]

    @property
    def completed_at(self) -> datetime.datetime | None:
        """When it ended, in whichever way."""
        return self._attribute("completed_at")  # type: ignore[no-any-return]
