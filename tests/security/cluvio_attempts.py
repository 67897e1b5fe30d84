"""What the attempts against Cluvio's emulator share: running SQL to its end, and looking at what came of it."""

from __future__ import annotations

from typing import Any

from tests.unit.emulator_state.cluvio_boards import SAMPLE, on
from tests.unit.emulator_state.cluvio_world import Cluvio

__all__ = ["SAMPLE", "execution", "on", "rows_of", "source"]


async def execution(cluvio: Cluvio, sql: str, datasource: str = SAMPLE, **more: Any) -> dict[str, Any]:
    """The record of an execution when it has ended; it has not ended with a fault of the emulator."""
    started = await cluvio.post(f"/datasources/{datasource}/executions", {"sql_query": sql, **more}, status=201)
    for job in cluvio.session.jobs.list(cluvio.api):
        cluvio.session.jobs.wait(job["id"])
    record = cluvio.session.store.get(cluvio.api, "executions", started["data"]["id"])
    assert record is not None
    assert record["status"] in ("success", "query_error", "timed_out"), record["error"]
    return {**record}


async def rows_of(cluvio: Cluvio, record: dict[str, Any]) -> list[list[Any]]:
    """The rows of an execution, by way of the data server."""
    given = await cluvio.get(f"/executions/{record['id']}/data")
    reply = await cluvio.server("data", f"Data {given['data_access_token']}").call("GET", f"/data/{given['data_key']}")
    assert reply.status_code == 200, reply.text
    rows: list[list[Any]] = reply.json()["rows"]
    return rows


def source(id: str) -> dict[str, Any]:
    """The relationship to a datasource."""
    return {"datasource": {"data": {"id": id, "type": "datasources"}}}
