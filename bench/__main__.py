"""`python -m bench`: measures, prints the table, and says of each figure whether it is as wanted."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

from . import calls, imports, legacy, noticing, paging, results, schedules, serving, transfer
from .harness import Bench, Row, median

GROUPS: dict[str, Callable[[Bench], list[Row]]] = {
    "table": transfer.table,
    "memory": transfer.memory,
    "file": transfer.file,
    "legacy": legacy.legacy,
    "noticing": noticing.noticing,
    "calls": calls.calls,
    "paging": paging.paging,
    "cluvio": results.cluvio,
    "schedules": schedules.schedules,
    "imports": imports.imports,
    "serving": serving.serving,
    "starting": serving.starting,
    "prism": serving.prism,
}
HEAD = ("what", "ours (spread)", "theirs (spread)", "figure", "wanted", "")
WIDTHS = (48, 30, 30, 9, 8, 7)


def main(arguments: list[str] | None = None) -> int:
    """Runs the groups that are named, or all; exit code 0 whatever the figures are."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(GROUPS)}; all if none is named")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every measurement to FILE")
    parser.add_argument("--quick", action="store_true", help="small and once: shows that it runs, not how fast")
    args = parser.parse_args(arguments)
    unknown = [name for name in args.names if name not in GROUPS]
    if unknown:
        parser.error(f"there is no {unknown[0]!r}; there are {', '.join(GROUPS)}")
    bench, rows, began = Bench(args.quick), [], time.perf_counter()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    print(_line(HEAD))
    for name in args.names or GROUPS:
        for row in GROUPS[name](bench):
            rows.append(row)
            print(_line(cells(row)), flush=True)
    print(f"\nin {time.perf_counter() - began:.0f} s; how each was measured, ours before theirs:")
    for row in rows:
        _explain(row)
    if args.json is not None:
        args.json.write_text(json.dumps([row.as_dict() for row in rows], indent=1) + "\n", encoding="utf-8")
    return 0


def cells(row: Row) -> tuple[str, ...]:
    """A row as the table shows it."""
    if row.skipped:
        return (row.name, "-", "-", "-", _wanted(row), "skipped")
    figure = row.figure
    assert figure is not None
    unit = "" if row.compare == "ratio" else f" {row.unit}"
    met = {True: "met", False: "MISSED", None: ""}[row.met]
    return (
        row.name,
        _spread(row.ours, row.unit),
        _spread(row.theirs, row.unit),
        f"{figure:.3g}{unit}",
        _wanted(row),
        met,
    )


def _wanted(row: Row) -> str:
    if row.target is None:
        return ""
    return f"{'>=' if row.at_least else '<='} {row.target:g}"


def _spread(values: list[float], unit: str) -> str:
    if not values:
        return "-"
    return f"{_short(median(values))} {unit} ({_short(min(values))}-{_short(max(values))})"


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _line(texts: tuple[str, ...]) -> str:
    return " ".join(f"{text:<{width}}" for text, width in zip(texts, WIDTHS, strict=True)).rstrip()


def _explain(row: Row) -> None:
    print(f"  {row.name}: {row.skipped or '; '.join(text for text in row.how if text)}")
    if row.note and not row.skipped:
        print(f"      {row.note}")


if __name__ == "__main__":
    sys.exit(main())
