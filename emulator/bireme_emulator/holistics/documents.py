"""Results as documents: spreadsheets with all rows, and pages with the chart that the widget shows."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bireme_emulator.kernel.query import Compiled, Engine

from .widget_query import WidgetQuery

if TYPE_CHECKING:
    from bireme_emulator.kernel.render import RenderPool

__all__ = ["write_document"]

# A page shows no more than a person can read; a chart of more marks than this is a blot.
_MOST_ROWS = 5_000


def write_document(
    engine: Engine, compiled: Compiled, query: WidgetQuery, output: str, path: Path, cancelled: Callable[[], bool]
) -> int:
    """Write the result as `xlsx` or `pdf`; gives the number of rows. Raises `QueryError`."""
    if output == "xlsx":
        return _write_xlsx(engine, compiled, query, path, cancelled)
    return _write_pdf(engine, compiled, query, path, cancelled)


def _write_xlsx(
    engine: Engine, compiled: Compiled, query: WidgetQuery, path: Path, cancelled: Callable[[], bool]
) -> int:
    from bireme_emulator.kernel.render import write_xlsx

    return write_xlsx(engine.reader(compiled, cancelled=cancelled), path, query.title)


def _write_pdf(
    engine: Engine, compiled: Compiled, query: WidgetQuery, path: Path, cancelled: Callable[[], bool]
) -> int:
    from bireme_emulator.kernel.render import chart_spec

    preview = engine.preview(compiled, _MOST_ROWS, cancelled=cancelled)
    spec = chart_spec(query.viz_type, preview.columns, preview.rows, query.title, query.filters)
    path.write_bytes(_pool().pdf(spec))
    return preview.total


@cache
def _pool() -> RenderPool:
    """The renderers of this process, started by the first page and stopped with it."""
    from bireme_emulator.kernel.render import RenderPool

    pool = RenderPool()
    atexit.register(pool.close)
    return pool
