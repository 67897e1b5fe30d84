"""The job behind an export: run the widget's query and write the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import QueryError

from .documents import write_pdf, write_xlsx
from .results import source_of
from .views import slug
from .widget_query import WidgetQuery, stored, widget_query

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["MEDIA_TYPES", "run_export"]

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def run_export(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Write the widget's result as csv, xlsx or pdf. The job's result names the file, its size and the rows."""
    session, output = context.session, params["output"]
    widget = stored(session, "dashboard_widgets", params["widget_id"])
    dashboard = stored(session, "dashboards", widget["_dashboard_id"])
    context.log("INFO", f"Export of widget {widget['id']}, {widget['source_title']}, as {output}")
    query = widget_query(context, dashboard, widget, params["conditions"])
    name = f"{slug(query.title)}.{output}"
    draft = session.files.create(name, MEDIA_TYPES[output], owner=f"job/{context.job_id}")
    try:
        rows = _write(context, query, output, draft.path)
        file = session.files.publish(draft)
    finally:
        session.files.discard(draft)
    context.log("INFO", f"{name}: {rows:,} rows, {file.size:,} bytes")
    return {"file_id": file.id, "rows": rows, "bytes": file.size}


def _write(context: JobContext, query: WidgetQuery, output: str, path: Path) -> int:
    """Write the file from the cached result or a fresh one; gives the number of rows."""
    engine, compiled = source_of(context, query)
    try:
        if output == "csv":
            return engine.write_csv(compiled, path, cancelled=context.cancelled)
        write = write_xlsx if output == "xlsx" else write_pdf
        return write(context, engine, compiled, query, path)
    except QueryError as error:
        raise JobFailure(error.message) from error
