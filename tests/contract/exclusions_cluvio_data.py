"""What schemathesis cannot know about datasources, agents and executions of the Cluvio API."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["DATA"]

_SAMPLE, _AGENT = "smpl-data-0001", "lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg"
_NEW = {"name": "Bookings", "database_type": "postgres", "connection_mode": "direct"}
_RULE = "The vendor says it in prose, or not at all, and its document has no place for it; 422 is what it gives."


def _create(_related: dict[str, Any] | None = None, **attributes: Any) -> Ask:
    related = {} if _related is None else {"relationships": _related}
    return Ask("createDatasource", body={"data": {"attributes": {**_NEW, **attributes}, **related}})


def _update(_related: dict[str, Any] | None = None, **attributes: Any) -> Ask:
    related = {} if _related is None else {"relationships": _related}
    return Ask("updateDatasource", {"id": _SAMPLE}, body={"data": {"attributes": attributes, **related}})


def _run(sql: str = "select 1", **parameters: Any) -> Ask:
    return Ask("runExecution", {"id": _SAMPLE}, body={"sql_query": sql, "parameters": parameters})


def _agents(*ids: str) -> dict[str, Any]:
    return {"agents": {"data": [{"id": id, "type": "datasource_agents"} for id in ids]}}


DATA: tuple[Exclusion, ...] = (
    Exclusion(
        ("createDatasource", "updateDatasource"), 422,
        (
            r"name: must not be blank",
            r"(port|ssh_tunnel_port): give a port from 1 to 65535",
            r"max_concurrent_executions: give a number from 1 to 1000",
            r"data_time_zone: give an IANA time zone .*",
            r"bigquery_service_key: give the key file of the service account, a JSON object",
            r"relationships/agents: there is no datasource_agents .*",
            r"relationships/agents: only datasources with the connection_mode agent have agents",
        ),
        _RULE,
        (
            _create(name=" "),
            _update(port=0),
            _create(max_concurrent_executions=0),
            _update(data_time_zone="Nowhere/At all"),
            _create(database_type="bigquery", bigquery_service_key="no key"),
            _update(_agents("none")),
            _update(_agents(_AGENT)),
        ),
    ),
    Exclusion(
        ("createDatasource",), 422,
        (r"The plan has room for \d+ datasources besides the sample data; delete one first",),
        "How many there are is state, not schema.",
        (Ask("createDatasource", body=_create().body, before=(_create(),) * 10),),
    ),
    Exclusion(
        ("createDatasourceAgent", "updateDatasourceAgent"), 422,
        (r"name: must not be blank",),
        _RULE,
        (
            Ask("createDatasourceAgent", body={"data": {"attributes": {"name": " "}}}),
            Ask("updateDatasourceAgent", {"id": _AGENT}, body={"data": {"attributes": {"name": ""}}}),
        ),
    ),
    Exclusion(
        ("deleteDatasourceAgent",), 422,
        (r"The agent is used by .*; unassign it first",),
        "Whether it is used is state, not schema.",
        (
            Ask("deleteDatasourceAgent", {"id": _AGENT},
                before=(_create(_agents(_AGENT), connection_mode="agent"),)),
        ),
    ),
    Exclusion(
        ("runExecution",), 422,
        (
            r"sql_query: must not be blank",
            r"parameters\.timerange cannot be .*",
            r"parameters\.tz cannot be .*",
            r"parameters\.filters.* cannot be .*",
        ),
        _RULE,
        (
            _run(" "),
            _run(timerange="9~1"),
            _run(tz="Nowhere/At all"),
            _run(filters=[{"variable_name": "a", "selected_values": []}] * 2),
        ),
    ),
)  # fmt: skip
