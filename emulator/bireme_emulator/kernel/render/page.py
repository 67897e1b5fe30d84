"""Pages as SVG: a dashboard with its reports on their grid, or one report alone.

page = Page("Flight operations", ["Aggregation: month"], width=1600, tiles=[(place, tile), ...])
png = pool.page("png", dashboard_svg(page, theme("scheme_6"), pool.svg))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bireme_emulator.kernel.render.errors import RenderError
from bireme_emulator.kernel.render.lettering import clipped, lines_of, text
from bireme_emulator.kernel.render.themes import Theme
from bireme_emulator.kernel.render.tiles import Box, Draw, Tile, tile_svg

__all__ = ["MOST_PIXELS", "Page", "dashboard_svg", "report_svg"]

MOST_PIXELS = 60_000_000  # of a picture; more would take some hundred megabytes to draw
_TALLEST = 14_400  # what a page of a PDF may be
_COLUMNS, _ROW = 12, 80
_MARGIN, _GAP = 20, 12
_EMPTY = 4  # rows without any report that are drawn as such; wider gaps are drawn as that many
_SMALLEST = (320, 240)  # what is smaller is drawn of this size and made smaller then

Place = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A dashboard: its title, what is said below it, its width in pixels, and its reports with their places.

    A place has `row`, `column`, `width`, `height` on a grid of 12 columns, counted from 1.
    """

    title: str
    lines: Sequence[str]
    width: int
    tiles: Sequence[tuple[Place, Tile]]


def dashboard_svg(page: Page, theme: Theme, draw: Draw) -> str:
    """The page as SVG, as high as its reports need. Raises `RenderError` where that is more than can be drawn."""
    wide = max(page.width, 480)
    head, top = _head(page, wide, theme)
    rows = _lines([place for place, _ in page.tiles])
    last = max((rows[place["row"]] + place["height"] for place, _ in page.tiles), default=1)
    high = top + last * _ROW + _MARGIN - (_GAP if page.tiles else 0)
    _check(page.width, high * page.width / wide)
    parts = [head]
    step = (wide - 2 * _MARGIN + _GAP) / _COLUMNS
    for place, tile in page.tiles:
        box = Box(
            _MARGIN + (place["column"] - 1) * step,
            top + rows[place["row"]] * _ROW,
            place["width"] * step - _GAP,
            place["height"] * _ROW - _GAP,
        )
        parts.append(tile_svg(tile, box, theme, draw))
    if not page.tiles:
        parts.append(text(wide / 2, top + _ROW / 2, "There are no reports.", 14, theme.muted, anchor="middle"))
    return _document("".join(parts), (wide, high), page.width, theme)


def report_svg(tile: Tile, lines: Sequence[str], size: tuple[int, int], theme: Theme, draw: Draw) -> str:
    """One report as SVG of exactly this size in pixels; `lines` are said below it. Raises `RenderError`."""
    _check(*size)
    factor = max(1.0, _SMALLEST[0] / size[0], _SMALLEST[1] / size[1])
    wide, high = size[0] * factor, size[1] * factor
    said = [clipped(line, 11.5, wide - 2 * _GAP) for line in lines]
    foot = 18 * len(said)
    parts = [tile_svg(tile, Box(8, 8, wide - 16, high - 16 - foot), theme, draw)]
    for number, line in enumerate(said):
        parts.append(text(16, high - foot + 10 + 18 * number, line, 11.5, theme.muted))
    return _document("".join(parts), (wide, high), size[0], theme, size[1])


def _head(page: Page, wide: float, theme: Theme) -> tuple[str, float]:
    """The title and what is below it, and where the grid begins."""
    parts, y = [], 22.0
    for line in lines_of(page.title, 26, wide - 2 * _MARGIN, 2, bold=True):
        y += 26
        parts.append(text(_MARGIN, y, line, 26, theme.ink, bold=True))
        y += 8
    for said in page.lines:
        for line in lines_of(said, 13, wide - 2 * _MARGIN, 3):
            y += 18
            parts.append(text(_MARGIN, y, line, 13, theme.muted))
    return "".join(parts), y + 22


def _lines(places: Sequence[Place]) -> dict[int, int]:
    """Which line of the page each row begins at; rows that are empty far and wide are drawn closer together."""
    covered, shift, found = 0, 0, {}
    for place in sorted(places, key=lambda place: place["row"]):
        row = place["row"]
        if row - 1 - covered > _EMPTY:
            shift += row - 1 - covered - _EMPTY
        found[row] = row - 1 - shift
        covered = max(covered, row - 1 + place["height"])
    return found


def _check(width: float, height: float) -> None:
    if height > _TALLEST or width * height > MOST_PIXELS:
        raise RenderError(
            f"A picture of {width:,.0f} x {height:,.0f} pixels is too large to be drawn; up to {_TALLEST:,} pixels of"
            f" height and {MOST_PIXELS:,} in all can be. Make it narrower, or put fewer reports below each other."
        )


def _document(content: str, drawn: tuple[float, float], width: float, theme: Theme, height: float | None = None) -> str:
    """The SVG document, `width` pixels wide whatever the size it was drawn in."""
    wide, high = drawn
    height = round(high * width / wide) if height is None else height
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {wide:g} {high:g}"'
    ground = f'<rect width="{wide:g}" height="{high:g}" fill="{theme.page}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ground}{content}</svg>'
