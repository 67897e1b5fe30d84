"""The result cache: results of widgets, kept as Parquet files, found again by the query that gave them.

A result is found by widget, compiled query (so by its conditions, with relative dates resolved) and the state of all
data files that queries see. It is kept as long as any other file of the session. Only a preload fills the cache;
exports use it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.query import Compiled, Engine

from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.files import StoredFile
    from bireme_emulator.kernel.jobs import JobContext
    from bireme_emulator.kernel.sessions import Session

    from .widget_query import WidgetQuery

__all__ = ["cached_source", "drop_results", "keep_result", "kept_result", "result_key", "source_of"]

_TABLE = "result"


def result_key(session: Session, widget_id: int, compiled: Compiled) -> str:
    """What names a result: equal keys mean that the query would give the same again."""
    said = [widget_id, compiled.sql, [repr(value) for value in compiled.params], compiled.timezone]
    data = _data_version(session.engine.data)
    digest = hashlib.sha256(json.dumps([*said, sorted(compiled.without), data]).encode()).hexdigest()
    return f"{_source_of(session, widget_id)}/{digest}"


def kept_result(session: Session, key: str) -> StoredFile | None:
    """The file of a cached result, or `None`."""
    return session.files.find(_owner(key))


def cached_source(file: StoredFile, compiled: Compiled) -> tuple[Engine, Compiled]:
    """An engine over a cached result, and the query that reads all of it, in its order and with its columns."""
    source = Engine({_TABLE: file.path})
    return source, Compiled(f"SELECT * FROM {_TABLE}", columns=compiled.columns, timezone=compiled.timezone)


def source_of(context: JobContext, query: WidgetQuery) -> tuple[Engine, Compiled]:
    """The engine and the query that give a widget's result: from the cache, or anew. The job's log says which."""
    session, compiled = context.session, query.compiled
    kept = kept_result(session, result_key(session, query.widget_id, compiled))
    if kept is not None:
        context.log("INFO", f"Using the result cached by a preload, kept until {kept.expires_at:%Y-%m-%d %H:%M} UTC")
        return cached_source(kept, compiled)
    context.log("INFO", "Running the query")
    return session.engine, compiled


def keep_result(context: JobContext, key: str, compiled: Compiled) -> int:
    """Run a query and keep its result, in place of an earlier one; gives the number of rows."""
    import pyarrow.parquet

    session = context.session
    draft = session.files.create(
        f"{key.rpartition('/')[2]}.parquet", "application/vnd.apache.parquet", owner=_owner(key)
    )
    try:
        rows = 0
        reader = session.engine.reader(compiled, cancelled=context.cancelled)
        with pyarrow.parquet.ParquetWriter(draft.path, reader.schema, compression="lz4") as writer:
            for batch in reader:
                rows += batch.num_rows
                writer.write_batch(batch)
        session.files.publish(draft)
        return rows
    finally:
        session.files.discard(draft)


def drop_results(session: Session, data_source_id: int) -> int:
    """Forget all results of queries on a data source; gives their number."""
    return session.files.remove_owned(_owner(f"{data_source_id}/"))


def _source_of(session: Session, widget_id: int) -> int:
    """The data source behind a widget; results are kept by it, so that they can be dropped by it. 0: none is known."""
    widget = session.store.get(API, "dashboard_widgets", widget_id)
    report = None if widget is None else session.store.get(API, "query_reports", widget["source_id"])
    return 0 if report is None else int(report["data_source_id"])


def _owner(key: str) -> str:
    return f"result/{key}"


def _data_version(data: Mapping[str, Path]) -> list[list[Any]]:
    stats = [(name, path, path.stat()) for name, path in sorted(data.items())]
    return [[name, str(path), stat.st_size, stat.st_mtime_ns] for name, path, stat in stats]
