"""Every link of the documents leads from a real reply to a call that succeeds."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from schemathesis.core.result import Ok
from schemathesis.generation.stateful.state_machine import StepOutput
from schemathesis.specs.openapi.stateful.links import OpenApiLink

from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.jobs import FINAL
from tests.contract.apis import KEY, holistics, holistics_v1, in_process
from tests.contract.suite import prepare

TIMING = {"repeat": "0 7 * * 1", "paused": True}
MAIL = {"type": "EmailDest", "recipients": ["a@example.com"]}
SCHEDULE = {"source_type": "Dashboard", "source_id": 16077, "schedule": TIMING, "dest": MAIL}
ALERT = {
    "source_type": "DashboardWidget",
    "source_id": 4175,
    "schedule": TIMING,
    "dest": MAIL,
    "dynamic_filter_presets": [],
}

DASHBOARD = {"dest_type": "EmailDest", "source_type": "Dashboard", "source_id": 16077}
WIDGET = {"dest_type": "EmailDest", "source_type": "DashboardWidget", "source_id": 4175, "search_term": "month"}

# What a caller adds to the link's own parameters, and where a journey has to begin with something special.
ADDED: dict[str, dict[str, Any]] = {
    "dashboard_widgets_submit_export": {"query": {"output": "csv"}},
    "dashboards_list": {"query": {"limit": 1, "sort": "id_asc"}},
    "users_list": {"query": {"limit": 1, "sort": "id_asc"}},
    "groups_list": {"query": {"limit": 1, "sort": "id_asc"}},
    "user_attributes_list": {"query": {"limit": 1}},
    "groups_add_user": {"path_parameters": {"user_id": 2}},
    "groups_update": {"body": {"group": {"name": "Renamed"}}},
    "user_attributes_update": {"body": {"user_attribute": {"name": "r", "attribute_type": "string", "label": "R"}}},
    "data_schedules_list": {"query": {"limit": 1, **DASHBOARD}},
    "data_schedules_create": {"body": {"data_schedule": SCHEDULE}},
    "data_schedules_update": {"body": {"data_schedule": SCHEDULE}},
    "data_alerts_list": {"query": {"limit": 1, **WIDGET}},
    "data_alerts_create": {"body": {"data_alert": ALERT}},
    "data_alerts_update": {"body": {"data_alert": ALERT}},
    "data_alerts_submit_execute_test": {"body": {"test_data_alert": ALERT}},
    "data_sources_update": {"body": {"data_source": {"name": "Renamed"}}, "media_type": "application/json"},
}
BEGIN: dict[str, dict[str, Any]] = {
    "dashboards_list": {},
    "dashboards_get": {"path_parameters": {"id": 16076}},
    "dashboard_widgets_get": {"path_parameters": {"id": 4175}},
    "dashboard_widgets_submit_export": {"path_parameters": {"id": 4175}},
    "dashboards_submit_preload": {"path_parameters": {"id": 16076}},
    "data_sources_get": {"path_parameters": {"id": 1}},
    "data_sources_bust_exploration_cache": {"path_parameters": {"id": 1}},
    "data_sets_get": {"path_parameters": {"id": 203}},
    "data_models_get": {"path_parameters": {"id": 104}},
    "data_models_delete": {"path_parameters": {"id": 107}, "query": {"drop_import_table": "true"}},
    "query_reports_get": {"path_parameters": {"id": 12370}},
    "jobs_get": {},  # of a job that the journey itself starts
    "users_list": {},
    "users_invite": {"body": {"emails": ["guest-NEW@example.com"], "role": "user"}},
    "users_resend_invite": {"path_parameters": {"id": 4}},
    "groups_list": {},
    "groups_create": {"body": {"group": {"name": "Group NEW"}}},
    "groups_add_user": {"path_parameters": {"id": 3, "user_id": 3}},
    "groups_remove_user": {"path_parameters": {"id": 1, "user_id": 1}},
    "user_attributes_list": {},
    "user_attributes_create": {"body": {"user_attribute": {"name": "NEW", "attribute_type": "string", "label": "L"}}},
    "user_attribute_entries_upsert": {
        "body": {"user_attribute_entries": [{"user_attribute_id": 2, "subject_type": "User", "subject_id": 2}]}
    },
    "users_update": {"path_parameters": {"id": 2}, "body": {}},  # its last link deletes the user
    "users_delete": {"path_parameters": {"id": 3}},
    "data_schedules_create": {},
    "data_schedules_list": {},
    "data_schedules_get": {},  # these, of a schedule or alert that the journey itself creates
    "data_schedules_update": {},
    "data_schedules_submit_execute": {},
    "data_alerts_create": {},
    "data_alerts_list": {},
    "data_alerts_get": {},
    "data_alerts_update": {},
    "data_alerts_submit_execute": {},
    "data_alerts_submit_execute_test": {},
}
CREATORS = {"data_schedules": "data_schedule", "data_alerts": "data_alert"}

REPORT = {"path_parameters": {"report_id": 12345}}
EXPORT = {"path_parameters": {"report_id": 12345, "format": "csv"}}
MAILING = {
    "title": "Months NEW",
    "recipients": ["a@example.com"],
    "source": {"type": "QueryReport", "id": 12345},
    "schedule": {"repeat": "0 7 * * 1"},
}
LEGACY_ADDED: dict[str, dict[str, Any]] = {
    "groups_update": {"body": {"group": {"name": "Renamed"}}},
    "groups_add_user": {"path_parameters": {"user_id": 2}},
    "email_schedules_update": {"body": {"title": "Renamed"}},
}
LEGACY_BEGIN: dict[str, dict[str, Any]] = {
    "reports_submit_query": REPORT,
    "reports_submit_export": EXPORT,
    "reports_submit_export_with_body": EXPORT,
    "data_imports_execute": {"path_parameters": {"data_import_id": 5101}},
    "data_transforms_execute": {"path_parameters": {"data_transform_id": 5201}},
    "transports_submit": {"body": {"from_ds_id": 1, "dest_ds_id": 1, "from_table_name": "airlines"}},
    "groups_create": {"body": {"group": {"name": "Group NEW"}}},
    "email_schedules_create": {"body": MAILING},
}
LEGACY_JOBS = ("report_export", "report_query", "data_import", "data_transform", "transport")
AFTER_THE_JOB = ("exports_download",)  # what only works when the job has ended
HEADERS = {"X-Holistics-Key": KEY}


def test_every_link_leads_from_a_reply_to_a_call_that_succeeds(tmp_path: Path) -> None:
    with in_process(tmp_path) as emulation:
        schema = prepare(holistics(), emulation.control, Counter(), app=emulation.api)
        followed = [
            (operation_id, link.name)
            for operation_id, begin in BEGIN.items()
            for link in links_of(schema, operation_id)
            if followed_through(schema, emulation, link, begin)
        ]
    assert sorted(followed) == sorted(declared(schema))


def test_every_link_of_the_legacy_api_leads_from_a_reply_to_a_call_that_succeeds(tmp_path: Path) -> None:
    with in_process(tmp_path) as emulation:
        schema = prepare(holistics_v1(), emulation.control, Counter(), app=emulation.api)
        followed = [
            (operation_id, link.name)
            for operation_id, begin in LEGACY_BEGIN.items()
            for link in links_of(schema, operation_id)
            if followed_through(schema, emulation, link, begin)
        ]
    assert sorted(followed) == sorted(declared(schema))


def links_of(schema: Any, operation_id: str) -> list[OpenApiLink]:
    """The links of an operation's replies."""
    operation = schema.find_operation_by_id(operation_id)
    links = [
        OpenApiLink(name, status, definition, operation)
        for status, response in operation.responses.items()
        for name, definition in response.iter_links()
    ]
    assert links, f"{operation_id} has no links; take it out of the list"
    return links


def followed_through(schema: Any, emulation: Emulation, link: OpenApiLink, begin: dict[str, Any]) -> bool:
    """Call an operation in a session that is as new, and what one of its links leads to: both succeed."""
    control, source = emulation.control, link.source.definition.raw["operationId"]
    control.reset()  # an earlier journey may have deleted what this one begins with
    again = link.name == "follow_existing"
    target = link.target.definition.raw["operationId"]
    held = again or target == "jobs_cancel"
    control.jobs.set_progression("dashboard_preload", "manual")
    for kind in ("widget_export", "user_invitation", *LEGACY_JOBS):
        control.jobs.set_progression(kind, "manual" if held else "immediate")
    fresh = json.loads(json.dumps(begin).replace("NEW", link.name))
    output = call(schema, source, begun(schema, source, fresh), times=2 if again else 1)
    for job in control.jobs.list() if target in AFTER_THE_JOB else ():
        control.jobs.wait(job["id"])
    reply = call(schema, target, values_of(link, output)).response
    for job in control.jobs.list():
        if job["status"] not in FINAL:
            control.jobs.cancel(job["id"])
    assert reply.status_code in (200, 201, 302), f"{link.full_name}: {reply.status_code} {reply.text}"
    return True


def declared(schema: Any) -> list[tuple[str, str]]:
    """All links of a document: operation and name."""
    return [
        (operation["operationId"], name)
        for methods in schema.raw_schema["paths"].values()
        for operation in methods.values()
        if "operationId" in operation
        for reply in operation["responses"].values()
        for name in reply.get("links", {})
    ]


def begun(schema: Any, operation_id: str, begin: dict[str, Any]) -> dict[str, Any]:
    """Where a journey begins: a job, schedule or alert is made for it, so that no other journey has changed it."""
    if is_legacy(schema):
        return begin
    if operation_id == "jobs_get":
        submitted = call(schema, "dashboard_widgets_submit_export", {"path_parameters": {"id": 4175}})
        return {"path_parameters": {"id": submitted.response.json()["job"]["id"]}}
    for kind, key in CREATORS.items():
        if operation_id.startswith(kind):
            made = call(schema, f"{kind}_create", {}).response.json()
            return {"path_parameters": {"id": made[key]["id"]}} if has_id(schema, operation_id) else begin
    return begin


def is_legacy(schema: Any) -> bool:
    return "reports_submit_query" in {operation_id for operation_id, _ in declared(schema)}


def has_id(schema: Any, operation_id: str) -> bool:
    return "{id}" in schema.find_operation_by_id(operation_id).path


def call(schema: Any, operation_id: str, values: dict[str, Any], times: int = 1) -> StepOutput:
    """Call an operation as often as asked, check the last reply by the document, and give it."""
    added = (LEGACY_ADDED if is_legacy(schema) else ADDED).get(operation_id, {})
    merged = {**added, **values}
    for place in ("query", "path_parameters"):
        merged[place] = {**added.get(place, {}), **values.get(place, {})}
    for _ in range(times):
        case = schema.find_operation_by_id(operation_id).Case(**merged, headers=HEADERS)
        reply = case.call()
    case.validate_response(reply)
    return StepOutput(response=reply, case=case)


def values_of(link: OpenApiLink, output: StepOutput) -> dict[str, Any]:
    """What a link takes over from a reply, by place and name."""
    found: dict[str, Any] = {}
    for place, parameters in link.extract(output).parameters.items():
        for name, extracted in parameters.items():
            assert isinstance(extracted.value, Ok), f"{link.full_name}: {name}: {extracted.value}"
            found.setdefault(place, {})[name] = extracted.value.ok()
    return found
