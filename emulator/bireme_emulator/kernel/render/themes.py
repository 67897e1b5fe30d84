"""The colours of a page: light or dark, with one of eight schemes for what charts tell apart.

Charts are specified in the colours of `style`; a theme puts its own in their place. The schemes are the emulator's own:
the vendor names eight (`scheme_1` to `scheme_8`) and does not publish their colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bireme_emulator.kernel.render.style import ACCENT, INK, LINE, MUTED, PALETTE

__all__ = ["SCHEMES", "Theme", "theme"]

# Neighbours differ in lightness, so that people who see few colours tell them apart too.
SCHEMES: Mapping[str, tuple[str, ...]] = {
    "scheme_1": ("#1f77b4", "#ff9d45", "#2ca089", "#d1495b", "#8d6ab8", "#9c755f", "#e377c2", "#8a8f98"),
    "scheme_2": ("#0b7a75", "#f2a541", "#19535f", "#d7c9aa", "#7b2d26", "#5fad56", "#b4436c", "#8d99ae"),
    "scheme_3": ("#3d5a80", "#ee6c4d", "#98c1d9", "#293241", "#7fb069", "#e6aa68", "#8e6c8a", "#a5a58d"),
    "scheme_4": ("#6a4c93", "#ffca3a", "#1982c4", "#8ac926", "#ff595e", "#36949d", "#b5838d", "#6c757d"),
    "scheme_5": ("#264653", "#e9c46a", "#2a9d8f", "#f4a261", "#e76f51", "#8ab17d", "#5c6b8a", "#b08968"),
    "scheme_6": tuple(PALETTE),
    "scheme_7": ("#7a3e9d", "#4ea8de", "#f77f00", "#2d6a4f", "#d62828", "#90be6d", "#577590", "#c9ada7"),
    "scheme_8": ("#14532d", "#84cc16", "#0e7490", "#facc15", "#9f1239", "#38bdf8", "#a16207", "#64748b"),
}
_DEFAULT = "scheme_6"
_LIGHT = {"page": "#f3f5f8", "tile": "#ffffff", "ink": INK, "muted": MUTED, "line": LINE, "rule": "#9aa5b1"}
_DARK = {
    "page": "#12161c",
    "tile": "#1c222b",
    "ink": "#f1f4f8",
    "muted": "#b4bfcc",
    "line": "#333c48",
    "rule": "#66717f",
}
_DATA = frozenset({"data", "datasets"})  # what people's results stand in


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a page and of what is drawn on it. `palette` are those of a chart's series."""

    page: str
    tile: str
    ink: str
    muted: str
    line: str
    rule: str
    stripe: str
    alarm: str
    palette: tuple[str, ...]
    ramp: tuple[str, ...]

    def recoloured(self, spec: Mapping[str, Any]) -> dict[str, Any]:
        """The specification of a chart in these colours; its data is left alone."""
        colours = {
            INK: self.ink,
            MUTED: self.muted,
            LINE: self.line,
            ACCENT: self.palette[0],
            "#9aa5b1": self.rule,
            "white": self.tile,
        }
        changed = {name: value if name in _DATA else _changed(value, colours) for name, value in spec.items()}
        changed["config"] = {**changed["config"], "range": {"category": [*self.palette], "heatmap": [*self.ramp]}}
        return changed


def theme(scheme: str | None = None, *, dark: bool = False) -> Theme:
    """The theme of a colour scheme, on a light or a dark ground; an unknown scheme is the default one."""
    palette = SCHEMES.get(scheme or _DEFAULT, SCHEMES[_DEFAULT])
    if not dark:
        ramp = (_mixed(palette[0], "#ffffff", 0.9), _mixed(palette[0], "#ffffff", 0.5), palette[0])
        return Theme(**_LIGHT, stripe="#f5f7fa", alarm="#b42318", palette=palette, ramp=ramp)
    lifted = tuple(_lifted(colour) for colour in palette)
    ramp = (_mixed(lifted[0], _DARK["tile"], 0.85), _mixed(lifted[0], _DARK["tile"], 0.4), lifted[0])
    return Theme(**_DARK, stripe="#232a34", alarm="#ff8a80", palette=lifted, ramp=ramp)


def _changed(value: Any, colours: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return colours.get(value, value)
    if isinstance(value, Mapping):
        return {name: each if name in _DATA else _changed(each, colours) for name, each in value.items()}
    return [_changed(each, colours) for each in value] if isinstance(value, list | tuple) else value


def _lifted(colour: str) -> str:
    """A colour that can be seen on the dark ground."""
    share = 0.0
    while _lightness(lifted := _mixed(colour, "#ffffff", share)) < 125:
        share += 0.1
    return lifted


def _lightness(colour: str) -> float:
    red, green, blue = _parts(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _mixed(colour: str, other: str, share: float) -> str:
    mixed = (round(one * (1 - share) + two * share) for one, two in zip(_parts(colour), _parts(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
