"""The work behind reports: exports to a file, and queries whose rows are read page by page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.holistics.documents import write_xlsx
from bireme_emulator.holistics.semantics import SemanticError
from bireme_emulator.holistics.views import API, slug
from bireme_emulator.holistics.widget_query import NO_WIDGET, WidgetQuery
from bireme_emulator.kernel.clock import new_token
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import QueryError

from .report_query import query_of

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext
    from bireme_emulator.kernel.query import Compiled

__all__ = ["EXPORT", "MEDIA_TYPES", "QUERY", "run_report_export", "run_report_query"]

EXPORT = "report_export"
QUERY = "report_query"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def run_report_export(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Write the rows of a report as csv, json or xlsx. The result names the file, its size and the rows."""
    session, output = context.session, params["format"]
    report, compiled = _query(context, params)
    moment = session.clock.now()
    name = f"{report['id']}-{slug(report['title'])}-{moment:%Y_%m_%d_%H_%M}_{new_token(3)}.{output}"
    draft = session.files.create(name, MEDIA_TYPES[output], owner=f"job/{context.job_id}")
    try:
        rows = _write(context, report, compiled, output, draft.path)
        file = session.files.publish(draft)
    finally:
        session.files.discard(draft)
    context.log("INFO", f"{name}: {rows:,} rows, {file.size:,} bytes")
    return {"file_id": file.id, "name": name, "rows": rows, "bytes": file.size}


def run_report_query(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Run the query of a report and keep its rows, to be read page by page."""
    import pyarrow.parquet

    session = context.session
    _, compiled = _query(context, params)
    draft = session.files.create(
        f"{context.job_id}.parquet", "application/vnd.apache.parquet", owner=f"job/{context.job_id}"
    )
    rows = 0
    try:
        reader = session.engine.reader(compiled, cancelled=context.cancelled)
        with pyarrow.parquet.ParquetWriter(draft.path, reader.schema, compression="lz4") as writer:
            for batch in reader:
                rows += batch.num_rows
                writer.write_batch(batch)
        file = session.files.publish(draft)
    except QueryError as error:
        raise JobFailure(error.message) from error
    finally:
        session.files.discard(draft)
    context.log("INFO", f"{rows:,} rows")
    return {"file_id": file.id, "rows": rows}


def _query(context: JobContext, params: Mapping[str, Any]) -> tuple[Mapping[str, Any], Compiled]:
    report = context.session.store.get(API, "query_reports", params["report_id"])
    if report is None:
        raise JobFailure(f"There is no report {params['report_id']} any more.")
    context.log("INFO", f"Running report {report['id']}, {report['title']}")
    try:
        return report, query_of(context.session, report, params["filters"])
    except (ConditionError, SemanticError) as error:
        raise JobFailure(str(error)) from error


def _write(context: JobContext, report: Mapping[str, Any], compiled: Compiled, output: str, path: Path) -> int:
    """Write the file; gives the number of rows."""
    engine = context.session.engine
    try:
        if output == "csv":
            rows: int = engine.write_csv(compiled, path, cancelled=context.cancelled)
            return rows
        if output == "json":
            return _write_json(context, compiled, path)
        viz_type = report["viz_setting"]["viz_type"]
        query = WidgetQuery(NO_WIDGET, report["title"], viz_type, "", compiled)
        return write_xlsx(context, engine, compiled, query, path)
    except QueryError as error:
        raise JobFailure(error.message) from error


def _write_json(context: JobContext, compiled: Compiled, path: Path) -> int:
    """Write one array with an object for each row; dates and times as ISO 8601."""
    rows = 0
    reader = context.session.engine.reader(compiled, cancelled=context.cancelled)
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for batch in reader:
            for row in batch.to_pylist():
                file.write(",\n" if rows else "\n")
                file.write(json.dumps(row, ensure_ascii=False, default=str))
                rows += 1
        file.write("\n]\n" if rows else "]\n")
    return rows
