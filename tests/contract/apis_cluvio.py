"""The servers of Cluvio that the contract suite tests: API and data server, in either location.

A resource is tested once its tag is in `TAGS`, the ids of its demo objects are in `_IDS`, and what schemathesis cannot
know about it stands in an `exclusions_cluvio_*.py` of its own (and, if it can be changed, in `exclusions_cluvio.py`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import unquote

from bireme_emulator.cluvio import data_tokens, executions
from bireme_emulator.cluvio.inputs import Inputs
from bireme_emulator.kernel.emulation import Control
from bireme_emulator.kernel.jobs import FINAL
from tests.contract.apis import Api, without_framing
from tests.contract.exclusions_cluvio import CLUVIO, CLUVIO_DOCUMENT
from tests.contract.exclusions_cluvio_data import AGENT

__all__ = ["TAGS", "api_server", "data_server", "with_plain_slashes"]

MANAGE_KEY = "cluvio-demo-manage-key-0001"
# The resources that the suite knows enough of: ids and exclusions are here for all of their operations.
TAGS = (
    "Datasources",
    "Datasource Agents",
    "Executions",
    "Dashboards",
    "Dashboard Groups",
    "Dashboard Schedules",
    "Export Jobs",
    "Reports",
    "Filters",
    "SQL Snippets",
    "SQL Alerts",
    "Users",
    "User Groups",
    "Result Data",
    "Schema Data",
)
# The ids of the demo that are drawn half the time for `id`, by the beginning of a path: chance never hits one.
_IDS = {
    "/datasources/": ("smpl-data-0001",),
    "/datasource_agents/": (AGENT,),
    "/users/": ("gail-admn-0001", "adad-love-0001", "cho0-minj-0005", "tomi-kova-0007"),
    "/user_invites/": ("noor-haid-0009",),
    "/filters/": ("fltr-carr-0001", "fltr-dest-0001", "fltr-orig-0001", "fltr-date-0001"),
    "/sql_alerts/": ("mnth-busy-0001", "long-dely-0002", "brkn-qury-0003"),
    "/dashboards/": ("flgt-oper-0001",),
    "/dashboard_groups/": ("flgt-dash-0001",),
    "/dashboard_schedules/": ("mond-mail-0001", "mnth-figr-0002"),
    "/reports/": ("flts-mnth-0001", "flts-totl-0003", "temp-days-0011", "prec-mnth-0012", "flee-manu-us02"),
    "/sql_snippets/": ("snip-flwn-0001", "snip-late-0001"),
    "/user_groups/": ("allu-sers-0000", "oper-team-0001"),
}


def api_server(location: str, tags: Collection[str] = TAGS) -> Api:
    """The API server of a location, called with the manage key."""
    document = _served(CLUVIO_DOCUMENT, "api", tags)
    drawn = {begin.strip("/"): {"values": [*ids]} for begin, ids in _IDS.items()}
    settings = {
        "headers": {"Authorization": f"Api {MANAGE_KEY}"},
        "dictionaries": drawn,
        "operations": [
            {
                "include-operation-id": operation["operationId"],
                "parameters": {"path.id": {"dictionary": begin.strip("/"), "probability": 0.5}},
            }
            for path, item in document["paths"].items()
            for begin in _IDS
            for operation in _operations(item)
            if path.startswith(f"{begin}{{id}}")
        ],
    }
    maps = {"map_headers": without_framing}
    path = f"/cluvio/{location}/api"
    return Api(f"cluvio_{location}", document, path, settings, finish_jobs, maps, CLUVIO, renew=put_back)


def data_server(location: str, control: Control) -> Api:
    """The data server of a location, where a result and the schemas of the sample data wait to be fetched."""
    document = _served(CLUVIO_DOCUMENT, "data", TAGS)
    api, session = f"cluvio_{location}", control._session
    query = "select * from airlines"
    execution = executions.start(session, api, "smpl-data-0001", query, inputs=Inputs.of(None, None))
    finish_jobs(control)
    handed = {
        "getResultData": data_tokens.issue(session, api, execution["id"]),
        "getSchemaData": data_tokens.issue_schema(session, api, "smpl-data-0001"),
    }
    settings = {
        "dictionaries": {operation: {"values": [key]} for operation, (key, _) in handed.items()},
        "operations": [
            {
                "include-operation-id": operation,
                "headers": {"Authorization": f"Data {token}"},
                "parameters": {"path.dataKey": {"dictionary": operation, "probability": 0.5}},
            }
            for operation, (_, token) in handed.items()
        ],
    }
    maps = {"map_headers": without_framing}
    return Api(f"{api}_data", document, f"/cluvio/{location}/data", settings, finish_jobs, maps, CLUVIO)


def with_plain_slashes(app: Any) -> Any:
    """The application, with the slashes of data keys put back: schemathesis escapes them, the vendor wants none."""

    async def served(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            raw = scope["raw_path"].replace(b"%2F", b"/")
            scope = {**scope, "raw_path": raw, "path": unquote(raw.decode("latin-1"))}
        await app(scope, receive, send)

    return served


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
