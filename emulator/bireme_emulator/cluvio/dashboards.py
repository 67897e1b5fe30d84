"""Dashboards: making, reading, changing, locking and deleting them (vendor page, Dashboards).

A dashboard's record holds its settings, its owner and the user groups that it is shared with. Reports know their
dashboard and their place on it, groups of dashboards know their members; what a dashboard shows of these is computed
(see `contents`), so the two sides of a relationship never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import caller_of, may_see_dashboard, may_use_dashboard, may_use_datasource
from .contents import LINKS, filters_of, groups_of, layout_of, remove_reports, reports_of, snippets_of
from .documents import attributes_of, collection, defaults_of, describe, document
from .facts import defaults_in
from .inputs import Inputs
from .queries import cancel_all, refusing_inputs
from .records import all_of, changed, created, found, now, referring, remove
from .refusals import denied, invalid
from .schedule_records import KIND as SCHEDULES
from .schedule_records import remove_schedule
from .time_zones import check_time_zone

__all__ = ["KIND", "found_dashboard", "handlers", "require_unlocked", "require_unnarrowed"]

KIND = "dashboards"
_SEES_USERS = ("view_users", "manage_users", "manage_dashboards")

handlers = Handlers()


def _shown(call: Call, dashboard: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    reports = reports_of(call, dashboard)
    relationships = {
        "reports": [report["id"] for report in reports],
        "filters": [filter["id"] for filter in filters_of(call, reports)],
        "sql_snippets": [snippet["id"] for snippet in snippets_of(call, reports)],
        "dashboard_groups": [group["id"] for group in groups_of(call, dashboard)],
        LINKS: [link["id"] for link in referring(call, LINKS, "dashboard", dashboard["id"])],
        "user": dashboard["relationships"].get("user"),
        "user_groups": [*(dashboard["relationships"].get("user_groups") or ())],
    }
    published = bool(relationships["user_groups"])
    return {**dashboard["attributes"], "published": published, "layout": layout_of(reports)}, relationships


describe(
    KIND,
    shown=_shown,
    defaults={
        **dict.fromkeys(("description", "data_refresh_anchor_time", "default_parameters")),
        **dict.fromkeys(("thumbnail_image_url", "thumbnail_created_at")),
        **defaults_in("DashboardCreationAttributes"),
        "floating_enabled": False,
    },
    needs={LINKS: ("manage_dashboards",), "user": _SEES_USERS, "user_groups": _SEES_USERS},
    reached=lambda call, dashboard: may_see_dashboard(call, dashboard["id"]),
)


@handlers.operation("createDashboard")
def create_dashboard(call: Call) -> Answer:
    """Make an empty dashboard; `default_parameters` are for dashboards that exist and count for nothing here."""
    with call.session.store.transaction():
        require_unnarrowed(call)
        attributes = {**defaults_of(KIND), **attributes_of(call), "default_parameters": None}
        check_time_zone(attributes)
        stamps = {"created_at": now(call), "updated_at": now(call)}
        dashboard = created(call, KIND, {**attributes, **stamps}, {"user": None, "user_groups": []})
    return document(call, KIND, dashboard, status=201)


@handlers.operation("listDashboards")
def list_dashboards(call: Call) -> Answer:
    """All dashboards that the key reaches."""
    return collection(call, KIND, [one for one in all_of(call, KIND) if may_see_dashboard(call, one["id"])])


@handlers.operation("getDashboard")
def get_dashboard(call: Call) -> Answer:
    """One dashboard."""
    return document(call, KIND, found_dashboard(call), call.query.get("include"))


@handlers.operation("updateDashboard")
def update_dashboard(call: Call) -> Answer:
    """Change what is given. A locked dashboard takes no change but with `is_locked: false`."""
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        given = attributes_of(call)
        if given.get("is_locked") is not False:
            require_unlocked(dashboard)
        planned = {**dashboard, "attributes": {**dashboard["attributes"], **given}}
        check_time_zone(planned["attributes"])
        if "default_parameters" in given:
            _check_defaults(planned)
        dashboard = changed(call, KIND, dashboard, {**given, "updated_at": now(call)})
    return document(call, KIND, dashboard)


@handlers.operation("deleteDashboard")
def delete_dashboard(call: Call) -> Answer:
    """Remove a dashboard with its reports, links and schedules; groups lose it, and its queries stop.

    As for each report by itself, that takes access to their datasources.
    """
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        require_unlocked(dashboard)
        for report in reports_of(call, dashboard):
            may_use_datasource(call, report["relationships"]["datasource"])
        id = dashboard["id"]
        cancel_all(call, dashboard_id=id)
        for link in referring(call, LINKS, "dashboard", id):
            remove(call, LINKS, link["id"])
        for schedule in referring(call, SCHEDULES, "dashboard", id):
            if schedule["relationships"].get("report") is None:
                remove_schedule(call.session, call.api, schedule["id"])
            else:  # then the report counts, which may be on another dashboard
                changed(call, SCHEDULES, schedule, relationships={"dashboard": None})
        remove_reports(call, reports_of(call, dashboard))
        for group in groups_of(call, dashboard):
            kept = [other for other in group["relationships"]["dashboards"] if other != id]
            changed(call, "dashboard_groups", group, relationships={"dashboards": kept})
        remove(call, KIND, id)
    return Answer(204)


@handlers.operation("lockDashboard")
def lock_dashboard(call: Call) -> Answer:
    """Lock a dashboard; without effect on one that is locked."""
    return _set_locked(call, True)


@handlers.operation("unlockDashboard")
def unlock_dashboard(call: Call) -> Answer:
    """Unlock a dashboard; without effect on one that is not locked."""
    return _set_locked(call, False)


def found_dashboard(call: Call, id: str | None = None) -> Mapping[str, Any]:
    """The dashboard with an id, that of the path unless given. Raises a 404 `Fault`, or 403 beyond the key's reach."""
    dashboard = found(call, KIND, id)
    may_use_dashboard(call, dashboard["id"])
    return dashboard


def require_unlocked(dashboard: Mapping[str, Any]) -> None:
    """Raise a 422 `Fault` for a locked dashboard."""
    if dashboard["attributes"].get("is_locked"):
        raise invalid(f"The dashboard {dashboard['id']} is locked; unlock it first")


def require_unnarrowed(call: Call) -> None:
    """Raise a 403 `Fault` for a key that is narrowed to particular dashboards: a new one would not be among them."""
    if caller_of(call).user.get("dashboard_ids") is not None:
        raise denied("The API key is narrowed to particular dashboards and cannot make others")


def _set_locked(call: Call, locked: bool) -> Answer:
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        if bool(dashboard["attributes"].get("is_locked")) != locked:
            changed(call, KIND, dashboard, {"is_locked": locked, "updated_at": now(call)})
    return Answer(204)


def _check_defaults(dashboard: Mapping[str, Any]) -> None:
    """Raise a 422 `Fault` for default parameters that no request for the dashboard could use."""
    attributes = dashboard["attributes"]
    plain = {**dashboard, "attributes": {**attributes, "default_parameters": None}}
    with refusing_inputs("default_parameters"):
        Inputs.of(attributes["default_parameters"], plain)
