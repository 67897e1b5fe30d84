"""Where the reports of a dashboard stand: finding room for a new one, and the operation that arranges them all.

Place and size are kept with each report. Without `floating_enabled` there are no gaps above reports: they close up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .contents import reports_of
from .dashboards import KIND, found_dashboard, require_unlocked
from .grid import PLACE, Place, closed_up, first_place, problems_of
from .records import changed, now
from .refusals import invalid

__all__ = ["free_place", "handlers", "settle"]

handlers = Handlers()


@handlers.operation("updateDashboardLayout")
def update_dashboard_layout(call: Call) -> Answer:
    """Give every report its place and size; nothing changes where one of them has none."""
    body: Mapping[str, Any] = call.body
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        require_unlocked(dashboard)
        places = _read(call, dashboard, body["layout"])
        floating = body.get("floating_enabled", dashboard["attributes"].get("floating_enabled", False))
        attributes = {"floating_enabled": floating, "updated_at": now(call)}
        dashboard = changed(call, KIND, dashboard, attributes)
        _keep(call, dashboard, places)
    return Answer(204)


def free_place(call: Call, dashboard: Mapping[str, Any], width: int, height: int) -> dict[str, int]:
    """Where a new report of this size goes: as far up, then as far left, as there is room."""
    return first_place((_place(report) for report in reports_of(call, dashboard)), width, height)


def settle(call: Call, dashboard: Mapping[str, Any], without: str) -> None:
    """Close the gap that a report leaves, unless the dashboard allows gaps. `without` is the report's id."""
    places = {report["id"]: _place(report) for report in reports_of(call, dashboard) if report["id"] != without}
    _keep(call, dashboard, places)


def _place(report: Mapping[str, Any]) -> Place:
    return {name: report["attributes"][name] for name in PLACE}


def _read(call: Call, dashboard: Mapping[str, Any], layout: Any) -> dict[str, Place]:
    """The places by report. Raises a 422 `Fault` unless every report has one, and they fit on the grid together."""
    wanted = [report["id"] for report in reports_of(call, dashboard)]
    problems: list[str] = []
    places: dict[str, Place] = {}
    for element in layout:
        id = element["id"]
        if id not in wanted:
            problems.append(f"layout: the dashboard has no report {id!a:.80}")
        elif id in places:
            problems.append(f"layout: the report {id} is there more than once")
        else:
            places[id] = {name: int(element[name]) for name in PLACE}
    if not problems:
        problems += [f"layout: the report {id} is missing" for id in wanted if id not in places]
        problems += problems_of(places)
    if problems:
        raise invalid(*problems)
    return places


def _keep(call: Call, dashboard: Mapping[str, Any], places: Mapping[str, Place]) -> None:
    final = places if dashboard["attributes"].get("floating_enabled") else closed_up(places)
    for report in reports_of(call, dashboard):
        if report["id"] in final and _place(report) != final[report["id"]]:
            changed(call, "reports", report, final[report["id"]])
