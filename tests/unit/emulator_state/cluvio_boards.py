"""What the tests of dashboards and reports have in common: ids of the demo, and waiting for queries."""

from __future__ import annotations

from typing import Any

from tests.unit.emulator_state.cluvio_world import Cluvio

BOARD, WEATHER, LOCKED, US_BOARD = "flgt-oper-0001", "wthr-newy-0002", "punc-targ-0003", "flee-tnew-us01"
MONTHS, ALL_FLIGHTS, NO_ROWS, BROKEN = "flts-mnth-0001", "allf-ligh-0008", "norw-sflt-0009", "brok-nsql-0010"
SAMPLE = "smpl-data-0001"


def on(dashboard: str, datasource: str = SAMPLE) -> dict[str, Any]:
    """The relationships of a report, as a document has them."""
    return {
        "dashboard": {"data": {"id": dashboard, "type": "dashboards"}},
        "datasource": {"data": {"id": datasource, "type": "datasources"}},
    }


def ids(document: dict[str, Any], relationship: str) -> list[str]:
    """The ids that a relationship of a document leads to."""
    return [link["id"] for link in document["data"]["relationships"][relationship]["data"]]


async def made_board(cluvio: Cluvio, **attributes: Any) -> str:
    """A new dashboard; gives its id."""
    id: str = (await cluvio.post("/dashboards", cluvio.data(**{"name": "Mine", **attributes}), 201))["data"]["id"]
    return id


async def made_report(cluvio: Cluvio, dashboard: str, sql: str = "SELECT 1 AS one", **attributes: Any) -> str:
    """A new report; gives its id."""
    given = {"name": "One", "sql_query": sql, **attributes}
    id: str = (await cluvio.post("/reports", cluvio.data(on(dashboard), **given), 201))["data"]["id"]
    return id


async def changed(cluvio: Cluvio, path: str, **attributes: Any) -> dict[str, Any]:
    """The document after a successful PATCH."""
    reply = await cluvio.call("PATCH", path, json=cluvio.data(**attributes))
    assert reply.status_code == 200, reply.text
    document: dict[str, Any] = reply.json()
    return document


def wait(cluvio: Cluvio) -> None:
    """Wait until all jobs have ended; must not be called while executions are held."""
    for job in cluvio.control.jobs.list():
        cluvio.control.jobs.wait(job["id"])


def hold(cluvio: Cluvio) -> None:
    """Keep queries from running on, until `let_go`."""
    cluvio.control.jobs.set_progression("execution", "manual")


def let_go(cluvio: Cluvio) -> None:
    """Let held queries run, and wait for them."""
    jobs = cluvio.control.jobs
    jobs.set_progression("execution", "immediate")
    for job in jobs.list():
        if job["status"] == "queued" or job["status"] == "created":
            jobs.advance(job["id"])
    wait(cluvio)


def executions(cluvio: Cluvio, owner: str | None = None) -> list[Any]:
    """All executions so far, oldest first, or those of one report or filter."""
    known = sorted(cluvio.session.store.list(cluvio.api, "executions"), key=lambda one: str(one["created_at"]))
    return [one for one in known if owner is None or one["owner"] == owner]


async def poll(cluvio: Cluvio, dashboard: str = BOARD, refresh: bool = False, **parameters: Any) -> dict[str, Any]:
    """The status of a dashboard."""
    body = {"refresh_data": refresh, **({"parameters": parameters} if parameters else {})}
    status: dict[str, Any] = await cluvio.post(f"/dashboards/{dashboard}/status", body)
    return status


def key_of(status: dict[str, Any], report: str) -> dict[str, Any]:
    """What a status says under the data key of a report or filter."""
    entry = status["reports"].get(report) or status["filters"][report]
    said: dict[str, Any] = status["data_keys"][entry["data_key"]]
    return said


async def data_of(cluvio: Cluvio, data_key: str, token: str) -> Any:
    """What the data server gives."""
    reply = await cluvio.server("data", f"Data {token}").call("GET", f"/data/{data_key}")
    assert reply.status_code == 200, reply.text
    return reply.json() if reply.headers["content-type"].startswith("application/json") else reply.text
