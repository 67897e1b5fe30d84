"""Dashboards: list, read, and warming their cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .filter_states import STATE_PARAMETER, keep_states
from .jobs import submit
from .listing import listed, page_key
from .paging import SortKey
from .refusals import denied
from .removal import message, remove_dashboard
from .views import (
    API,
    cached,
    caller_of,
    charts_of,
    dashboard_url,
    dashboard_view,
    may_change,
    may_see,
    seen_dashboard,
)
from .widget_query import checked_conditions

__all__ = ["PRELOAD", "handlers"]

PRELOAD = "dashboard_preload"

handlers = Handlers()


def _by_title(dashboard: Mapping[str, Any]) -> SortKey:
    return (dashboard["title"].casefold(), dashboard["id"])


def _by_id(dashboard: Mapping[str, Any]) -> SortKey:
    return (dashboard["id"],)


def _by_id_down(dashboard: Mapping[str, Any]) -> SortKey:
    return (-dashboard["id"],)


# `natural` is the order of the web interface, which is not documented: by title, we say.
_SORTS: dict[str, Callable[[Mapping[str, Any]], SortKey]] = {
    "natural": _by_title,
    "id_asc": _by_id,
    "id_desc": _by_id_down,
}


@handlers.operation("dashboards_list")
def dashboards_list(call: Call) -> Answer:
    """One page of the dashboards that are shared with the caller."""
    sort = call.query.get("sort") or "natural"

    def seen() -> list[Mapping[str, Any]]:
        return [entry for entry in call.session.store.list(API, "dashboards") if may_see(caller_of(call), entry)]

    def build() -> dict[str, Any]:
        page, cursors = listed(call, seen, _SORTS[sort], sort)
        return {"dashboards": [_one(call, entry) for entry in page], "cursors": cursors}

    return Answer(body=cached(call, ("list", *page_key(call)), build))


@handlers.operation("dashboards_get")
def dashboards_get(call: Call) -> Answer:
    """One dashboard with its filters and widgets."""
    dashboard = seen_dashboard(call, call.path["id"])
    return Answer(body=cached(call, ("get", dashboard["id"]), lambda: {"dashboard": _one(call, dashboard)}))


@handlers.operation("dashboards_delete")
def dashboards_delete(call: Call) -> Answer:
    """Delete a dashboard with its widgets, and with the schedules and alerts on either."""
    dashboard = seen_dashboard(call, call.path["id"])
    if not may_change(caller_of(call), dashboard):
        raise denied(f"Dashboard {dashboard['id']} belongs to somebody else, so it is not yours to delete.")
    remove_dashboard(call.session, dashboard)
    return message("Dashboard", dashboard["id"])


@handlers.operation("dashboards_build_url")
def dashboards_build_url(call: Call) -> Answer:
    """An address that opens the dashboard with its filters set."""
    dashboard = seen_dashboard(call, call.path["id"])
    charts = charts_of(call.session, dashboard["id"])
    states = checked_conditions(call, dashboard, charts, "filter_states")
    hash = keep_states(call.session, dashboard["id"], states) if states else None
    url = dashboard_url(call.base_url, dashboard) + (f"?{STATE_PARAMETER}={hash}" if hash else "")
    return Answer(body={"dashboard_url": url, "fstate_hash": hash})


@handlers.operation("dashboards_submit_preload")
def dashboards_submit_preload(call: Call) -> Answer:
    """Start a job that runs the dashboard's widgets and keeps their results."""
    dashboard = seen_dashboard(call, call.path["id"])
    body = call.body or {}
    params = {
        "dashboard_id": dashboard["id"],
        "conditions": checked_conditions(call, dashboard, charts_of(call.session, dashboard["id"])),
        "bust_cache": body.get("bust_cache") or False,
    }
    source = {"type": "Dashboard", "id": dashboard["id"], "action": "preload"}
    return submit(call, PRELOAD, params, source)


def _one(call: Call, dashboard: Mapping[str, Any]) -> Any:
    return cached(call, ("dashboard", dashboard["id"]), lambda: dashboard_view(call, dashboard))
