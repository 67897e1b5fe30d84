"""Dashboard widgets: read one, export one."""

from __future__ import annotations

from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .jobs import submit
from .refusals import cannot, denied, invalid
from .removal import message, remove_widget
from .views import (
    API,
    cached,
    caller_of,
    dashboard_view,
    has_data,
    may_change,
    public,
    seen_widget,
    widget_url,
    widget_view,
)
from .widget_query import checked_conditions

__all__ = ["EXPORT", "handlers"]

EXPORT = "widget_export"
_FORMATS = ("csv", "xlsx", "pdf")
_DATA_FORMATS = ("csv", "xlsx")

handlers = Handlers()


@handlers.operation("dashboard_widgets_get")
def dashboard_widgets_get(call: Call) -> Answer:
    """One widget, with its dashboard, its report and the addresses where they are asked for."""
    widget, dashboard = seen_widget(call, call.path["id"])
    asked = tuple(bool(call.query.get(f"include_{part}")) for part in ("dashboard", "report", "url"))

    def build() -> dict[str, Any]:
        with_dashboard, with_report, with_url = asked
        view = widget_view(call, widget)
        if with_url:
            view["url"] = widget_url(call, widget, dashboard)
        if with_dashboard:
            view["dashboard"] = dashboard_view(call, dashboard, with_url=with_url)
        if with_report and has_data(widget):
            report = call.session.store.get(API, "query_reports", widget["source_id"])
            if report is not None:
                view["query_report"] = public(report)
        return {"dashboard_widget": view}

    return Answer(body=cached(call, ("widget", widget["id"], *asked), build))


@handlers.operation("dashboard_widgets_delete")
def dashboard_widgets_delete(call: Call) -> Answer:
    """Take a widget off its dashboard, with what has no sense without it."""
    widget, dashboard = seen_widget(call, call.path["id"])
    if not may_change(caller_of(call), dashboard):
        raise denied(f"Dashboard {dashboard['id']} belongs to somebody else, so its widgets are not yours to delete.")
    remove_widget(call.session, widget)
    return message("Dashboard widget", widget["id"])


@handlers.operation("dashboard_widgets_submit_export")
def dashboard_widgets_submit_export(call: Call) -> Answer:
    """Start a job that writes what the widget shows into a file."""
    widget, dashboard = seen_widget(call, call.path["id"])
    body = call.body or {}
    output = _output(call.query.get("output"), body.get("output"))
    if output in _DATA_FORMATS and "export_data" not in caller_of(call).permissions:
        raise denied(f"You are not permitted to export data, so {output} is not for you; pdf is.")
    if not has_data(widget):
        raise cannot(f"Widget {widget['id']} is of type {widget['source_type']} and has nothing to export.")
    params = {
        "widget_id": widget["id"],
        "output": output,
        "conditions": checked_conditions(call, dashboard, [widget]),
    }
    source = {"type": "DashboardWidget", "id": widget["id"], "action": "export"}
    return submit(call, EXPORT, params, source)


def _output(in_query: str | None, in_body: str | None) -> str:
    """The format asked for: from the query (API reference) or the body (tutorial); both may say it if they agree."""
    remedy = f"Give the format as {', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}."
    if in_query is not None and in_body is not None and in_query != in_body:
        raise invalid(
            f"output: the query says {in_query!r} and the body {in_body!r}", "Say it once, or the same twice."
        )
    output = in_query if in_query is not None else in_body
    if output is None:
        raise invalid("output: missing", remedy, status=400)
    if output not in _FORMATS:
        raise invalid(f"output: {output!r} is none of {', '.join(_FORMATS)}", remedy, status=400)
    return output
