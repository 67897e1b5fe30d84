"""Draw rows as a table, the picture of a data table and of every result that suits no other chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render.style import INK, MUTED, framed, shown

TABLE_ROWS = 40
_MAX_COLUMNS = 20
_MAX_LETTERS = 30
_LETTER, _GAP, _ROW = 6.4, 20, 24


def table_spec(
    columns: Sequence[Column], rows: Sequence[Sequence[Any]], *, title: str, subtitle: str, total: int
) -> dict[str, Any]:
    """Return a specification that draws a header and the first rows; the subtitle says when there are more."""
    kept, drawn = list(columns[:_MAX_COLUMNS]), rows[:TABLE_ROWS]
    texts = [[_short(shown(value, column)) for value, column in zip(row, kept, strict=False)] for row in drawn]
    widths = [
        max([len(_short(column.name)) * 1.08, *(len(row[place]) for row in texts), 3]) * _LETTER
        for place, column in enumerate(kept)
    ]
    cells, x = [], _GAP / 2
    for place, (column, width) in enumerate(zip(kept, widths, strict=True)):
        right = column.type == "number"
        at = x + width if right else x
        side = "right" if right else "left"
        cells.append({"x": at, "y": 0.5, "text": _short(column.name), "side": side, "head": True})
        cells += [
            {"x": at, "y": number + 1.5, "text": row[place], "side": side, "head": False}
            for number, row in enumerate(texts)
        ]
        x += width + _GAP
    notes = [subtitle, _rows_note(len(drawn), total)]
    if len(columns) > len(kept):
        notes.append(f"first {len(kept)} of {len(columns)} columns")
    content = _content(cells, max(x - _GAP / 2, 200), len(drawn) + 1)
    return framed(content, title, " · ".join(note for note in notes if note))


def _rows_note(drawn: int, total: int) -> str:
    if total == 0:
        return "no rows"
    return f"first {drawn:,} of {total:,} rows" if drawn < total else ""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MAX_LETTERS else flat[: _MAX_LETTERS - 1] + "…"


def _content(cells: list[dict[str, Any]], width: float, lines: int) -> dict[str, Any]:
    """Place the cells, in pixels across and lines down, over stripes and a rule under the header."""
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, width], "nice": False}}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [0, lines], "reverse": True}}
    stripes = [{"x": 0, "x2": width, "y": line, "y2": line + 1} for line in range(2, lines, 2)]
    edges = {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}}
    rule = {"data": {"values": [{"x": 0, "x2": width, "y": 1, "y2": 1}]}, "mark": {"type": "rule", "color": "#9aa5b1"}}
    layers = [
        {"data": {"values": stripes}, "mark": {"type": "rect", "color": "#f5f7fa"}, "encoding": edges},
        {**rule, "encoding": edges},
    ]
    for side in ("left", "right"):
        for head in (True, False):
            chosen = [cell for cell in cells if cell["side"] == side and cell["head"] is head]
            mark = {
                "type": "text",
                "align": side,
                "baseline": "middle",
                "fontSize": 12,
                "color": INK if head else MUTED,
            }
            mark["fontWeight"] = 600 if head else 400
            encoding = {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}
            layers.append({"data": {"values": chosen}, "mark": mark, "encoding": encoding})
    return {"width": round(width), "height": lines * _ROW, "layer": layers}
