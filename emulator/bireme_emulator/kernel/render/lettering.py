"""Text on a page: how wide it is, where its lines break, and how it stands in SVG."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import escape
from typing import Literal

from bireme_emulator.kernel.render.style import FONT

__all__ = ["clean", "clipped", "lines_of", "text", "widest", "width_of"]

# Widths of the printable ASCII characters of Helvetica and its kin, in thousandths of the font size.
_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278"
    " 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944"
    " 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500"
    " 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = {chr(32 + place): int(width) / 1000 for place, width in enumerate(_ASCII.split())}
_BOLD = 1.07
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_LONGEST = 2_000  # more of a text is never looked at

Anchor = Literal["start", "middle", "end"]


def clean(words: str) -> str:
    """The text on one line, without what no page can hold: control characters, halves of characters."""
    return " ".join(_UNPRINTABLE.sub(" ", words[:_LONGEST]).split())


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is, in pixels; rather more than less."""
    return sum(_of(letter) for letter in words) * size * (_BOLD if bold else 1.0)


def clipped(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as there is room for, and an ellipsis."""
    words = clean(words)
    if width_of(words, size, bold=bold) <= room:
        return words
    left = room - width_of("…", size, bold=bold)
    kept = 0
    for letter in words:
        left -= width_of(letter, size, bold=bold)
        if left < 0:
            break
        kept += 1
    return words[:kept].rstrip() + "…"


def lines_of(words: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in at most `most` lines no wider than `room`; the last says by an ellipsis that there is more."""
    lines: list[str] = []
    rest = clean(words)
    while rest and len(lines) < most - 1:
        line = _first_line(rest, size, room, bold)
        lines.append(line)
        rest = rest[len(line) :].lstrip()
    return [*lines, clipped(rest, size, room, bold=bold)] if rest else lines


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
) -> str:
    """One line of text as SVG; `y` is its base line."""
    weight = ' font-weight="600"' if bold else ""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    place = f'x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{size:g}"'
    return f'<text {place} fill="{colour}"{weight}{side}>{escape(clean(words))}</text>'


def widest(words: Sequence[str], size: float, *, bold: bool = False) -> float:
    """How wide the widest of several texts is."""
    return max((width_of(each, size, bold=bold) for each in words), default=0.0)


def _first_line(words: str, size: float, room: float, bold: bool) -> str:
    """As many whole words as there is room for, or as much of a long word."""
    end = 0
    for match in re.finditer(r"\S+", words):
        if width_of(words[: match.end()], size, bold=bold) > room:
            break
        end = match.end()
    if end:
        return words[:end]
    kept = 1
    while kept < len(words) and width_of(words[: kept + 1], size, bold=bold) <= room:
        kept += 1
    return words[:kept]


def _of(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.62
