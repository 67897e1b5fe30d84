"""Reports: making, reading, changing, copying and deleting them (vendor page, Reports).

A report stands on one dashboard, which finds it a place on its grid; from then on the layout operation moves it. How
its result is drawn is private to the emulator: `{"viz_type", "dimensions", "measures"}`, names of columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.frozen import thaw

from .access import may_see_dashboard, may_use_datasource
from .arranging import free_place, settle
from .contents import remove_reports
from .dashboards import found_dashboard, require_unlocked
from .documents import attributes_of, collection, defaults_of, describe, document, relationships_of
from .facts import defaults_in
from .grid import DEFAULT_SIZE
from .queries import cancel_all, query_error, report_owner
from .records import all_of, changed, created, find, found, now

__all__ = ["KIND", "found_report", "handlers"]

KIND = "reports"
_QUERY = ("sql_query", "r_query", "r_query_enabled")

handlers = Handlers()


def _shown(call: Call, report: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    dashboard = find(call, "dashboards", report["relationships"]["dashboard"])
    error = query_error(call, report, dashboard) if dashboard is not None else None
    return {**report["attributes"], "query_error": error}, report["relationships"]


describe(
    KIND,
    shown=_shown,
    defaults={
        **dict.fromkeys(("description", "r_query", "data_refresh_rate", "data_refresh_anchor_time")),
        **dict.fromkeys(("attribution", "no_data_message")),
        **defaults_in("ReportCreationAttributes"),
        "sql_query": "",
        "chart_configuration": {},
    },
    include_needs={"datasource": ("view_datasources", "manage_datasources", "manage_dashboards")},
    reached=lambda call, report: may_see_dashboard(call, report["relationships"]["dashboard"]),
)


@handlers.operation("createReport")
def create_report(call: Call) -> Answer:
    """Make a report on a dashboard, where there is room for its size."""
    with call.session.store.transaction():
        attributes, relationships = attributes_of(call), relationships_of(call)
        dashboard = found_dashboard(call, relationships["dashboard"])
        may_use_datasource(call, relationships["datasource"])
        require_unlocked(dashboard)
        width, height = attributes.get("width") or DEFAULT_SIZE[0], attributes.get("height") or DEFAULT_SIZE[1]
        place = free_place(call, dashboard, int(width), int(height))
        report = _made(call, {**defaults_of(KIND), **attributes, **place}, relationships)
    return document(call, KIND, report, status=201)


@handlers.operation("listReports")
def list_reports(call: Call) -> Answer:
    """The reports of all dashboards that the key reaches."""
    reached = [one for one in all_of(call, KIND) if may_see_dashboard(call, one["relationships"]["dashboard"])]
    return collection(call, KIND, reached)


@handlers.operation("getReport")
def get_report(call: Call) -> Answer:
    """One report."""
    return document(call, KIND, found_report(call)[0], call.query.get("include"))


@handlers.operation("updateReport")
def update_report(call: Call) -> Answer:
    """Change what is given; on another dashboard the report gets a new place. A changed query has no results yet."""
    with call.session.store.transaction():
        report, dashboard = found_report(call)
        require_unlocked(dashboard)
        attributes, relationships = attributes_of(call), relationships_of(call)
        for datasource_id in (report["relationships"]["datasource"], relationships.get("datasource")):
            may_use_datasource(call, datasource_id)
        target = found_dashboard(call, relationships.get("dashboard", dashboard["id"]))
        require_unlocked(target)
        moved = target["id"] != dashboard["id"]
        if moved:
            held = report["attributes"]
            attributes.update(free_place(call, target, held["width"], held["height"]))
        after = changed(call, KIND, report, {**attributes, "updated_at": now(call)}, relationships)
        if moved:
            settle(call, dashboard, without=report["id"])
        if any(after["attributes"].get(name) != report["attributes"].get(name) for name in _QUERY) or relationships:
            cancel_all(call, [report_owner(report["id"])])
    return document(call, KIND, after)


@handlers.operation("deleteReport")
def delete_report(call: Call) -> Answer:
    """Remove a report with its schedules; its query stops, and the others close up."""
    with call.session.store.transaction():
        report, dashboard = found_report(call)
        may_use_datasource(call, report["relationships"]["datasource"])
        require_unlocked(dashboard)
        remove_reports(call, [report])
        settle(call, dashboard, without=report["id"])
    return Answer(204)


@handlers.operation("duplicateReport")
def duplicate_report(call: Call) -> Answer:
    """Make a copy on the same dashboard, where there is room for it."""
    with call.session.store.transaction():
        report, dashboard = found_report(call)
        may_use_datasource(call, report["relationships"]["datasource"])
        require_unlocked(dashboard)
        copied = thaw(report)
        held = copied["attributes"]
        place = free_place(call, dashboard, held["width"], held["height"])
        attributes = {**held, **place, "name": f"{held['name']} (Copy)"}
        copy = _made(call, attributes, copied["relationships"], copied["private"])
    return document(call, KIND, copy, status=201)


def found_report(call: Call) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The report of the path, and its dashboard. Raises a 404 `Fault`, or 403 for one beyond the key's reach."""
    report = found(call, KIND)
    return report, found_dashboard(call, report["relationships"]["dashboard"])


def _made(
    call: Call,
    attributes: Mapping[str, Any],
    relationships: Mapping[str, Any],
    private: Mapping[str, Any] | None = None,
) -> Mapping[str, Any]:
    stamps = {"created_at": now(call), "updated_at": now(call)}
    return created(call, KIND, {**attributes, **stamps}, relationships, private)
