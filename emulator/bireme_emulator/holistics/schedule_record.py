"""A data schedule as it comes in a request: checked, and reduced to the keys that the API knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .schedule_checks import (
    DATA_FORMATS,
    Problems,
    check_channels,
    check_data_rights,
    check_presets,
    check_timing,
    kept_presets,
    kept_timing,
    owner_of,
    part,
)
from .views import API, caller_of, charts_of, may_see

if TYPE_CHECKING:
    from bireme_emulator.kernel.context import Call
    from bireme_emulator.kernel.sessions import Session

__all__ = ["DROPS", "checked_schedule", "may_see_report"]

DROPS = {"SftpDest": "sftp", "Adls2Dest": "adls2"}  # which data sources stand for the machines that files go to
_FILE_KEYS = ("type", "data_source_id", "file_path", "dashboard_widget_id", "format", "include_header", "separator")
_KEYS = {
    "EmailDest": ("type", "title", "recipients", "options"),
    "SlackDest": ("type", "slack_channels", "title", "message", "hide_filters"),
    "SftpDest": _FILE_KEYS,
    "Adls2Dest": _FILE_KEYS,
}
_OPTIONS = (
    "preview",
    "include_header",
    "include_report_link",
    "include_filters",
    "dont_send_when_empty",
    "body_text",
    "attachment_formats",
    "selected_type",
    "selected_values",
)


def checked_schedule(call: Call, body: Mapping[str, Any], earlier: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The record to keep; `earlier` is the one it will replace.

    Raises a 422 `Fault` that says all that is wrong, a 403 one when the caller may not export what it would send.
    """
    problems = Problems()
    if earlier is not None and body.get("id", earlier["id"]) != earlier["id"]:
        problems.add("id", f"is {body['id']}, and the schedule is {earlier['id']}; leave it out")
    check_timing(call.session, problems, body["schedule"])
    charts = _check_source(call, problems, body, earlier)
    _check_dest(call, problems, body, charts)
    problems.raise_if_any()
    dest = part(body["dest"], _KEYS[body["dest"]["type"]])
    if "options" in dest:
        dest["options"] = part(dest["options"], _OPTIONS)
    if "slack_channels" in dest:
        dest["slack_channels"] = [part(channel, ("id", "name")) for channel in dest["slack_channels"]]
    return {
        "source_type": body["source_type"],
        "source_id": body["source_id"],
        "schedule": kept_timing(body["schedule"]),
        "dynamic_filter_presets": kept_presets(body.get("dynamic_filter_presets")),
        "dest": dest,
    }


def may_see_report(session: Session, role_sees: Sequence[Mapping[str, Any]], report_id: int) -> bool:
    """Whether a report is open to somebody who sees these dashboards: it lies on one of them, or on none at all."""
    widgets = session.store.list(API, "dashboard_widgets")
    places = {
        widget["_dashboard_id"]
        for widget in widgets
        if widget["source_type"] == "QueryReport" and widget["source_id"] == report_id
    }
    return not places or bool(places & {dashboard["id"] for dashboard in role_sees})


def _check_source(
    call: Call, problems: Problems, body: Mapping[str, Any], earlier: Mapping[str, Any] | None
) -> list[Mapping[str, Any]]:
    """The source is there and shared with the caller, the presets suit it; gives the charts of a dashboard."""
    session, id = call.session, body["source_id"]
    presets = body.get("dynamic_filter_presets") or ()
    if body["source_type"] == "QueryReport":
        seen = [each for each in session.store.list(API, "dashboards") if may_see(caller_of(call), each)]
        if session.store.get(API, "query_reports", id) is None:
            problems.add("source_id", f"there is no report {id}")
        elif not may_see_report(session, seen, id):
            problems.add("source_id", f"report {id} is not shared with you")
        if presets:
            problems.add("dynamic_filter_presets", "a report has no filters; send the dashboard that it lies on")
        return []
    dashboard = session.store.get(API, "dashboards", id)
    if dashboard is None:
        problems.add("source_id", f"there is no dashboard {id}")
        return []
    if not may_see(caller_of(call), dashboard):
        problems.add("source_id", f"dashboard {id} is not shared with you")
        return []
    charts = charts_of(session, id)
    check_presets(session, problems, owner_of(call, earlier), dashboard, charts, presets)
    return charts


def _check_dest(call: Call, problems: Problems, body: Mapping[str, Any], charts: list[Mapping[str, Any]]) -> None:
    dest = body["dest"]
    if dest["type"] == "EmailDest":
        _check_options(call, problems, body, charts)
    elif dest["type"] == "SlackDest":
        check_channels(problems, dest)
    else:
        check_data_rights(call, "a file for another machine")
        _check_drop(call, problems, body, charts)


def _check_options(call: Call, problems: Problems, body: Mapping[str, Any], charts: list[Mapping[str, Any]]) -> None:
    """What goes along can be made of the source, and what is selected lies on it."""
    options = body["dest"].get("options") or {}
    formats = options.get("attachment_formats") or ()
    for name in formats:
        if name in DATA_FORMATS:
            check_data_rights(call, f"an attachment as {name}")
    is_report = body["source_type"] == "QueryReport"
    if is_report and "excel_dashboard" in formats:
        problems.add("dest", "attachment_formats has excel_dashboard, and a report is no dashboard; use xlsx")
    selected, values = options.get("selected_type"), options.get("selected_values") or ()
    if selected == "tab":
        problems.add("dest", "selected_type is tab, and dashboards of this version have none; use widget or dashboard")
    if selected != "widget":
        return
    if is_report:
        problems.add("dest", "selected_type is widget, and a report has none; leave it out")
    elif not values:
        problems.add("dest", "selected_values is empty; give the ids of widgets")
    known = {str(chart["id"]) for chart in charts}
    for value in values if not is_report else ():
        if str(value) not in known:
            problems.add("dest", f"selected_values has {value!r}, which is no chart of dashboard {body['source_id']}")


def _check_drop(call: Call, problems: Problems, body: Mapping[str, Any], charts: list[Mapping[str, Any]]) -> None:
    """The data source stands for a machine of that kind, the path names a file, the widget lies on the dashboard."""
    dest = body["dest"]
    kind, id = DROPS[dest["type"]], dest["data_source_id"]
    source = call.session.store.get(API, "data_sources", id)
    if source is None:
        problems.add("dest", f"data_source_id: there is no data source {id}")
    elif source["dbtype"] != kind:
        problems.add("dest", f"data_source_id: data source {id} is of type {source['dbtype']}, not {kind}")
    problem = _path_problem(dest["file_path"])
    if problem is not None:
        problems.add("dest", f"file_path: {problem}")
    widget = dest.get("dashboard_widget_id")
    if body["source_type"] == "QueryReport":
        if widget is not None:
            problems.add("dest", "dashboard_widget_id: a report has no widgets; leave it out")
    elif widget is None:
        problems.add("dest", "dashboard_widget_id is missing; say which chart of the dashboard is to be written")
    elif str(widget) not in {str(chart["id"]) for chart in charts}:
        problems.add("dest", f"dashboard_widget_id: {widget!r} is no chart of dashboard {body['source_id']}")


def _path_problem(path: str) -> str | None:
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in path):
        return "it has a control character"
    if ".." in path.replace("\\", "/").split("/"):
        return "it has .. in it; give the path from the folder that files are put into"
    if path.rstrip().endswith("/") or not path.strip(" ./"):
        return "it names no file"
    return None
