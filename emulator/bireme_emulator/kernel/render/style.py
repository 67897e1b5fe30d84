"""How charts look: sizes, colours, axes and number formats, in one place."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bireme_emulator.kernel.query import Column

VEGA_LITE = "5.21"
WIDTH, HEIGHT = 760, 400
INK, MUTED, LINE = "#1f2933", "#52606d", "#e4e7eb"
ACCENT = "#2f6fb7"
# Told apart also by people who see few colours: neighbours differ in lightness.
PALETTE = ["#2f6fb7", "#e58a2e", "#3f9e7c", "#9b5fb5", "#c9475c", "#6cb6d9", "#a89a2c", "#7b8794"]
NUMBER = ",.2~f"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

_CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": "white",
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "group",
        "color": INK,
        "fontSize": 20,
        "fontWeight": 600,
        "offset": 18,
        "subtitleColor": MUTED,
        "subtitleFontSize": 13,
        "subtitlePadding": 6,
    },
    "axis": {
        "labelColor": MUTED,
        "labelFontSize": 12,
        "labelPadding": 6,
        "titleColor": INK,
        "titleFontSize": 13,
        "titleFontWeight": 600,
        "titlePadding": 12,
        "gridColor": LINE,
        "domainColor": "#9aa5b1",
        "tickColor": "#9aa5b1",
        "labelLimit": 240,
    },
    "axisQuantitative": {"domain": False, "ticks": False, "tickCount": 6},
    "axisBand": {"grid": False},
    "legend": {
        "labelColor": MUTED,
        "labelFontSize": 12,
        "titleColor": INK,
        "titleFontSize": 13,
        "titleFontWeight": 600,
        "symbolStrokeWidth": 3,
        "labelLimit": 260,
    },
    "range": {"category": PALETTE, "heatmap": ["#eaf2fb", "#9cc3e6", "#2f6fb7", "#123a6b"]},
}


def bare(content: dict[str, Any], padding: int = 4) -> dict[str, Any]:
    """Return a specification with our looks and nothing around the content, to be put into a page."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "padding": padding,
        **content,
        "config": {**_CONFIG, "background": "transparent"},
    }


def framed(content: dict[str, Any], title: str, subtitle: str) -> dict[str, Any]:
    """Return a whole specification: title, subtitle and our looks around the content."""
    heading: dict[str, Any] = {"text": textwrap.wrap(title, 64) or [""]}
    if subtitle:
        heading["subtitle"] = textwrap.wrap(subtitle, 110)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "padding": 28,
        "title": heading,
        "config": _CONFIG,
        **content,
    }


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it: dates as ISO 8601, numbers finite, everything else as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float | Decimal):
        number = float(value)
        return number if math.isfinite(number) else None
    if isinstance(value, datetime):
        # Charts work in UTC, so the wall clock that was asked for is what they show.
        return value.replace(tzinfo=None).isoformat() + "Z"
    return value.isoformat() if isinstance(value, date) else str(value)


def shown(value: Any, column: Column) -> str:
    """Return a value as a table shows it. Only measures get thousands separators: a flight number is no amount."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, float | Decimal):
        if not math.isfinite(value):
            return str(value)
        text = f"{value:,.2f}" if column.role != "dimension" else f"{value:.2f}"
        return text.rstrip("0").rstrip(".") if column.role == "dimension" else text
    if isinstance(value, int) and column.role != "dimension":
        return f"{value:,}"
    return str(value)


def time_axis(column: Column, values: Sequence[Any], *, continuous: bool) -> dict[str, Any]:
    """Return the axis of a date: months by name with the year under the first, hours with their day, and so on."""
    moment = "toDate(datum.value)"
    formats = {
        "year": ("%Y", None, "false"),
        "quarter": ("Q%q", "%Y", f"utcmonth({moment}) == 0"),
        "month": ("%b", "%Y", f"utcmonth({moment}) == 0"),
        "hour": ("%H:%M", "%d %b", f"utchours({moment}) == 0"),
        "minute": ("%H:%M", "%d %b", f"utchours({moment}) == 0 && utcminutes({moment}) == 0"),
    }
    unit = column.unit or ("day" if column.type == "date" else "hour")
    if continuous and unit in ("day", "week") and len(set(values)) > 45:
        unit = "month"
    upper, lower, begins = formats.get(unit, ("%d %b", "%Y", "false"))
    label = f"utcFormat({moment}, '{upper}')"
    if lower is not None:
        label = f"datum.index == 0 || {begins} ? [{label}, utcFormat({moment}, '{lower}')] : [{label}, '']"
    axis: dict[str, Any] = {
        "labelExpr": label,
        "labelAngle": 0,
        "labelOverlap": True,
        "labelFlush": False,
        "grid": False,
    }
    if continuous and unit == "month" and len(set(values)) <= 400:
        axis["tickCount"] = {"interval": "month", "step": 1}
    return axis
