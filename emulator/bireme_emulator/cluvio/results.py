"""Results of executions: Arrow files, kept for 24 hours from the completion, read again without a copy in memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.files import FileGone, flush_to_disk
from bireme_emulator.kernel.query import QueryError

from .execution_book import Execution, book_of, is_over
from .executions import finish
from .facts import period

if TYPE_CHECKING:
    import pyarrow

    from bireme_emulator.kernel.sessions import Session

__all__ = ["MOST_BYTES", "NoResult", "Result", "available", "keep", "open"]

MOST_BYTES = 4 * 2**30  # of a result; the vendor's limits depend on the plan
_MOST_AT_ONCE = 2**30  # of a batch, which is in memory as a whole
_FREE_BYTES = 2**30  # what results leave free on the disk
_MEDIA_TYPE = "application/vnd.apache.arrow.file"


class NoResult(LookupError):
    """An execution has no data: it has not ended, has failed, or its data is no longer kept. The message says which."""


@dataclass(frozen=True, slots=True)
class Result:
    """The data of an execution. `fields` are as the data server tells them; `data_timestamp` is in Unix seconds."""

    execution_id: str
    rows: int
    columns: int
    size: int
    data_timestamp: int
    time_zone: str
    path: Path
    statistics: Sequence[Mapping[str, Any]]

    def reader(self) -> pyarrow.RecordBatchReader:
        """All rows as a stream of record batches, read as they are asked for."""
        return _mapped(self.path)

    @property
    def fields(self) -> list[dict[str, Any]]:
        """The columns as the data server describes them."""
        from .result_fields import fields_of

        return fields_of(self.reader().schema, self.statistics)


def open(session: Session, api: str, execution: Execution) -> Result:
    """The data of an execution. Raises `NoResult`.

    Example: `open(session, api, find(session, api, id)).reader().read_all()`
    """
    id = execution["id"]
    if execution["status"] != "success" or execution.get("file_id") is None:
        raise NoResult(f"Execution {id} ({execution['kind']}, {execution['status']}) has no data")
    if session.clock.now() - datetime.fromisoformat(execution["completed_at"]) >= period("execution_data"):
        raise NoResult(
            f"The data of execution {id} was kept for 24 hours, until a day after {execution['completed_at']}"
        )
    try:
        file = session.files.get(execution["file_id"])
    except FileGone as error:
        raise NoResult(f"The data of execution {id} is no longer kept") from error
    return Result(
        execution_id=id,
        rows=execution["rows"],
        columns=execution["columns"],
        size=execution["size"],
        data_timestamp=int(datetime.fromisoformat(execution["started_at"]).timestamp()),
        time_zone=execution["time_zone"],
        path=file.path,
        statistics=execution["statistics"],
    )


def available(session: Session, api: str, execution: Execution) -> bool:
    """Whether an execution has data at present."""
    try:
        open(session, api, execution)
    except NoResult:
        return False
    return True


def keep(
    session: Session,
    api: str,
    execution: Execution,
    reader: pyarrow.RecordBatchReader,
    zone: str,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Execution | None:
    """Keep what a query gives as the data of an execution, which has succeeded then.

    `None` where the execution was cancelled meanwhile; its data is not kept then. Raises what reading raises,
    and QueryError for a result that is too large for the emulator or for the disk.
    """
    import pyarrow.ipc

    from .result_fields import statistics_of

    id = execution["id"]
    draft = session.files.create(f"{id}.arrow", _MEDIA_TYPE, owner=f"execution/{api}/{id}")
    rows = size = 0
    try:
        schema = _plain(reader.schema)

        with pyarrow.ipc.new_file(str(draft.path), schema) as writer:
            for batch in reader:
                plain = batch.cast(schema) if batch.schema != schema else batch
                rows, size = rows + plain.num_rows, size + plain.nbytes
                _check_room(draft.path, plain.nbytes, size)
                writer.write_batch(plain)
        statistics = statistics_of(_mapped(draft.path), schema, zone)
        flush_to_disk(draft.path)
        with session.store.transaction():
            current = book_of(session, api).get(id)
            if current is None or is_over(current) or cancelled():
                return None
            session.files.publish(draft)  # first: whoever reads of the success looks for the file
            facts: dict[str, Any] = {"rows": rows, "columns": len(schema), "size": size, "statistics": statistics}
            return finish(session, api, id, "success", file_id=draft.id, time_zone=zone, **facts)
    finally:
        session.files.discard(draft)


def _check_room(path: Path, batch: int, size: int) -> None:
    """Raise QueryError where a result, or a batch of it, takes more bytes than there is room for."""
    if batch > _MOST_AT_ONCE:
        raise QueryError(f"The rows of the result are too large: a few of them take {batch // 2**20} MB.")
    if size > MOST_BYTES:
        raise QueryError(f"The result is larger than {MOST_BYTES // 2**20} MB. Ask for fewer rows.")
    if shutil.disk_usage(path.parent).free < _FREE_BYTES + batch:
        raise QueryError("The emulator's disk is nearly full, so the result cannot be kept. Ask for fewer rows.")


def _mapped(path: Path) -> pyarrow.RecordBatchReader:
    """The batches of a file, which is mapped into memory and not read."""
    import pyarrow
    import pyarrow.ipc

    file = pyarrow.ipc.open_file(pyarrow.memory_map(str(path)))
    batches = (file.get_batch(index) for index in range(file.num_record_batches))
    return pyarrow.RecordBatchReader.from_batches(file.schema, batches)


def _plain(schema: pyarrow.Schema) -> pyarrow.Schema:
    """The schema with values in place of dictionaries, which may differ from batch to batch; JSON is called so."""
    import pyarrow

    return pyarrow.schema([_plain_field(field) for field in schema])


def _plain_field(field: pyarrow.Field) -> pyarrow.Field:
    import pyarrow.types as types

    if types.is_dictionary(field.type):
        return field.with_type(field.type.value_type)
    is_json = (field.metadata or {}).get(b"database_type") == b"JSON"
    return field.with_metadata({"data_type": "JSON"}) if is_json else field
