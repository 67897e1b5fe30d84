"""Charts made to fit a box: nothing of them may be larger than it, and labels that would cover each other are left out.

`chart_spec` draws a chart as large as it wants to be; here the page says how large it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render.charts import chart_content
from bireme_emulator.kernel.render.lettering import clean, widest
from bireme_emulator.kernel.render.style import bare, plain
from bireme_emulator.kernel.render.themes import Theme

__all__ = ["KPIS", "chart_in"]

KPIS = frozenset({"metric_kpi", "solid_gauge"})
_LETTERS = 12  # size of axis labels, see style
_BAR = 18
_BESIDE = frozenset({"bar_chart", "funnel_chart", "pyramid_chart", "conversion_funnel", "new_conversion_funnel"})


def chart_in(
    viz_type: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]], size: tuple[float, float], theme: Theme
) -> tuple[dict[str, Any], str] | None:
    """The specification of a chart of this size (pixels), and a note on what is left out of it, if anything is.

    `None` where the result is to be shown as a table.

    Example: `chart_in("line_chart", columns, rows, (760, 300), theme("scheme_3", dark=True))`
    """
    width, height = size
    if viz_type in KPIS or width < 120 or height < 90:
        return None
    kept, note = _kept(viz_type, columns, rows, height)
    content = chart_content(viz_type, columns, kept)
    if content is None:
        return None
    if viz_type == "pie_chart":
        content = _pie(content)
    elif viz_type in ("column_chart", "bar_chart"):
        _bars(content, viz_type, width)
    for encoding in _encodings(content):
        _legend(encoding, width, height)
        _axes(encoding, viz_type, width, kept, columns)
    fit = {"type": "fit", "contains": "padding"}
    spec = bare({**content, "width": round(width), "height": round(height), "autosize": fit})
    return theme.recoloured(spec), note


def _kept(
    viz_type: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]], height: float
) -> tuple[Sequence[Sequence[Any]], str]:
    """The rows that there is room for: bars below each other take room, other marks do not."""
    dimensions = [place for place, column in enumerate(columns) if column.role == "dimension"]
    if viz_type not in _BESIDE or not dimensions:
        return rows, ""
    most = max(3, int((height - 48) / _BAR))
    names = dict.fromkeys(str(plain(row[dimensions[0]])) for row in rows)
    if len(names) <= most:
        return rows, ""
    first = {*list(names)[:most]}
    return [row for row in rows if str(plain(row[dimensions[0]])) in first], f"first {most} of {len(names):,} bars"


def _encodings(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every encoding of a chart, those of its layers included; channels may be shared."""
    for part in (content, *content.get("layer", ())):
        if "encoding" in part:
            yield part["encoding"]


def _pie(content: dict[str, Any]) -> dict[str, Any]:
    """The slices alone; what stood around them goes to the legend, where there is room for it."""
    arc, _ = content["layer"]
    values = [{**value, "label": ": ".join(value["label"])} for value in content["data"]["values"]]
    color = {**arc["encoding"]["color"], "field": "label", "legend": {"title": arc["encoding"]["color"]["title"]}}
    mark = {name: value for name, value in arc["mark"].items() if name != "outerRadius"}
    return {"data": {"values": values}, "mark": mark, "encoding": {**arc["encoding"], "color": color}}


def _bars(content: dict[str, Any], viz_type: str, width: float) -> None:
    """Numbers at bars stay where there is room for them, and get some of the value axis."""
    values = [value["value"] for value in content["data"]["values"] if isinstance(value["value"], int | float)]
    if len(content["layer"]) < 2:
        return
    upright = viz_type == "column_chart"
    channel = content["layer"][0]["encoding"]["y" if upright else "x"]
    labels = [f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" for value in values]
    crowded = upright and widest(labels, 11) * 1.15 * len(labels) > width - 70
    if crowded or not values or min(values) < 0 or max(values) <= 0:
        content["layer"].pop()
        channel["axis"] = {**channel["axis"], "grid": True}
        return
    beside = min(0.45, (widest(labels, 11) + 16) / max(width * 0.6, 1))
    channel["scale"] = {"domain": [0, max(values) * (1.1 if upright else 1 + beside)], "nice": False}


def _legend(encoding: dict[str, Any], width: float, height: float) -> None:
    """A legend stands below the chart, in as many columns as fit; that of a pie or of shades beside it."""
    color = encoding.get("color", {})
    if "field" not in color or color["field"] == "label":
        return
    if color.get("type") == "quantitative":
        beside = {"direction": "vertical", "orient": "right", "gradientLength": round(max(60, min(200, height - 70)))}
        color["legend"] = {**color.get("legend", {}), **beside, "titleLimit": round(width / 4)}
        return
    across = max(1, min(6, int(width / 150)))
    color["legend"] = {"orient": "bottom", "direction": "horizontal", "columns": across, "symbolLimit": 3 * across}
    color["legend"] |= {"titleOrient": "left", "titlePadding": 12}
    color["legend"]["labelLimit"] = round(width / across - 30)


def _axes(
    encoding: dict[str, Any], viz_type: str, width: float, rows: Sequence[Sequence[Any]], columns: Sequence[Column]
) -> None:
    """Labels along the axis of names lean where they would meet, and some are left out where that does not help."""
    if viz_type in ("heatmap", "retention_heatmap"):
        encoding["y"]["axis"] = {"labelOverlap": True, "labelLimit": round(width * 0.3)}
    beside = viz_type in _BESIDE
    names = encoding.get("y" if beside else "x", {})
    axis = names.get("axis")
    if names.get("type") != "ordinal" or not isinstance(axis, dict) or "labelExpr" in axis:
        return
    if beside:
        names["axis"] = {**axis, "labelLimit": round(width * 0.4)}
        return
    place = next((place for place, column in enumerate(columns) if column.role == "dimension"), 0)
    shown = [*dict.fromkeys(clean(str(plain(row[place]))) for row in rows)]
    crowded = widest(shown, _LETTERS) + 8 > (width - 70) / max(1, len(shown))
    names["axis"] = {**axis, "labelAngle": -40 if crowded else 0, "labelOverlap": True, "labelLimit": 110}
