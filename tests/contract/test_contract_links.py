"""Every link of the Holistics document leads from a real reply to a call that succeeds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from schemathesis.core.result import Ok
from schemathesis.generation.stateful.state_machine import StepOutput
from schemathesis.specs.openapi.stateful.links import OpenApiLink

from bireme_emulator.kernel.jobs import FINAL
from tests.contract.apis import KEY, holistics, in_process
from tests.contract.suite import prepare

# What a caller adds to the link's own parameters, and where a journey has to begin with something special.
ADDED = {
    "dashboard_widgets_submit_export": {"query": {"output": "csv"}},
    "dashboards_list": {"query": {"limit": 1, "sort": "id_asc"}},
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
}
HEADERS = {"X-Holistics-Key": KEY}


def test_every_link_leads_from_a_reply_to_a_call_that_succeeds(tmp_path: Path) -> None:
    followed = []
    with in_process(tmp_path) as emulation:
        schema = prepare(holistics(), emulation.control, Counter(), app=emulation.api)
        for operation_id, begin in BEGIN.items():
            operation = schema.find_operation_by_id(operation_id)
            links = {
                name: OpenApiLink(name, status, definition, operation)
                for status, response in operation.responses.items()
                for name, definition in response.iter_links()
            }
            assert links, f"{operation_id} has no links; take it out of BEGIN"
            for name, link in links.items():
                emulation.control.reset()  # an earlier journey may have deleted what this one begins with
                emulation.control.jobs.set_progression("dashboard_preload", "manual")
                again = name == "follow_existing"
                emulation.control.jobs.set_progression("widget_export", "manual" if again else "immediate")
                output = call(schema, operation_id, with_job(schema, operation_id, begin), times=2 if again else 1)
                target = link.target.definition.raw["operationId"]
                reply = call(schema, target, values_of(link, output)).response
                assert reply.status_code in (200, 302), f"{operation_id} -> {name}: {reply.status_code} {reply.text}"
                followed.append((operation_id, name))
                for job in emulation.control.jobs.list():
                    if job["status"] not in FINAL:
                        emulation.control.jobs.cancel(job["id"])
        declared = {
            (operation["operationId"], name)
            for methods in schema.raw_schema["paths"].values()
            for operation in methods.values()
            for reply in operation["responses"].values()
            for name in reply.get("links", {})
        }
    assert set(followed) == declared


def with_job(schema: Any, operation_id: str, begin: dict[str, Any]) -> dict[str, Any]:
    if operation_id != "jobs_get":
        return begin
    submitted = call(schema, "dashboard_widgets_submit_export", {"path_parameters": {"id": 4175}})
    return {"path_parameters": {"id": submitted.response.json()["job"]["id"]}}


def call(schema: Any, operation_id: str, values: dict[str, Any], times: int = 1) -> StepOutput:
    """Call an operation as often as asked, check the last reply by the document, and give it."""
    added = ADDED.get(operation_id, {})
    query = {**added.get("query", {}), **values.get("query", {})}
    for _ in range(times):
        case = schema.find_operation_by_id(operation_id).Case(**{**added, **values, "query": query}, headers=HEADERS)
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
