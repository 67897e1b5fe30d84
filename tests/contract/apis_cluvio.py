"""The servers of Cluvio that the contract suite tests: API and data server, in either location."""

from __future__ import annotations

from typing import Any

from bireme_emulator.kernel.emulation import Control
from bireme_emulator.kernel.jobs import FINAL
from tests.contract.apis import Api, without_framing
from tests.contract.exclusions_cluvio import CLUVIO

MANAGE_KEY = "cluvio-demo-manage-key-0001"
# Each operation by its path, and the ids of the demo that are drawn half the time: chance never hits one.
_IDS = {
    "/datasources/": "datasources",
    "/users/": "users",
    "/user_invites/": "invited",
    "/user_groups/": "user_groups",
}
_DICTIONARIES = {
    "datasources": {"values": ["smpl-data-0001"]},
    "users": {"values": ["ada0-kell-er01", "ben0-osei-0003", "cho0-minj-0005"]},
    "invited": {"values": ["noor-haid-0009"]},
    "user_groups": {"values": ["allu-sers-0000", "oper-atio-ns01"]},
}


def cluvio(document: dict[str, Any], location: str) -> Api:
    """The API server of a location, called with the manage key."""
    settings = {
        "headers": {"Authorization": f"Api {MANAGE_KEY}"},
        "dictionaries": _DICTIONARIES,
        "operations": [
            {
                "include-operation-id": operation["operationId"],
                "parameters": {"path.id": {"dictionary": words, "probability": 0.5}},
            }
            for path, item in document["paths"].items()
            for begin, words in _IDS.items()
            for operation in item.values()
            if path.startswith(begin) and isinstance(operation, dict) and "{id}" in path
        ],
    }
    return Api(
        f"cluvio_{location}",
        server_of(document, "api"),
        f"/cluvio/{location}/api",
        settings,
        finish_jobs,
        {"map_headers": without_framing},
        CLUVIO,
        renew=put_back,
    )


def server_of(document: dict[str, Any], server: str) -> dict[str, Any]:
    """The document with the operations of one kind of server."""
    paths = {
        path: {
            name: part
            for name, part in item.items()
            if not isinstance(part, dict) or part.get("x-server", "api") == server
        }
        for path, item in document["paths"].items()
    }
    return {**document, "paths": {path: item for path, item in paths.items() if any(map(_is_operation, item.values()))}}


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


def _is_operation(part: Any) -> bool:
    return isinstance(part, dict) and "operationId" in part
