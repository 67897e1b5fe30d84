"""What the specification states and rules go by: how long things last, how executions end, what objects begin with."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

from bireme_emulator.kernel.specs import load_bundle

__all__ = ["defaults_in", "endings_of", "period"]


@cache
def period(name: str) -> timedelta:
    """How long something lasts (`x-periods`).

    >>> period("csv_export")
    datetime.timedelta(seconds=600)
    """
    return timedelta(seconds=load_bundle("cluvio")["x-periods"][name]["seconds"])


@cache
def endings_of(operation_id: str) -> frozenset[str]:
    """The statuses in which what an operation starts has ended, well or not (`x-async-job`)."""
    items = load_bundle("cluvio")["paths"].values()
    parts = (part for item in items for part in item.values() if isinstance(part, dict))
    life = next(part for part in parts if part.get("operationId") == operation_id)["x-async-job"]
    return frozenset([*life["success"], *life["failure"], *life.get("cancelled", ())])


def defaults_in(schema: str) -> dict[str, Any]:
    """What the members of an object are where a request leaves them out, for those that have a stated default.

    >>> defaults_in("DatasourceAgentCreationAttributes")
    {'enabled': True}
    """
    members = load_bundle("cluvio")["components"]["schemas"][schema]["properties"]
    return {name: member["default"] for name, member in members.items() if "default" in member}
