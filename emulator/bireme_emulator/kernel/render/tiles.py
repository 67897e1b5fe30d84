"""One report on a page: its title, then a chart, a number, a table, or words that say why there is none of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render.fitting import KPIS, chart_in
from bireme_emulator.kernel.render.lettering import clean, clipped, lines_of, text, widest, width_of
from bireme_emulator.kernel.render.style import shown
from bireme_emulator.kernel.render.themes import Theme

__all__ = ["Box", "Draw", "Finding", "Notice", "Tile", "tile_svg"]

Draw: TypeAlias = Callable[[Mapping[str, Any]], str]
"""Turns a chart's specification into SVG."""

_PAD = 16
_TITLE, _SMALL, _CELL, _ROW = 15, 11.5, 12.5, 24
_CAPS = (300, 200, 140, 100)  # how wide a column of a table may be; narrower where the columns would not fit
_BETWEEN = 24


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Finding:
    """A result and how it is drawn; `rows` are its first ones, `total` is how many there are."""

    viz_type: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    total: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Words in place of a result; with `alarm` they tell of an error."""

    words: str
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A report: what it is called (nothing where that is not to be shown), what it shows, where its data is from."""

    title: str
    body: Finding | Notice
    attribution: str = ""


def tile_svg(tile: Tile, box: Box, theme: Theme, draw: Draw) -> str:
    """The tile as SVG, within its box. What `draw` raises passes through."""
    frame = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="6"'
    parts = [f'<rect {frame} fill="{theme.tile}" stroke="{theme.line}"/>']
    top = box.y + _PAD
    for line in lines_of(tile.title, _TITLE, box.width - 2 * _PAD, 2, bold=True):
        parts.append(text(box.x + _PAD, top + _TITLE - 2, line, _TITLE, theme.ink, bold=True))
        top += _TITLE * 1.35
    top += 6 if tile.title else 0
    bottom = box.y + box.height - _PAD
    inner = Box(box.x + _PAD, top, box.width - 2 * _PAD, bottom - top)
    if tile.attribution:
        inner = Box(inner.x, inner.y, inner.width, inner.height - 16)
    drawn, note = _body(tile.body, inner, theme, draw)
    if note:  # what was left out is said below, so the body is drawn once more with less room
        inner = Box(inner.x, inner.y, inner.width, inner.height - (0 if tile.attribution else 16))
        drawn, note = _body(tile.body, inner, theme, draw)
    parts += drawn
    parts += _foot(note, tile.attribution, Box(inner.x, inner.y, inner.width, bottom - inner.y), theme)
    return "".join(parts)


def _foot(note: str, attribution: str, box: Box, theme: Theme) -> list[str]:
    y = box.y + box.height
    said = clipped(note, _SMALL, box.width * (0.6 if attribution else 1))
    parts = [text(box.x, y, said, _SMALL, theme.muted)] if said else []
    room = box.width - width_of(said, _SMALL) - (20 if said else 0)
    if attribution and room > 40:
        source = clipped(attribution, _SMALL, room)
        parts.append(text(box.x + box.width, y, source, _SMALL, theme.muted, anchor="end"))
    return parts


def _body(body: Finding | Notice, box: Box, theme: Theme, draw: Draw) -> tuple[list[str], str]:
    """What stands in the tile, and what is to be said below it."""
    if isinstance(body, Notice):
        return _notice(body, box, theme), ""
    if body.viz_type in KPIS and len(body.rows) == 1 and any(one.role != "dimension" for one in body.columns):
        return _figure(body, box, theme), ""
    chart = chart_in(body.viz_type, body.columns, body.rows, (box.width, box.height), theme)
    if chart is None:
        return _table(body, box, theme)
    spec, note = chart
    if len(body.rows) < body.total:
        note = f"first {len(body.rows):,} of {body.total:,} rows"
    return [_placed(draw(spec), box)], note


def _placed(svg: str, box: Box) -> str:
    """A chart's SVG inside of the page; its own names of parts become names of this chart's alone."""
    mark = f"c{box.x:.0f}-{box.y:.0f}-"
    for before, after in ((' id="', f' id="{mark}'), ("url(#", f"url(#{mark}"), ('href="#', f'href="#{mark}')):
        svg = svg.replace(before, after)
    start = svg.index("<svg")
    return svg[start:].replace("<svg ", f'<svg x="{box.x:.1f}" y="{box.y:.1f}" ', 1)


def _notice(notice: Notice, box: Box, theme: Theme) -> list[str]:
    size = 13
    most = max(1, int(box.height / (size * 1.5)))
    lines = lines_of(notice.words, size, min(box.width, 620), most)
    colour = theme.alarm if notice.alarm else theme.muted
    top = box.y + (box.height - len(lines) * size * 1.5) / 2 + size
    middle = box.x + box.width / 2
    return [text(middle, top + n * size * 1.5, line, size, colour, anchor="middle") for n, line in enumerate(lines)]


def _figure(body: Finding, box: Box, theme: Theme) -> list[str]:
    """The first measure large, its name below, other measures below that as far as there is room."""
    places = [place for place, column in enumerate(body.columns) if column.role != "dimension"]
    said = [shown(body.rows[0][place], body.columns[place]) or "–" for place in places]
    size = max(14.0, min(56.0, box.height * 0.42, (box.width - 8) / max(width_of(said[0], 1, bold=True), 0.5)))
    lines = [(clipped(said[0], size, box.width, bold=True), size, theme.palette[0], True)]
    lines.append((clipped(body.columns[places[0]].name, 14, box.width), 14, theme.muted, False))
    for place, value in zip(places[1:], said[1:], strict=True):
        lines.append((clipped(f"{body.columns[place].name}: {value}", 13, box.width), 13, theme.muted, False))
    while len(lines) > 1 and sum(size * 1.35 for _, size, _, _ in lines) > box.height:
        lines.pop()
    y = box.y + (box.height - sum(size * 1.35 for _, size, _, _ in lines)) / 2
    parts = []
    for words, letters, colour, bold in lines:
        y += letters * 1.1
        parts.append(text(box.x + box.width / 2, y, words, letters, colour, bold=bold, anchor="middle"))
        y += letters * 0.25
    return parts


def _table(body: Finding, box: Box, theme: Theme) -> tuple[list[str], str]:
    """A header and the first rows, in as many columns as there is room for."""
    most = max(1, int(box.height / _ROW) - 1)
    rows = [[clean(shown(value, column)) for value, column in zip(row, body.columns, strict=True)]
            for row in body.rows[:most]]  # fmt: skip
    widths = _widths(body.columns, rows, box.width)
    parts, x = [], box.x
    room = max(0.0, box.width - sum(widths) - _BETWEEN * (len(widths) - 1))
    extra = min(90.0, room / len(widths))
    for number in range(1, len(rows), 2):
        y = box.y + (number + 1) * _ROW
        stripe = f'x="{box.x:.1f}" y="{y:.1f}" width="{box.width:.1f}" height="{_ROW}"'
        parts.append(f'<rect {stripe} fill="{theme.stripe}"/>')
    for place, width in enumerate(widths):
        column = body.columns[place]
        right = column.type == "number"
        at = x + width if right else x
        anchor: Literal["start", "end"] = "end" if right else "start"
        cells = [column.name, *(row[place] for row in rows)]
        for line, cell in enumerate(cells):
            head = line == 0
            words = clipped(cell, _CELL, width, bold=head)
            colour, y = (theme.ink if head else theme.muted), box.y + line * _ROW + 16
            parts.append(text(at, y, words, _CELL, colour, bold=head, anchor=anchor))
        x += width + _BETWEEN + extra
    y = box.y + _ROW
    parts.append(f'<path d="M{box.x:.1f} {y:.1f}h{box.width:.1f}" stroke="{theme.rule}"/>')
    notes = [f"first {len(rows):,} of {body.total:,} rows"] if len(rows) < body.total else []
    if len(widths) < len(body.columns):
        notes.append(f"first {len(widths)} of {len(body.columns)} columns")
    return parts, " · ".join(notes)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """The widths of the columns that are shown: all, if need be with long texts cut, or as many as fit."""
    natural = [
        max(width_of(column.name, _CELL, bold=True), widest([row[place] for row in rows], _CELL)) + 2
        for place, column in enumerate(columns)
    ]
    for cap in _CAPS:
        widths = [min(width, cap) for width in natural]
        if sum(widths) + _BETWEEN * (len(widths) - 1) <= room:
            return widths
    kept: list[float] = []  # some have to be left out: the others are shown whole
    for width in (min(width, _CAPS[1]) for width in natural):
        if kept and sum(kept) + width + _BETWEEN * len(kept) > room:
            break
        kept.append(min(width, room))
    return kept
