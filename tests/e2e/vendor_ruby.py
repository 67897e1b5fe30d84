"""The three Ruby programs of the vendor's API page, read from it, and the few places where a reader has to change them.

The page is not ours, so no text of it stands here: programs are found by where they begin and end, and each change is
one `Replacement`. A change that finds its text another number of times than it says means that the page is not the one
we know, and raises `ChangedUnderUs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PAGE", "ChangedUnderUs", "Replacement", "adapted", "script_of", "snippets_of_get_data"]

PAGE = Path(__file__).parents[3] / "shared" / "vendor-docs" / "holistics-api-v2.txt"


class ChangedUnderUs(AssertionError):
    """The vendor's text is not what the replacements were written for."""


@dataclass(frozen=True)
class Replacement:
    """One change: what stands in the page, what has to stand there instead, how often it occurs, and why."""

    old: str
    new: str
    times: int
    why: str


def adapted(program: str, replacements: Sequence[Replacement]) -> str:
    """The program with all replacements made, in their order. Raises `ChangedUnderUs`."""
    for change in replacements:
        found = program.count(change.old)
        if found != change.times:
            raise ChangedUnderUs(f"{change.old!r} occurs {found} times, not {change.times} ({change.why})")
        program = program.replace(change.old, change.new)
    return program


def script_of(page: str, endpoint: str) -> str:
    """The example script that posts to `endpoint` (e.g. `data_alerts`), from its first line to its last `puts`."""
    marker = f'/api/v2/{endpoint}")'
    where = _only(page, marker)
    start = page.rindex('require "bundler/inline"', 0, where)
    last = page.index("puts [", where)
    return page[start : page.index("\n", last) + 1]


def snippets_of_get_data(page: str) -> str:
    """The Ruby pieces of the tutorial about getting data, one after the other, as its reader would put them together.

    A piece begins with a line of code at the margin and ends with the last `end` at the margin before prose goes on.
    """
    tutorial = page[
        _only(page, "2. Initial code structure") : _only(page, "Create Data Alerts using API\n\nIntroduction")
    ]
    pieces: list[str] = []
    for opening in ("require 'http'\nclass ", "class HolisticsAPI\n  # ...", "API_KEY = "):
        at = tutorial.find(opening)
        while at != -1:
            end = tutorial.index("\nend\n", at) + len("\nend\n")
            pieces.append(tutorial[at:end])
            at = tutorial.find(opening, end)
    if len(pieces) != 5:
        raise ChangedUnderUs(f"the tutorial about getting data has {len(pieces)} pieces of Ruby, not 5")
    return "\n".join(pieces)


def _only(text: str, part: str) -> int:
    if text.count(part) != 1:
        raise ChangedUnderUs(f"{part!r} occurs {text.count(part)} times in the page, not once")
    return text.index(part)
