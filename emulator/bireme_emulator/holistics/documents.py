"""Results as documents: spreadsheets with all rows, and pages with the chart that the widget shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from bireme_emulator.kernel.jobs import JobContext, JobFailure
from bireme_emulator.kernel.query import Compiled, Engine
from bireme_emulator.kernel.renderers import renderers

from .widget_query import WidgetQuery

__all__ = ["chart_of", "drawn", "write_pdf", "write_xlsx"]


def write_xlsx(context: JobContext, engine: Engine, compiled: Compiled, query: WidgetQuery, path: Path) -> int:
    """Write all rows to a workbook; gives their number.

    Raises `QueryError`, or `JobFailure` for what Excel cannot hold.
    """
    from bireme_emulator.kernel import render

    reader = engine.reader(compiled, cancelled=context.cancelled)
    try:
        return render.write_xlsx(reader, path, query.title)
    except render.RenderError as error:
        raise JobFailure(error.message) from error


def write_pdf(context: JobContext, engine: Engine, compiled: Compiled, query: WidgetQuery, path: Path) -> int:
    """Draw the widget as a page: its title, the filters in words, the chart. Gives the number of rows behind it.

    Raises `QueryError`, or `JobFailure` when the chart cannot be drawn.
    """
    spec, rows = chart_of(context, engine, compiled, query)
    path.write_bytes(drawn(context, spec, "pdf"))
    return rows


def chart_of(context: JobContext, engine: Engine, compiled: Compiled, query: WidgetQuery) -> tuple[dict[str, Any], int]:
    """What is to be drawn for a widget: its title, the filters in words, the chart; and the rows behind it.

    Raises `QueryError`.
    """
    from bireme_emulator.kernel import render

    preview = engine.preview(compiled, render.chart_rows(query.viz_type), cancelled=context.cancelled)
    spec = render.chart_spec(
        query.viz_type,
        preview.columns,
        preview.rows,
        title=query.title,
        subtitle=query.filters,
        total_rows=preview.total,
    )
    return spec, preview.total


def drawn(context: JobContext, spec: Mapping[str, Any], kind: Literal["pdf", "png"]) -> bytes:
    """A specification as a page or a picture. Raises `JobFailure` when it cannot be drawn."""
    from bireme_emulator.kernel import render

    pool = renderers.of(context.session.jobs)
    try:
        return pool.pdf(spec) if kind == "pdf" else pool.png(spec)
    except render.RenderError as error:
        raise JobFailure(error.message) from error
