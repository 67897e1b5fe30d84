"""Deleting dashboards and widgets: what has no sense without them goes with them, all of it or nothing.

With a dashboard go its widgets and its kept filter states; with a widget its place in the dashboard's filters and the
report that lives in it only. Schedules and alerts go when what they deliver or watch does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer

from .filter_states import STATES
from .views import API, has_data

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["message", "remove_dashboard", "remove_widget"]

Record = Mapping[str, Any]


def message(what: str, id: int | str) -> Answer:
    """The reply of a deletion."""
    return Answer(body={"message": f"{what} {id} has been deleted."})


def remove_dashboard(session: Session, dashboard: Record) -> None:
    """Delete a dashboard with everything that is about it alone."""
    store, id = session.store, dashboard["id"]
    widgets = [widget for widget in store.list(API, "dashboard_widgets") if widget["_dashboard_id"] == id]
    with store.transaction():
        _remove_widgets(session, widgets)
        for schedule in store.list(API, "data_schedules"):
            if _is_source(schedule, "Dashboard", [id]):
                store.delete(API, "data_schedules", schedule["id"])
        for states in store.list(API, STATES):
            if states["dashboard_id"] == id:
                store.delete(API, STATES, states["id"])
        store.delete(API, "dashboards", id)


def remove_widget(session: Session, widget: Record) -> None:
    """Delete a widget with everything that is about it alone."""
    store = session.store
    with store.transaction():
        _remove_widgets(session, [widget])
        dashboard = store.get(API, "dashboards", widget["_dashboard_id"])
        if dashboard is not None:
            store.put(API, "dashboards", dashboard["id"], _without(dashboard, widget["id"]))


def _remove_widgets(session: Session, widgets: Collection[Record]) -> None:
    store = session.store
    ids = {str(widget["id"]) for widget in widgets}
    reports = _lonely_reports(session, widgets, ids)
    for widget in widgets:
        store.delete(API, "dashboard_widgets", widget["id"])
    for report in reports:
        store.delete(API, "query_reports", report)
    for alert in store.list(API, "data_alerts"):
        if _is_source(alert, "DashboardWidget", ids):
            store.delete(API, "data_alerts", alert["id"])
    for schedule in store.list(API, "data_schedules"):
        delivers = str(schedule["dest"].get("dashboard_widget_id")) in ids
        if delivers or _is_source(schedule, "QueryReport", reports):
            store.delete(API, "data_schedules", schedule["id"])


def _lonely_reports(session: Session, widgets: Collection[Record], ids: Collection[str]) -> set[int]:
    """The reports made inside these widgets that no other widget draws."""
    store = session.store
    others = {
        widget["source_id"]
        for widget in store.list(API, "dashboard_widgets")
        if has_data(widget) and str(widget["id"]) not in ids
    }
    drawn = {widget["source_id"] for widget in widgets if has_data(widget)} - others
    found = [store.get(API, "query_reports", id) for id in drawn]
    return {report["id"] for report in found if report is not None and report["is_adhoc"]}


def _is_source(record: Record, type: str, ids: Collection[Any]) -> bool:
    return record["source_type"] == type and str(record["source_id"]) in {str(id) for id in ids}


def _without(dashboard: Record, widget_id: int | str) -> dict[str, Any]:
    """The dashboard, its filters no longer mapped to a widget."""
    filters = [
        {
            **dynamic_filter,
            "mappings": [
                mapping
                for mapping in dynamic_filter["mappings"]
                if str(mapping["viz_conditionable_id"]) != str(widget_id)
            ],
        }
        for dynamic_filter in dashboard["dynamic_filters"]
    ]
    return {**dashboard, "dynamic_filters": filters}
