"""What schemathesis cannot know about data schedules and data alerts of the Holistics API."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["SCHEDULES"]

_SCHEDULE = ("data_schedules_create", "data_schedules_update")
_ALERT = ("data_alerts_create", "data_alerts_update", "data_alerts_submit_execute_test")
_TIMING = {"repeat": "0 7 * * 1", "paused": True}
_MAIL = {"type": "EmailDest", "recipients": ["a@example.com"]}
_FILE = {"type": "SftpDest", "data_source_id": 2, "file_path": "out/rows.csv", "dashboard_widget_id": 4190}
_CONDITION = {"operator": "none", "values": []}


def _ask(operation: str, **changes: Any) -> Ask:
    """A request that keeps a schedule or an alert, sound but for the changes."""
    record = {"source_type": "Dashboard", "source_id": 16077, "schedule": _TIMING, "dest": _MAIL, **changes}
    if operation in _SCHEDULE:
        return Ask(operation, {"id": 501} if operation.endswith("update") else {}, body={"data_schedule": record})
    record = {"dynamic_filter_presets": [], **record, "source_type": "DashboardWidget"}
    record["source_id"] = changes.get("source_id", 4175)
    key = "test_data_alert" if operation.endswith("test") else "data_alert"
    return Ask(operation, {"id": 601} if operation.endswith("update") else {}, body={key: record})


def _each(operations: tuple[str, ...], *changes: dict[str, Any]) -> tuple[Ask, ...]:
    """One request for each operation with the first of the changes; the rest of them with the first operation."""
    first, *rest = changes
    return (*(_ask(name, **first) for name in operations), *(_ask(operations[0], **each) for each in rest))


def _preset(id: int, condition: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"dynamic_filter_id": id, "preset_condition": condition or _CONDITION}


def _mail(**options: Any) -> dict[str, Any]:
    return {"dest": {**_MAIL, "options": options}}


def _file(**changes: Any) -> dict[str, Any]:
    return {"dest": {**_FILE, **changes}}


def _test(field: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "viz_conditions": [{"field_path": field, "condition": {"operator": "greater_than", "values": [1]}, **changes}]
    }


_NO_WIDGET = {key: value for key, value in _FILE.items() if key != "dashboard_widget_id"}
_REPORT = {"source_type": "QueryReport", "source_id": 12360}
_INVALID = r"The condition( on filter .*)?( with operator '\w+')? is not valid: "

SCHEDULES = (
    Exclusion(
        ("data_schedules_update", "data_alerts_update"), 422,
        (r"id: is \d+, and the (schedule|alert) is \d+; leave it out",),
        "OpenAPI cannot ask for the same value in the path and the body.",
        (_ask("data_schedules_update", id=9), _ask("data_alerts_update", id=9)),
    ),
    Exclusion(
        ("data_schedules_create", "data_alerts_create"), 422,
        (r"id: has already been taken", r"id: must be at most \d+"),
        "Which ids are taken is state; how high one may be chosen, so that there are ids after it, no vendor says.",
        (_ask("data_schedules_create", id=501), _ask("data_alerts_create", id=601),
         _ask("data_alerts_create", id=2**52)),
    ),
    Exclusion(
        _SCHEDULE + _ALERT, 422,
        (r"schedule: crontab=.*",),
        "A crontab is more than a pattern can say: five fields with their ranges, and a day that there is.",
        _each(_SCHEDULE + _ALERT, {"schedule": {**_TIMING, "repeat": "0 0 30 2 *"}},
              {"schedule": {**_TIMING, "repeat": "at seven, please"}}),
    ),
    Exclusion(
        _SCHEDULE, 422,
        (r"source_id: there is no (dashboard|report) \d+",),
        "Which objects there are is state.",
        _each(_SCHEDULE, {"source_id": 1}, {"source_type": "QueryReport", "source_id": 1}),
    ),
    Exclusion(
        _ALERT, 422,
        (r"source_id: there is no widget \d+", r"source_id: widget \d+ is of type Text and has no data to watch"),
        "Which widgets there are, and which hold data, is state.",
        _each(_ALERT, {"source_id": 1}, {"source_id": 4174}),
    ),
    Exclusion(
        _SCHEDULE + _ALERT, 422,
        (rf"dynamic_filter_presets: {_INVALID}dynamic_filter_id is .*(and dashboard \d+ has no such filter|twice)\..*",
         rf"dynamic_filter_presets: {_INVALID}(operator|values|modifier|condition) .*"),
        "Which filters a dashboard has, of which type, is state.",
        (*_each(_SCHEDULE, {"dynamic_filter_presets": [_preset(1)]}),
         *_each(_ALERT, {"dynamic_filter_presets": [_preset(1)]}),
         _ask("data_alerts_create", dynamic_filter_presets=[_preset(2335, {"operator": "is_true", "values": []})])),
    ),
    Exclusion(
        _SCHEDULE, 422,
        (r"dynamic_filter_presets: a report has no filters; .*",
         r"dest: attachment_formats has excel_dashboard, and a report is no dashboard; .*",
         r"dest: selected_type is widget, and a report has none; .*",
         r"dest: dashboard_widget_id: a report has no widgets; .*",
         r"dest: dashboard_widget_id is missing; .*"),
        "OpenAPI cannot say that what is allowed in one place depends on what is sent in another.",
        _each(_SCHEDULE, {**_REPORT, "dynamic_filter_presets": [_preset(2345)]},
              {**_REPORT, **_mail(attachment_formats=["excel_dashboard"])},
              {**_REPORT, **_mail(selected_type="widget", selected_values=[4190])},
              {**_REPORT, **_file()}, {"dest": _NO_WIDGET}),
    ),
    Exclusion(
        _SCHEDULE, 422,
        (r"dest: selected_type is tab, and dashboards of this version have none; .*",
         r"dest: selected_values is empty; give the ids of widgets",
         r"dest: (selected_values has|dashboard_widget_id:) .* no chart of dashboard \d+",
         r"dest: data_source_id: (there is no data source \d+|data source \d+ is of type \w+, not \w+)"),
        "Which tabs, charts and machines there are is state.",
        _each(_SCHEDULE, _mail(selected_type="tab"), _mail(selected_type="widget"),
              _mail(selected_type="widget", selected_values=["x"]), _file(dashboard_widget_id=4175),
              _file(data_source_id=9), _file(data_source_id=1)),
    ),
    Exclusion(
        _SCHEDULE, 422,
        (r"dest: file_path: it (has a control character|has \.\. in it; .*|names no file)",),
        "The vendor calls a path a string only; that it stays within its folder is for the safety of the operator.",
        _each(_SCHEDULE, _file(file_path="../a.csv"), _file(file_path="a/"), _file(file_path="a\n.csv")),
    ),
    Exclusion(
        _SCHEDULE + _ALERT, 422,
        (r"dest: slack_channels has a channel with neither id nor name",),
        "Neither key is required by itself, and a channel has to have a name that is not blank, or an id.",
        _each(_SCHEDULE + _ALERT, {"dest": {"type": "SlackDest", "slack_channels": [{"name": " "}]}}),
    ),
    Exclusion(
        _ALERT, 422,
        (rf"viz_conditions: {_INVALID}(field_path|aggregation|transformation|operator|values|modifier|condition) .*",),
        "Which fields a widget shows, of which type, is state.",
        _each(_ALERT, _test({"field_name": "x"})),
    ),
)  # fmt: skip
