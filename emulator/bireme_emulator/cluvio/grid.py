"""The grid of a dashboard: 12 columns, as many rows as needed, and where reports stand on it.

A place is `{"row", "column", "width", "height"}`, rows and columns counted from 1. Facts: Cluvio API 2024-06-01, Update
Dashboard Layout and Create Report. That reports may not overlap is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["COLUMNS", "DEFAULT_SIZE", "PLACE", "Place", "closed_up", "first_place", "problems_of"]

COLUMNS = 12
DEFAULT_SIZE = (6, 4)
PLACE = ("row", "column", "width", "height")

Place = Mapping[str, int]


def problems_of(places: Mapping[str, Place]) -> list[str]:
    """What is wrong with an arrangement of reports by their ids, in words.

    Example: `problems_of({"a": {"row": 1, "column": 8, "width": 6, "height": 4}})` tells that `a` goes beyond the grid.
    """
    problems = [
        f"layout/{id}: it goes beyond the last of {COLUMNS} columns"
        for id, place in places.items()
        if place["column"] + place["width"] - 1 > COLUMNS
    ]
    return problems or _overlaps(places)


def first_place(taken: Iterable[Place], width: int, height: int) -> dict[str, int]:
    """Where a report of this size fits first: as far up as it can be, then as far left."""
    taken = [*taken]
    rows = sorted({1, *(_below(place) for place in taken)})
    for row in rows:
        for column in range(1, COLUMNS - width + 2):
            place = {"row": row, "column": column, "width": width, "height": height}
            if not any(_overlap(place, other) for other in taken):
                return place
    raise AssertionError("below everything there is always room")


def closed_up(places: Mapping[str, Place]) -> dict[str, dict[str, int]]:
    """The arrangement without gaps above reports: each moves up until it meets another or the top."""
    settled: dict[str, dict[str, int]] = {}
    for id in sorted(places, key=lambda id: (places[id]["row"], places[id]["column"])):
        place = {**places[id]}
        above = [_below(other) for other in settled.values() if _share_columns(place, other)]
        settled[id] = {**place, "row": max(above, default=1)}
    return {id: settled[id] for id in places}


def _overlaps(places: Mapping[str, Place]) -> list[str]:
    """Which reports lie over each other: each is named with the first that it covers."""
    problems = []
    known: list[tuple[str, Place]] = []
    for id, place in sorted(places.items(), key=lambda item: item[1]["row"]):
        known = [(other_id, other) for other_id, other in known if _below(other) > place["row"]]
        covered = next((other_id for other_id, other in known if _share_columns(place, other)), None)
        if covered is not None:
            problems.append(f"layout/{id}: it overlaps with {covered}")
        known.append((id, place))
    return problems


def _overlap(one: Place, other: Place) -> bool:
    return _share_columns(one, other) and one["row"] < _below(other) and other["row"] < _below(one)


def _share_columns(one: Place, other: Place) -> bool:
    return one["column"] < other["column"] + other["width"] and other["column"] < one["column"] + one["width"]


def _below(place: Place) -> int:
    """The first row below a report."""
    return place["row"] + place["height"]
