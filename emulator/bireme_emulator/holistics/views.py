"""How stored objects look to a caller: private keys left out, addresses and permissions filled in.

A view depends on the stored records, on who asks and under which address; it is built once for each and kept until a
record changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Call, Caller
from bireme_emulator.kernel.frozen import freeze

from .refusals import denied, not_found

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "API",
    "cached",
    "caller_of",
    "charts_of",
    "dashboard_url",
    "dashboard_view",
    "has_data",
    "may_change",
    "may_see",
    "public",
    "seen_dashboard",
    "seen_widget",
    "slug",
    "widget_url",
    "widget_view",
]

API = "holistics"
_VIEWS = "holistics.views"
_MOST_VIEWS = 2_000


def caller_of(call: Call) -> Caller:
    """The caller; every operation of this API has one."""
    assert call.caller is not None, "the plugin authenticates every request"
    return call.caller


def public(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record without its private keys, those that begin with an underscore."""
    return {key: value for key, value in record.items() if not key.startswith("_")}


def cached(call: Call, key: tuple[Any, ...], build: Callable[[], Any]) -> Any:
    """What `build` gives, kept for this caller and address until a record of the API changes."""
    revision = call.session.store.revision(API)
    views: tuple[int, dict[tuple[Any, ...], Any]] | None = call.session.cache.get(_VIEWS)
    if views is None or views[0] != revision or len(views[1]) >= _MOST_VIEWS:
        views = call.session.cache[_VIEWS] = (revision, {})
    full_key = (caller_of(call).user["id"], call.base_url, *key)
    found = views[1].get(full_key)
    if found is None:
        found = views[1][full_key] = freeze(build())
    return found


def may_see(caller: Caller, dashboard: Mapping[str, Any]) -> bool:
    """Whether a dashboard is shared with the caller's role."""
    roles = dashboard.get("_visible_to")
    return roles is None or caller.role in roles


def may_change(caller: Caller, dashboard: Mapping[str, Any]) -> bool:
    """Whether a dashboard is the caller's own or the caller administrates the workspace."""
    return "view_all_jobs" in caller.permissions or dashboard["owner_id"] == caller.user["id"]


def seen_dashboard(call: Call, id: int) -> Mapping[str, Any]:
    """The stored dashboard. Raises a 404 `Fault` when there is none, 403 when it is not shared with the caller."""
    dashboard = call.session.store.get(API, "dashboards", id)
    if dashboard is None:
        raise not_found("dashboard", id)
    if not may_see(caller_of(call), dashboard):
        raise denied(f"Dashboard {id} is not shared with you.")
    return dashboard


def seen_widget(call: Call, id: int) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The stored widget and its dashboard. Raises a `Fault`: 404 when there is none, 403 when not shared."""
    widget = call.session.store.get(API, "dashboard_widgets", id)
    if widget is None:
        raise not_found("dashboard widget", id)
    return widget, seen_dashboard(call, widget["_dashboard_id"])


def has_data(widget: Mapping[str, Any]) -> bool:
    """Whether a widget draws a report, so that there is something to export."""
    return bool(widget["source_type"] == "QueryReport")


def charts_of(session: Session, dashboard_id: int) -> list[Mapping[str, Any]]:
    """The widgets of a dashboard that draw a report."""
    widgets = session.store.list(API, "dashboard_widgets")
    return [widget for widget in widgets if widget["_dashboard_id"] == dashboard_id and has_data(widget)]


def slug(title: str) -> str:
    """A title as it stands in addresses and file names: `Flights per month` is `flights-per-month`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "untitled"


def dashboard_view(call: Call, dashboard: Mapping[str, Any], *, with_url: bool = True) -> dict[str, Any]:
    """A dashboard with its filters and widgets. Its widgets do not contain it again."""
    caller = caller_of(call)
    crud = may_change(caller, dashboard)
    widgets = call.session.store.list(API, "dashboard_widgets")
    view = public(dashboard)
    view["dynamic_filters"] = [_filter_view(entry, crud) for entry in dashboard["dynamic_filters"]]
    view["widgets"] = [widget_view(call, entry) for entry in widgets if entry["_dashboard_id"] == dashboard["id"]]
    if with_url:
        view["url"] = dashboard_url(call.base_url, dashboard)
    return view


def widget_view(call: Call, widget: Mapping[str, Any]) -> dict[str, Any]:
    """A widget and what the caller may do with it."""
    caller = caller_of(call)
    data = has_data(widget)
    view = public(widget)
    view["permissions"] = {
        "can_explore": data and caller.role != "user",
        "can_export": data and "export" in caller.permissions,
        "can_export_data": data and {"export", "export_data"} <= caller.permissions,
    }
    return view


def widget_url(call: Call, widget: Mapping[str, Any], dashboard: Mapping[str, Any]) -> str:
    """The web address of a widget: its dashboard's, with the widget's id (API docs, export tutorial)."""
    return f"{dashboard_url(call.base_url, dashboard)}?_e={widget['id']}"


def dashboard_url(base_url: str, dashboard: Mapping[str, Any]) -> str:
    """The web address of a dashboard below the API's public root."""
    return f"{base_url}/dashboards/v{dashboard['version']}/{dashboard['id']}-{slug(dashboard['title'])}"


def _filter_view(dynamic_filter: Mapping[str, Any], crud: bool) -> dict[str, Any]:
    view = public(dynamic_filter)
    view["permissions"] = {"read": True, "crud": crud, "use": True}
    view["mappings"] = [{**public(mapping), "permissions": {"crud": crud}} for mapping in dynamic_filter["mappings"]]
    return view
