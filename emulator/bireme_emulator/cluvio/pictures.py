"""Reports and dashboards as pictures: what their results look like on a page, as PNG or PDF.

How a report is drawn is private to it: `chart: {viz_type, dimensions, measures, unit}` with names of columns. Without
that, or where the result has other columns, it is a table. An empty result and a failed query are words in their tile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from bireme_emulator.kernel.jobs import JobContext, JobFailure
from bireme_emulator.kernel.query import Column, columns_of
from bireme_emulator.kernel.renderers import renderers

from .documents import defaults_of
from .execution_book import Execution
from .grid import PLACE
from .inputs import Inputs
from .organization import time_zone
from .results import NoResult, Result
from .results import open as open_result

if TYPE_CHECKING:
    import pyarrow

    from bireme_emulator.kernel.render import Tile
    from bireme_emulator.kernel.sessions import Session

__all__ = ["PictureKind", "dashboard_picture", "inputs_in_words", "report_picture"]

PictureKind = Literal["pdf", "png"]
Record = Mapping[str, Any]
Answer = tuple[Record, Execution | None]
"""A report, and the execution that its picture is made of; `None` where it has no query."""

_UNITS = {"week_sunday": "week", "second": "minute"}
_SHOWN = 60
_ROWS = 2_000  # more of a result is not looked at: no picture has room for it


def dashboard_picture(
    context: JobContext,
    dashboard: Record,
    answers: Sequence[Answer],
    inputs: Inputs,
    kind: PictureKind,
    *,
    dark: bool = False,
    width: int | None = None,
) -> bytes:
    """The dashboard as a file: its reports on their grid, `width` pixels wide. Raises `JobFailure`."""
    from bireme_emulator.kernel import render

    attributes = dashboard["attributes"]
    tiles = [
        ({name: report["attributes"][name] for name in PLACE}, _tile(context.session, context.api, report, execution))
        for report, execution in answers
    ]
    lines = [attributes.get("description") or "", _said(context, inputs, [one for _, one in answers])]
    wide = width or attributes.get("default_page_width") or defaults_of("dashboards")["default_page_width"]
    page = render.Page(attributes["name"], [line for line in lines if line], wide, tiles)
    theme = render.theme(attributes.get("color_scheme"), dark=dark)
    return _file(context, kind, lambda draw: render.dashboard_svg(page, theme, draw))


def report_picture(
    context: JobContext,
    dashboard: Record,
    answer: Answer,
    inputs: Inputs,
    kind: PictureKind,
    *,
    dark: bool = False,
    width: int | None = None,
) -> bytes:
    """The report as a file of its own size in pixels, or of another width. Raises `JobFailure`."""
    from bireme_emulator.kernel import render

    report, execution = answer
    attributes = report["attributes"]
    sides = ("default_page_width", "default_page_height")
    wide, high = (attributes.get(side) or defaults_of("reports")[side] for side in sides)
    tile = _tile(context.session, context.api, report, execution)
    theme = render.theme(dashboard["attributes"].get("color_scheme"), dark=dark)
    lines = [_said(context, inputs, [execution])]
    return _file(context, kind, lambda draw: render.report_svg(tile, lines, (width or wide, high), theme, draw))


def inputs_in_words(inputs: Inputs) -> list[str]:
    """The inputs of a query as people say them.

    >>> inputs_in_words(Inputs.of({"aggregation": "month", "timerange": "1357016400~"}))
    ['from 1 January 2013', 'by month']
    """
    zone = ZoneInfo(inputs.tz or "UTC")
    start, end = (None if bound is None else _day(bound, zone) for bound in inputs.timerange)
    said = []
    if start and end:
        said.append(start if start == end else f"{start} to {end}")
    elif start or end:
        said.append(f"from {start}" if start else f"until {end}")
    said.append("all time" if inputs.aggregation == "all_time" else f"by {inputs.aggregation.split('_')[0]}")
    for name, values in inputs.filters.items():
        chosen = ", ".join("nothing" if value is None else str(value) for value in values) or "nothing selected"
        said.append(f"{name}: {chosen if len(chosen) <= _SHOWN else chosen[: _SHOWN - 1] + '…'}")
    if inputs.tz:
        said.append(inputs.tz)
    return said


def _day(seconds: int, zone: ZoneInfo) -> str:
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    return f"{moment.day} {moment:%B} {moment.year}"


def _said(context: JobContext, inputs: Inputs, executions: Sequence[Execution | None]) -> str:
    """Which inputs the page shows, and how old its oldest data is."""
    ran = [one["started_at"] or one["created_at"] for one in executions if one is not None]
    words = inputs_in_words(inputs)
    if ran:
        local = datetime.fromisoformat(min(ran)).astimezone(time_zone(context.session, context.api))
        words.append(f"data of {local.day} {local:%B %Y, %H:%M %Z}")
    text = " · ".join(words)
    return f"{text[0].upper()}{text[1:]}"


def _file(context: JobContext, kind: PictureKind, compose: Any) -> bytes:
    from bireme_emulator.kernel import render

    pool = renderers.of(context.session.jobs)

    def draw(spec: Mapping[str, Any]) -> str:
        if context.cancelled():
            raise JobFailure("Cancelled")
        return pool.svg(spec)

    try:
        return pool.page(kind, compose(draw))
    except render.RenderError as error:
        raise JobFailure(error.message) from error


def _tile(session: Session, api: str, report: Record, execution: Execution | None) -> Tile:
    from bireme_emulator.kernel import render

    attributes = report["attributes"]
    title = attributes["name"] if attributes.get("display_name_as_title", True) else ""
    source = attributes.get("attribution") or ""
    empty = (attributes.get("no_data_message") or "").strip() or "There is no data."
    if execution is None:
        return render.Tile(title, render.Notice("The report has no query."), source)
    if execution["status"] != "success":
        said = execution["error"] or f"The query did not succeed ({execution['status']})."
        return render.Tile(title, render.Notice(said, alarm=True), source)
    try:
        result = open_result(session, api, execution)
    except NoResult as error:
        return render.Tile(title, render.Notice(str(error), alarm=True), source)
    if result.rows == 0 or result.columns == 0:
        return render.Tile(title, render.Notice(empty), source)
    return render.Tile(title, _finding(report, execution, result), source)


def _finding(report: Record, execution: Execution, result: Result) -> Any:
    """What is drawn of a result: the columns that the chart names, in its order, or all of them as a table."""
    from bireme_emulator.kernel import render

    from .result_fields import human_name

    chart = report["private"].get("chart") or {}
    kind = str(chart.get("viz_type") or "data_table")
    reader = result.reader()
    names = reader.schema.names
    wanted = [*(chart.get("dimensions") or ()), *(chart.get("measures") or ())]
    if not wanted or any(names.count(name) != 1 for name in wanted):
        places, kind = [*range(len(names))], "data_table"
    else:
        places = [names.index(name) for name in wanted]
    columns = [*columns_of(reader.schema)]
    unit = execution["parameters"]["aggregation"] if chart.get("unit") == "aggregation" else chart.get("unit")
    dimensions = {*(chart.get("dimensions") or ())}
    shown = []
    for place in places:
        column = columns[place]
        is_dimension = column.name in dimensions or column.role == "dimension"
        cut = _UNITS.get(unit or "", unit) if is_dimension and column.type in ("date", "datetime") else None
        role: Literal["dimension", "measure"] = "dimension" if is_dimension else "measure"
        shown.append(Column(render.clean(human_name(column.name)), column.type, role, cut))
    rows = _rows(reader, places, _ROWS, result.time_zone)
    for place, column in enumerate(shown):
        if column.type in ("date", "datetime") and any(isinstance(row[place], str) for row in rows):
            shown[place] = Column(column.name, "text")
    return render.Finding(kind, shown, rows, result.rows)


def _rows(reader: pyarrow.RecordBatchReader, places: Sequence[int], most: int, zone: str) -> list[tuple[Any, ...]]:
    """The first rows; moments are local times of the time zone that the result is shown in."""
    rows: list[tuple[Any, ...]] = []
    for batch in reader:
        first = batch.slice(0, most - len(rows))
        rows += zip(*(_values(first.column(place), zone) for place in places), strict=True)
        if len(rows) >= most:
            break
    return rows


def _values(column: pyarrow.Array, zone: str) -> list[Any]:
    """Values as Python has them; what it has not (moments beyond its years, intervals) as text."""
    import pyarrow
    import pyarrow.types as types

    plain = types.is_integer(column.type) or types.is_floating(column.type) or types.is_decimal(column.type)
    if plain or types.is_boolean(column.type):
        return list(column.to_pylist())
    try:
        if types.is_timestamp(column.type) and column.type.tz is not None:
            local = column.cast(pyarrow.timestamp("us", zone), safe=False).to_pylist()
            return [None if value is None else value.replace(tzinfo=None) for value in local]
        if types.is_date(column.type):
            return list(column.to_pylist())
        if types.is_timestamp(column.type):
            return list(column.cast(pyarrow.timestamp("us"), safe=False).to_pylist())
    except (ValueError, OverflowError, pyarrow.ArrowInvalid):
        return _texts(column, zone)
    return _texts(column, zone)


def _texts(column: pyarrow.Array, zone: str) -> list[str | None]:
    from bireme_emulator.kernel.render import clean

    from .result_cells import text_of

    return [None if text is None else clean(text) for text in text_of(column, zone).to_pylist()]
