"""Draw the charts of a dashboard below each other, as one picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bireme_emulator.kernel.render.style import framed

_WHOLE = frozenset({"$schema", "config", "padding"})  # keys that stand at the top of a specification only
_GAP = 48


def board_spec(charts: Sequence[dict[str, Any]], *, title: str, subtitle: str = "") -> dict[str, Any]:
    """Return the specification of a page with all `charts`, as `chart_spec` makes them, in their order.

    Example: `board_spec([chart_spec(...), chart_spec(...)], title="Flight operations")`
    """
    parts = [{key: value for key, value in chart.items() if key not in _WHOLE} for chart in charts]
    apart = {"scale": {"color": "independent", "size": "independent", "shape": "independent"}}
    return framed({"vconcat": parts, "spacing": _GAP, "resolve": apart}, title, subtitle)
