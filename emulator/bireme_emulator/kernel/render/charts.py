"""Turn a result into a Vega-Lite chart of the kind that its report asks for.

The first dimension is the axis, the second one the colour, measures are the values. A result that does not suit its
chart (no measure, say) and a kind that is not drawn (maps, word clouds) become a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render.style import (
    ACCENT,
    HEIGHT,
    INK,
    MUTED,
    NUMBER,
    VEGA_LITE,
    WIDTH,
    framed,
    plain,
    shown,
    time_axis,
)
from bireme_emulator.kernel.render.table import TABLE_ROWS, table_spec

__all__ = ["VEGA_LITE", "chart_content", "chart_rows", "chart_spec"]

_CHART_ROWS = 2_000
_MAX_BARS = 60


@dataclass(frozen=True)
class _Result:
    """A result sorted into what a chart is made of."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    @property
    def dimensions(self) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column.role == "dimension"]

    @property
    def measures(self) -> list[int]:
        return [
            place for place, column in enumerate(self.columns) if column.role != "dimension" and column.type == "number"
        ]

    def values(self) -> list[dict[str, Any]]:
        """Return one value per mark: `x`, `series`, `value`; measures side by side become series."""
        x, *others = self.dimensions
        several = len(self.measures) > 1
        values = []
        for row in self.rows:
            groups = [str(plain(row[place])) for place in others]
            for place in self.measures:
                series = " · ".join([*groups, *([self.columns[place].name] if several else [])])
                values.append({"x": plain(row[x]), "series": series, "value": plain(row[place])})
        return values

    @property
    def has_series(self) -> bool:
        return len(self.dimensions) > 1 or len(self.measures) > 1

    @property
    def value_title(self) -> str:
        """Return the title of the value axis; a comparison with an earlier period measures one thing."""
        return " / ".join(self.columns[place].name for place in self.measures if self.columns[place].role == "measure")


def chart_rows(viz_type: str) -> int:
    """Return how many rows `chart_spec` draws at most for a kind of chart."""
    return _CHART_ROWS if viz_type in _DRAWERS else TABLE_ROWS


def chart_content(viz_type: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> dict[str, Any] | None:
    """Return the chart without anything around it; `None` where the result is to be shown as a table."""
    drawer = _DRAWERS.get(viz_type)
    return drawer(_Result(columns, rows[:_CHART_ROWS])) if drawer is not None and rows else None


def chart_spec(
    viz_type: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Any]],
    *,
    title: str,
    subtitle: str = "",
    total_rows: int | None = None,
) -> dict[str, Any]:
    """Return the Vega-Lite specification of a chart, its data inside.

    `viz_type` is one of Holistics' (`column_chart`, `line_chart`, `data_table`, ...), `rows` hold values in the order
    of `columns`, `total_rows` is the size of the whole result when `rows` are only its beginning.

    Example: `chart_spec("bar_chart", preview.columns, preview.rows, title="Flights by airline")`
    """
    total = len(rows) if total_rows is None else total_rows
    result = _Result(columns, rows[:_CHART_ROWS])
    content = chart_content(viz_type, columns, rows)
    if content is None:
        return table_spec(columns, rows, title=title, subtitle=subtitle, total=total)
    notes = [subtitle]
    if len(result.rows) < total:
        notes.append(f"first {len(result.rows):,} of {total:,} rows")
    names = len({row[result.dimensions[0]] for row in result.rows}) if result.dimensions else 0
    if viz_type in ("column_chart", "bar_chart") and names > _MAX_BARS:
        notes.append(f"first {_MAX_BARS} of {names:,} bars")
    return framed(content, title, " · ".join(note for note in notes if note))


# -- parts ------------------------------------------------------------------------------------------------------------
def _x_channel(result: _Result, *, continuous: bool) -> dict[str, Any]:
    """Return the axis of the first dimension: time, a number line, or names in the order of the rows."""
    place = result.dimensions[0]
    column = result.columns[place]
    channel: dict[str, Any] = {"field": "x", "title": column.name}
    if column.type in ("date", "datetime"):
        values = [row[place] for row in result.rows]
        axis = time_axis(column, values, continuous=continuous)
        if continuous:
            return channel | {"type": "temporal", "scale": {"type": "utc"}, "axis": axis}
        return channel | {"type": "ordinal", "sort": None, "axis": axis}
    if column.type == "number" and continuous:
        return channel | {"type": "quantitative", "axis": {"grid": False, "format": "~d"}, "scale": {"zero": False}}
    names = [str(plain(row[place])) for row in result.rows]
    crowded = sum(len(name) for name in dict.fromkeys(names)) > 90
    axis = {"labelAngle": -40 if crowded else 0, "labelLimit": 150}
    return channel | {"type": "ordinal", "sort": None, "axis": axis}


def _y_channel(result: _Result) -> dict[str, Any]:
    return {"field": "value", "type": "quantitative", "title": result.value_title, "axis": {"format": NUMBER}}


def _color(result: _Result) -> dict[str, Any]:
    """Return the colour of a mark: one for all, or one for each series in the order of the rows."""
    if not result.has_series:
        return {"value": ACCENT}
    title = result.columns[result.dimensions[1]].name if len(result.dimensions) > 1 else None
    return {"field": "series", "type": "nominal", "sort": None, "title": title}


def _usable(result: _Result) -> bool:
    return bool(result.dimensions) and bool(result.measures)


def _first_names(result: _Result) -> set[Any]:
    """Return the values of the first dimension that bars are drawn for; more than these nobody could read."""
    names = dict.fromkeys(plain(row[result.dimensions[0]]) for row in result.rows)
    return set(list(names)[:_MAX_BARS])


# -- kinds ------------------------------------------------------------------------------------------------------------
def _column_chart(result: _Result) -> dict[str, Any] | None:
    if not _usable(result):
        return None
    names = _first_names(result)
    values = [value for value in result.values() if value["x"] in names]
    x, y, color = _x_channel(result, continuous=False), _y_channel(result), _color(result)
    encoding: dict[str, Any] = {"x": x, "y": y, "color": color}
    series = dict.fromkeys(value["series"] for value in values)
    if 1 < len(series) <= 4:
        encoding["xOffset"] = {"field": "series", "sort": None}
    bar = {"mark": {"type": "bar", "cornerRadiusEnd": 3}, "encoding": encoding}
    x["scale"] = {"paddingInner": 0.25, "paddingOuter": 0.15}
    layers: list[dict[str, Any]] = [bar]
    if len(values) <= 16 and len(series) == 1:
        y["axis"] = {**y["axis"], "grid": False}  # the numbers stand at the bars, lines would run through them
        label = {"mark": {"type": "text", "dy": -8, "fontSize": 11, "color": MUTED}}
        layers.append({**label, "encoding": {"x": x, "y": y, "text": {"field": "value", "format": NUMBER}}})
    return {"width": WIDTH, "height": HEIGHT, "data": {"values": values}, "layer": layers}


def _bar_chart(result: _Result) -> dict[str, Any] | None:
    if not _usable(result):
        return None
    names = _first_names(result)
    values = [value for value in result.values() if value["x"] in names]
    y = {**_x_channel(result, continuous=False), "axis": {"labelLimit": 260, "ticks": False, "domain": False}}
    x, color = _y_channel(result), _color(result)
    series = dict.fromkeys(value["series"] for value in values)
    encoding: dict[str, Any] = {"x": x, "y": y, "color": color}
    lines = len(names)
    if 1 < len(series) <= 4:
        encoding["yOffset"] = {"field": "series", "sort": None}
        lines *= len(series)
    layers: list[dict[str, Any]] = [{"mark": {"type": "bar", "cornerRadiusEnd": 3}, "encoding": encoding}]
    if len(series) == 1:
        x["axis"] = {**x["axis"], "grid": False}
        label = {"mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 11, "color": MUTED}}
        layers.append({**label, "encoding": {"x": x, "y": y, "text": {"field": "value", "format": NUMBER}}})
    return {"width": WIDTH - 160, "height": max(120, 24 * lines), "data": {"values": values}, "layer": layers}


def _lines(mark: dict[str, Any]) -> Callable[[_Result], dict[str, Any] | None]:
    """Return the drawer of lines or areas."""

    def draw(result: _Result) -> dict[str, Any] | None:
        if not _usable(result):
            return None
        values = result.values()
        encoding = {"x": _x_channel(result, continuous=True), "y": _y_channel(result), "color": _color(result)}
        points = len({value["x"] for value in values})
        dots = points <= 40 and mark["type"] == "line"
        shape = {**mark, "point": {"size": 36, "filled": True} if dots else False}
        shape["strokeWidth"] = 2.5 if points <= 100 else 1.4
        return {"width": WIDTH, "height": HEIGHT, "data": {"values": values}, "mark": shape, "encoding": encoding}

    return draw


def _pie_chart(result: _Result) -> dict[str, Any] | None:
    if not _usable(result):
        return None
    measure = result.measures[0]
    rows = [row for row in result.rows if isinstance(row[measure], int | float) and row[measure] > 0]
    total = sum(row[measure] for row in rows)
    if not 0 < len(rows) <= 12:
        return None
    column = result.columns[result.dimensions[0]]
    values = [
        {
            "name": str(plain(row[result.dimensions[0]])),
            "value": plain(row[measure]),
            "label": [str(plain(row[result.dimensions[0]])), f"{row[measure]:,} ({row[measure] / total:.0%})"],
            "place": place,
        }
        for place, row in enumerate(rows)
    ]
    order = {"field": "place", "type": "quantitative"}
    theta = {"field": "value", "type": "quantitative", "stack": True}
    color = {"field": "name", "type": "nominal", "sort": None, "title": column.name}
    arc = {"mark": {"type": "arc", "outerRadius": 150, "stroke": "white", "strokeWidth": 2}}
    text = {"mark": {"type": "text", "radius": 208, "fontSize": 12, "color": INK}}
    layers = [
        {**arc, "encoding": {"theta": theta, "order": order, "color": color}},
        {**text, "encoding": {"theta": theta, "order": order, "text": {"field": "label"}}},
    ]
    return {"width": 540, "height": HEIGHT + 60, "data": {"values": values}, "layer": layers}


def _scatter_chart(result: _Result) -> dict[str, Any] | None:
    if len(result.measures) < 2:
        return None
    first, second, *rest = result.measures
    values = [
        {"a": plain(row[first]), "b": plain(row[second]), "c": plain(row[rest[0]]) if rest else None}
        | {"name": " · ".join(str(plain(row[place])) for place in result.dimensions)}
        for row in result.rows
    ]

    def axis(field: str, place: int) -> dict[str, Any]:
        return {
            "field": field,
            "type": "quantitative",
            "title": result.columns[place].name,
            "axis": {"format": NUMBER},
            "scale": {"zero": False, "nice": True},
        }

    encoding: dict[str, Any] = {"x": axis("a", first), "y": axis("b", second)}
    if rest:
        encoding["size"] = {"field": "c", "type": "quantitative", "title": result.columns[rest[0]].name}
    mark = {"type": "circle", "color": ACCENT, "opacity": 0.65, **({} if rest else {"size": 70})}
    return {"width": WIDTH, "height": HEIGHT + 40, "data": {"values": values}, "mark": mark, "encoding": encoding}


def _heatmap(result: _Result) -> dict[str, Any] | None:
    if len(result.dimensions) < 2 or not result.measures:
        return None
    x, y = result.dimensions[:2]
    measure = result.columns[result.measures[0]]
    values = [{"x": plain(row[x]), "y": plain(row[y]), "value": plain(row[result.measures[0]])} for row in result.rows]
    lines = len({value["y"] for value in values})
    encoding = {
        "x": _x_channel(result, continuous=False),
        "y": {"field": "y", "type": "ordinal", "sort": None, "title": result.columns[y].name},
        "color": {
            "field": "value",
            "type": "quantitative",
            "title": measure.name,
            "scale": {"zero": False},
            "legend": {"format": NUMBER, "direction": "horizontal", "orient": "bottom", "gradientLength": 240},
        },
    }
    mark = {"type": "rect", "stroke": "white", "strokeWidth": 1}
    height = min(700, max(120, 20 * lines))
    return {"width": WIDTH, "height": height, "data": {"values": values}, "mark": mark, "encoding": encoding}


def _funnel_chart(result: _Result) -> dict[str, Any] | None:
    if not _usable(result) or len(result.rows) > 12:
        return None
    values = [value for value in result.values() if value["series"] == result.values()[0]["series"]]
    y = {"field": "x", "type": "ordinal", "sort": None, "title": None, "axis": {"ticks": False, "domain": False}}
    x = {"field": "value", "type": "quantitative", "stack": "center", "axis": None}
    text = {"mark": {"type": "text", "color": "white", "fontWeight": 600, "fontSize": 12}}
    layers = [
        {"mark": {"type": "bar", "color": ACCENT}, "encoding": {"y": y, "x": x}},
        {**text, "encoding": {"y": y, "text": {"field": "value", "format": NUMBER}}},
    ]
    return {"width": WIDTH - 160, "height": 52 * len(values), "data": {"values": values}, "layer": layers}


def _combination_chart(result: _Result) -> dict[str, Any] | None:
    if not _usable(result) or len(result.measures) < 2 or len(result.dimensions) > 1:
        return _column_chart(result)
    values = result.values()
    first = result.columns[result.measures[0]].name
    x, y, color = _x_channel(result, continuous=False), _y_channel(result), _color(result)
    is_first = {"field": "series", "equal": first}
    encoding = {"x": x, "y": y, "color": color}
    layers = [
        {"transform": [{"filter": is_first}], "mark": {"type": "bar", "cornerRadiusEnd": 3}, "encoding": encoding},
        {
            "transform": [{"filter": {"not": is_first}}],
            "mark": {"type": "line", "strokeWidth": 2.5, "point": True},
            "encoding": encoding,
        },
    ]
    return {"width": WIDTH, "height": HEIGHT, "data": {"values": values}, "layer": layers}


def _metric_kpi(result: _Result) -> dict[str, Any] | None:
    """Draw the first measure large; the same measure of an earlier period below it, with the change."""
    if not result.measures or len(result.rows) != 1:
        return None
    row = result.rows[0]
    place, *others = result.measures
    lines = [
        (shown(row[place], result.columns[place]) or "–", 64, INK, 600),
        (result.columns[place].name, 16, MUTED, 400),
    ]
    for other in others:
        text = f"{result.columns[other].name}: {shown(row[other], result.columns[other]) or '–'}"
        if result.columns[other].role == "previous" and row[other] and row[place] is not None:
            text += f" ({float(row[place]) / float(row[other]) - 1:+.1%})"
        lines.append((text, 14, MUTED, 400))
    layers, y = [], 40
    for text, size, color, weight in lines:
        mark = {"type": "text", "align": "left", "x": 0, "y": y, "fontSize": size, "color": color, "fontWeight": weight}
        layers.append({"data": {"values": [{}]}, "mark": {**mark, "text": text, "baseline": "middle"}})
        y += 56 if size > 20 else 26
    return {"width": 420, "height": y, "layer": layers}


_DRAWERS: dict[str, Callable[[_Result], dict[str, Any] | None]] = {
    "column_chart": _column_chart,
    "bar_chart": _bar_chart,
    "line_chart": _lines({"type": "line"}),
    "area_chart": _lines({"type": "area", "opacity": 0.75, "line": True}),
    "pie_chart": _pie_chart,
    "scatter_chart": _scatter_chart,
    "bubble_chart": _scatter_chart,
    "heatmap": _heatmap,
    "retention_heatmap": _heatmap,
    "funnel_chart": _funnel_chart,
    "pyramid_chart": _funnel_chart,
    "conversion_funnel": _funnel_chart,
    "new_conversion_funnel": _funnel_chart,
    "combination_chart": _combination_chart,
    "metric_kpi": _metric_kpi,
    "solid_gauge": _metric_kpi,
}
