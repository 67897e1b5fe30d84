"""A small picture of a dashboard for mails: its reports by name, each in its place. Results are not shown."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from .grid import COLUMNS

__all__ = ["thumbnail_spec"]

_WIDTH, _ROW, _HIGHEST = 480, 24, 640  # pixels
_PAPER, _EDGE, _INK = "#f4f6f8", "#c5ced8", "#33414f"
_PER_COLUMN = 6  # letters that fit


def thumbnail_spec(dashboard: Mapping[str, Any], reports: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The picture as a Vega-Lite specification, its data inside.

    Example: `RenderPool().png(thumbnail_spec(dashboard, reports), scale=1.0)`
    """
    rows = max((report["attributes"]["row"] + report["attributes"]["height"] - 1 for report in reports), default=1)
    axis = {"axis": None, "scale": {"domain": [0, COLUMNS], "nice": False}}
    down = {"axis": None, "scale": {"domain": [rows, 0], "nice": False}}
    corners = {
        "x": {"field": "left", "type": "quantitative", **axis},
        "x2": {"field": "right"},
        "y": {"field": "top", "type": "quantitative", **down},
        "y2": {"field": "bottom"},
    }
    middle = {
        "x": {"field": "x", "type": "quantitative", **axis},
        "y": {"field": "y", "type": "quantitative", **down},
        "text": {"field": "name"},
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": textwrap.shorten(dashboard["attributes"]["name"], 60, placeholder=" …"), "color": _INK},
        "width": _WIDTH,
        "height": min(_HIGHEST, rows * _ROW),
        "padding": 12,
        "config": {"view": {"stroke": None}},
        "data": {"values": [_tile(report["attributes"]) for report in reports]},
        "layer": [
            {"mark": {"type": "rect", "fill": _PAPER, "stroke": _EDGE, "cornerRadius": 3}, "encoding": corners},
            {"mark": {"type": "text", "color": _INK, "fontSize": 11}, "encoding": middle},
        ],
    }


def _tile(place: Mapping[str, Any]) -> dict[str, Any]:
    left, top = place["column"] - 1, place["row"] - 1
    right, bottom = left + place["width"], top + place["height"]
    shown = textwrap.wrap(place["name"], place["width"] * _PER_COLUMN, max_lines=2, placeholder=" …") or [""]
    gap = 0.06
    return {
        "left": left + gap,
        "right": right - gap,
        "top": top + gap,
        "bottom": bottom - gap,
        "x": (left + right) / 2,
        "y": (top + bottom) / 2,
        "name": shown,
    }
