"""Data alerts: create, list, read, change, delete, run now, try out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.kernel.context import Answer, Call, Handlers

from .attribute_values import values_of
from .jobs import submit
from .listing import listed
from .owned import ALERTS
from .schedule_checks import (
    Problems,
    as_submitted,
    check_channels,
    check_presets,
    check_timing,
    kept_presets,
    kept_timing,
    owner_of,
    part,
)
from .views import API, caller_of, has_data, may_see, public
from .viz_conditions import narrowed
from .widget_query import catalog_of, compiled_widget

__all__ = ["EXECUTE", "handlers"]

EXECUTE = "data_alert"
_DEST_KEYS = {
    "EmailDest": ("type", "title", "recipients", "options"),
    "SlackDest": ("type", "title", "message", "slack_channels"),
}
_CONDITION_KEYS = ("id", "field_path", "aggregation", "transformation", "condition")
_PATH_KEYS = ("field_name", "model_id", "data_set_id", "is_metric")

handlers = Handlers()


@handlers.operation("data_alerts_create")
def data_alerts_create(call: Call) -> Answer:
    """Keep a new alert."""
    body = call.body["data_alert"]
    return Answer(201, {"data_alert": ALERTS.create(call, _checked(call, body), body.get("id"))})


@handlers.operation("data_alerts_list")
def data_alerts_list(call: Call) -> Answer:
    """One page of the alerts that the caller may see."""
    query = call.query
    term = (query.get("search_term") or "").casefold()

    def wanted(record: Mapping[str, Any]) -> bool:
        pairs = (("source_type", record["source_type"]), ("source_id", record["source_id"]))
        fits = all(query.get(name) in (None, value) for name, value in pairs)
        return fits and query.get("dest_type") in (None, record["dest"]["type"]) and term in record["title"].casefold()

    page, cursors = listed(call, lambda: filter(wanted, ALERTS.seen(call)), lambda each: (each["id"],))
    return Answer(body={"data_alerts": [public(each) for each in page], "cursors": cursors})


@handlers.operation("data_alerts_get")
def data_alerts_get(call: Call) -> Answer:
    """One alert."""
    return Answer(body={"data_alert": public(ALERTS.get(call, call.path["id"]))})


@handlers.operation("data_alerts_update")
def data_alerts_update(call: Call) -> Answer:
    """Put another alert in the place of one."""
    record = ALERTS.get(call, call.path["id"])
    return Answer(body={"data_alert": ALERTS.replace(call, record, _checked(call, call.body["data_alert"], record))})


@handlers.operation("data_alerts_delete")
def data_alerts_delete(call: Call) -> Answer:
    """Remove an alert."""
    return Answer(body=ALERTS.delete(call, ALERTS.get(call, call.path["id"])))


@handlers.operation("data_alerts_submit_execute")
def data_alerts_submit_execute(call: Call) -> Answer:
    """Start a job that runs an alert now."""
    record = ALERTS.get(call, call.path["id"])
    params = {"alert_id": record["id"], **_now(call)}
    return submit(call, EXECUTE, params, {"type": "DataAlert", "id": record["id"], "action": "execute"}, again=True)


@handlers.operation("data_alerts_submit_execute_test")
def data_alerts_submit_execute_test(call: Call) -> Answer:
    """Start a job that does what an alert would do; the alert itself is not kept."""
    record = {**_checked(call, call.body["test_data_alert"]), "_owner_id": caller_of(call).user["id"]}
    source = {"type": "DataAlert", "id": None, "action": "execute_test"}
    return submit(call, EXECUTE, {"alert": record, **_now(call)}, source, again=True)


def _now(call: Call) -> dict[str, str]:
    return {"due": call.session.clock.now().isoformat(), "base_url": call.base_url}


def _checked(call: Call, body: Mapping[str, Any], earlier: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The record to keep. Raises a 422 `Fault` that says all that is wrong."""
    problems = Problems()
    if earlier is not None and body.get("id", earlier["id"]) != earlier["id"]:
        problems.add("id", f"is {body['id']}, and the alert is {earlier['id']}; leave it out")
    check_timing(call.session, problems, body["schedule"])
    if body["dest"]["type"] == "SlackDest":
        check_channels(problems, body["dest"])
    widget = _check_source(call, problems, body)
    problems.raise_if_any()
    assert widget is not None, "without a widget there is a problem"
    _check_conditions(call, problems, body, widget, earlier)
    problems.raise_if_any()
    return _kept(body, widget)


def _kept(body: Mapping[str, Any], widget: Mapping[str, Any]) -> dict[str, Any]:
    dest = part(body["dest"], _DEST_KEYS[body["dest"]["type"]])
    if "options" in dest:
        dest["options"] = part(dest["options"], ("body_text",))
    if "slack_channels" in dest:
        dest["slack_channels"] = [part(channel, ("id", "name")) for channel in dest["slack_channels"]]
    kept = {
        "title": body.get("title") or widget["source_title"],
        "source_id": body["source_id"],
        "source_type": body["source_type"],
        "schedule": kept_timing(body["schedule"]),
        "dynamic_filter_presets": kept_presets(body["dynamic_filter_presets"]),
        "dest": dest,
    }
    if "viz_conditions" in body:
        given = body["viz_conditions"]
        kept["viz_conditions"] = None if given is None else [_kept_condition(each) for each in given]
    return kept


def _kept_condition(given: Mapping[str, Any]) -> dict[str, Any]:
    kept = part(given, _CONDITION_KEYS)
    kept["field_path"] = part(given["field_path"], _PATH_KEYS)
    kept["condition"] = part(given["condition"], ("operator", "values", "modifier"))
    return kept


def _check_source(call: Call, problems: Problems, body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The widget is there, shared with the caller, and shows data."""
    id = body["source_id"]
    widget = call.session.store.get(API, "dashboard_widgets", id)
    if widget is None:
        problems.add("source_id", f"there is no widget {id}")
        return None
    dashboard = call.session.store.get(API, "dashboards", widget["_dashboard_id"])
    if dashboard is None or not may_see(caller_of(call), dashboard):
        problems.add("source_id", f"widget {id} is not shared with you")
    elif not has_data(widget):
        problems.add("source_id", f"widget {id} is of type {widget['source_type']} and has no data to watch")
    return widget


def _check_conditions(
    call: Call,
    problems: Problems,
    body: Mapping[str, Any],
    widget: Mapping[str, Any],
    earlier: Mapping[str, Any] | None,
) -> None:
    """The presets suit the dashboard, the conditions are about fields that the widget shows."""
    session, user = call.session, owner_of(call, earlier)
    dashboard = session.store.get(API, "dashboards", widget["_dashboard_id"])
    report = session.store.get(API, "query_reports", widget["source_id"])
    assert dashboard is not None
    assert report is not None
    presets = body["dynamic_filter_presets"]
    check_presets(session, problems, user, dashboard, [widget], presets)
    problems.raise_if_any()
    query = compiled_widget(session, user, dashboard, widget, as_submitted(presets))
    try:
        narrowed(
            catalog_of(session),
            report,
            query.compiled,
            body.get("viz_conditions") or (),
            attributes=values_of(session, "User", user["id"]),
            now=session.clock.now(),
        )
    except ConditionError as error:
        problems.add("viz_conditions", str(error))
