"""The servers of Cluvio that the contract suite tests: API and data server, in either location.

A resource is tested once its tag is in `TAGS`, the ids of its demo objects are in `_IDS`, and what schemathesis cannot
know about it stands in an `exclusions_cluvio_*.py` of its own (and, if it can be changed, in `exclusions_cluvio.py`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import unquote

from bireme_emulator.cluvio import data_tokens, executions, export_job, export_jobs
from bireme_emulator.cluvio.ids import new_uuid
from bireme_emulator.cluvio.inputs import Inputs
from bireme_emulator.kernel.emulation import Control
from bireme_emulator.kernel.jobs import FINAL
from tests.contract.apis import Api, without_framing
from tests.contract.exclusions_cluvio import CLUVIO, CLUVIO_DOCUMENT
from tests.contract.exclusions_cluvio_data import AGENT

__all__ = ["FORMS", "LOCATIONS", "TAGS", "api_server", "data_server"]

LOCATIONS = ("eu", "us")
MANAGE_KEY = "cluvio-demo-manage-key-0001"
SAMPLE = "smpl-data-0001"
FORMS = (data_tokens.ResultForm(), data_tokens.ResultForm("csv"), data_tokens.ResultForm("csv", ";", ",", "always"))
# The resources that the suite knows enough of: ids and exclusions are here for all of their operations.
TAGS = (
    "Datasources",
    "Datasource Agents",
    "Executions",
    "Dashboards",
    "Dashboard Groups",
    "Dashboard Schedules",
    "Reports",
    "Filters",
    "SQL Snippets",
    "SQL Alerts",
    "Users",
    "User Groups",
    "Export Jobs",
    "Result Data",
    "Schema Data",
)
# The ids of the demo that are drawn half the time for `id`, by the beginning of a path: chance never hits one.
_IDS = {
    "/datasources/": (SAMPLE,),
    "/datasource_agents/": (AGENT,),
    "/users/": ("gail-admn-0001", "adad-love-0001", "cho0-minj-0005", "tomi-kova-0007"),
    "/user_invites/": ("noor-haid-0009",),
    "/filters/": ("fltr-carr-0001", "fltr-dest-0001", "fltr-orig-0001", "fltr-date-0001"),
    "/sql_alerts/": ("mnth-busy-0001", "long-dely-0002", "brkn-qury-0003"),
    "/dashboards/": ("flgt-oper-0001", "flee-tnew-us01"),
    "/dashboard_groups/": ("flgt-dash-0001",),
    "/dashboard_schedules/": ("mond-mail-0001", "mnth-figr-0002"),
    # those of the first dashboard go when it is deleted, those of another one stay
    "/reports/": (
        "flts-mnth-0001",
        "flts-totl-0003",
        "temp-days-0011",
        "prec-mnth-0012",
        "temp-heat-0013",
        "flee-manu-us02",
    ),
    "/sql_snippets/": ("snip-flwn-0001", "snip-late-0001"),
    "/user_groups/": ("allu-sers-0000", "oper-team-0001"),
}


def api_server(location: str, control: Control | None = None, tags: Collection[str] = TAGS) -> Api:
    """The API server of a location, called with the manage key; with `control`, of a state with jobs that are over."""
    document = _served(CLUVIO_DOCUMENT, "api", tags)
    known = {**_IDS, **(_jobs(control, f"cluvio_{location}") if control else {})}
    settings = {
        "headers": {"Authorization": f"Api {MANAGE_KEY}"},
        "dictionaries": {begin.strip("/"): {"values": [*ids]} for begin, ids in known.items()},
        "operations": [
            {
                "include-operation-id": operation["operationId"],
                "parameters": {"path.id": {"dictionary": begin.strip("/"), "probability": 0.5}},
            }
            for path, item in document["paths"].items()
            for begin in known
            for operation in _operations(item)
            if path.startswith(f"{begin}{{id}}")
        ],
    }
    maps = {"map_headers": without_framing}
    path = f"/cluvio/{location}/api"
    return Api(f"cluvio_{location}", document, path, settings, finish_jobs, maps, CLUVIO, renew=put_back)


def _jobs(control: Control, api: str) -> dict[str, tuple[str, ...]]:
    """The ids of an execution and an export job that have succeeded: chance never hits one, links hit them rarely."""
    session, id = control._session, new_uuid(control._session, api)
    execution = executions.start(session, api, SAMPLE, "select * from airlines", inputs=Inputs.of(None, None))
    about = {"dashboard_id": "flgt-oper-0001", "report_id": "flts-mnth-0001", "form": "csv"}
    job = session.jobs.submit(api, export_job.JOB, {**about, "parameters": {}}, source={"type": "ExportJob", "id": id})
    record = {"id": id, "key": "", "job_id": job["id"], "created_at": executions.stamp(session), **about}
    session.store.put(api, export_jobs.KIND, id, record)
    finish_jobs(control)
    return {"/executions/": (execution["id"],), "/export_jobs/": (id,)}


def data_server(location: str, control: Control) -> Api:
    """The data server of a location, where a result in several forms and schemas of the sample data can be fetched."""
    api, session = f"cluvio_{location}", control._session
    execution = executions.start(session, api, SAMPLE, "select * from airlines", inputs=Inputs.of(None, None))
    finish_jobs(control)

    def handed() -> dict[str, dict[str, str]]:
        """The tokens by data key and operation; they are new ones, which do not run out."""
        results = [data_tokens.issue(session, api, execution["id"], form) for form in FORMS]
        schemas = [data_tokens.issue_schema(session, api, SAMPLE, name) for name in (None, "main")]
        return {"getResultData": dict(results), "getSchemaData": dict(schemas)}

    def credential(case: Any) -> str:
        """The token of the data key, or one of another key of the same operation where there is none of it."""
        tokens = handed()[case.operation.definition.raw["operationId"]]
        key = (case.path_parameters or {}).get("dataKey")
        return f"Data {tokens.get(unquote(str(key)), next(iter(tokens.values())))}"

    settings = {
        "dictionaries": {operation: {"values": [*keys]} for operation, keys in handed().items()},
        "operations": [
            {
                "include-operation-id": operation,
                "parameters": {"path.dataKey": {"dictionary": operation, "probability": 0.5}},
            }
            for operation in handed()
        ],
    }
    return Api(
        f"{api}_data",
        _served(CLUVIO_DOCUMENT, "data", TAGS),
        f"/cluvio/{location}/data",
        settings,
        finish_jobs,
        {"map_headers": without_framing},
        CLUVIO,
        credential=credential,
    )


def finish_jobs(control: Control) -> None:
    """Wait for every job, so that what the next call sees does not depend on threads."""
    for job in control.jobs.list():
        if job["status"] not in FINAL and control.jobs.progression(job["kind"])[0] == "immediate":
            control.jobs.wait(job["id"])


def put_back(control: Control) -> None:
    """Bring back what the phase before has deleted."""
    try:
        control.restore("before the first phase")
    except KeyError:
        control.snapshot("before the first phase")


def _served(document: dict[str, Any], server: str, tags: Collection[str]) -> dict[str, Any]:
    """The document with the operations of one kind of server and of these tags, and the links between them."""
    paths: dict[str, Any] = {}
    for path, item in document["paths"].items():
        operations = [
            one for one in _operations(item) if one.get("x-server", "api") == server and {*one["tags"]} & {*tags}
        ]
        if operations:
            paths[path] = {name: part for name, part in item.items() if part in operations or not _is_operation(part)}
    known = {operation["operationId"] for item in paths.values() for operation in _operations(item)}
    return {**document, "paths": _without_links_elsewhere(paths, known)}


def _without_links_elsewhere(node: Any, known: Collection[str]) -> Any:
    if isinstance(node, list):
        return [_without_links_elsewhere(part, known) for part in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("links"), dict):
        kept = {name: link for name, link in node["links"].items() if link.get("operationId") in known}
        node = {**node, "links": kept}
    return {name: _without_links_elsewhere(part, known) for name, part in node.items()}


def _operations(item: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for part in item.values() if _is_operation(part)]


def _is_operation(part: Any) -> bool:
    return isinstance(part, dict) and "operationId" in part
