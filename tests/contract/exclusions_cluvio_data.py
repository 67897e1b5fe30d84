"""What schemathesis cannot know of Cluvio's datasources, agents and executions."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["AGENT", "DATA"]

SAMPLE = "smpl-data-0001"
AGENT = "lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg"
_BOTH = ("createDatasource", "updateDatasource")
_AGENTS = ("createDatasourceAgent", "updateDatasourceAgent")
_BOUNDS = "The vendor's page states no bounds, so the document has none; what no database can have is refused."


def _datasource(operation: str, relationships: dict[str, Any] | None = None, **attributes: Any) -> Ask:
    creating = operation == "createDatasource"
    given = {"name": "x", "database_type": "postgres", "connection_mode": "direct"} if creating else {}
    data: dict[str, Any] = {"attributes": {**given, **attributes}}
    if relationships is not None:
        data["relationships"] = relationships
    return Ask(operation, {} if creating else {"id": SAMPLE}, body={"data": data})


def _agent(operation: str, name: str) -> Ask:
    path = {} if operation.startswith("create") else {"id": AGENT}
    return Ask(operation, path, body={"data": {"attributes": {"name": name}}})


def _link(id: str | None) -> dict[str, Any]:
    return {"agents": {"data": [{} if id is None else {"id": id, "type": "datasource_agents"}]}}


def _run(sql: str, **parameters: Any) -> Ask:
    body = {"sql_query": sql, **({"parameters": parameters} if parameters else {})}
    return Ask("runExecution", {"id": SAMPLE}, body=body)


DATA = (
    Exclusion(
        (*_BOTH, *_AGENTS), 422,
        (r"name: must not be blank",),
        _BOUNDS,
        (*(_datasource(one, name=" ") for one in _BOTH), *(_agent(one, "") for one in _AGENTS)),
    ),
    Exclusion(
        _BOTH, 422,
        (
            r"(ssh_tunnel_)?port: give a port from 1 to 65535",
            r"max_concurrent_executions: give a number from 1 to 1000",
            r"data_time_zone: give an IANA time zone such as Europe/Berlin or UTC",
            r"bigquery_service_key: give the key file of the service account, a JSON object",
        ),
        _BOUNDS,
        tuple(
            _datasource(one, **wrong)
            for one in _BOTH
            for wrong in (
                {"port": 0},
                {"max_concurrent_executions": -1},
                {"data_time_zone": "Mars"},
                {"database_type": "bigquery", "bigquery_service_key": "x"},
            )
        ),
    ),
    Exclusion(
        _BOTH, 422,
        (
            r"relationships/agents: there is no datasource_agents .*",
            r"relationships/agents: only datasources with the connection_mode agent have agents",
        ),
        "Which agents there are is state, and that only one mode has them a rule between two places of the request.",
        tuple(_datasource(one, _link(id)) for one in _BOTH for id in (None, AGENT)),
    ),
    Exclusion(
        ("createDatasource",), 422,
        (r"The plan has room for \d+ datasources besides the sample data; delete one first",),
        "How many there are is state.",
        (
            Ask(
                "createDatasource",
                body=_datasource("createDatasource").body,
                before=(_datasource("createDatasource"),) * 10,
            ),
        ),
    ),
    Exclusion(
        ("updateDatasource", "updateDatasourceAgent"), 422,
        (r"data/id: the document is about .*, the path about .*",),
        "The vendor's samples have no id in a request document; one that contradicts the path is a slip of the caller.",
        (
            Ask("updateDatasource", {"id": SAMPLE}, body={"data": {"id": "other", "attributes": {}}}),
            Ask("updateDatasourceAgent", {"id": AGENT}, body={"data": {"id": "other", "attributes": {}}}),
        ),
    ),
    Exclusion(
        ("deleteDatasource",), 422,
        (r"Datasource .* is used by \d+ (reports|filters), .* among them",),
        "The vendor refuses it; whether it is so is state.",
        (Ask("deleteDatasource", {"id": SAMPLE}),),
    ),
    Exclusion(
        ("deleteDatasourceAgent",), 422,
        (r"The agent is used by \d+ datasources, .* among them; unassign it first",),
        "The vendor refuses it; whether it is so is state.",
        (
            Ask(
                "deleteDatasourceAgent",
                {"id": AGENT},
                before=(_datasource("createDatasource", _link(AGENT), connection_mode="agent"),),
            ),
        ),
    ),
    Exclusion(
        ("runExecution",), 422,
        (r"sql_query: must not be blank", r"parameters\..* cannot be .*"),
        "That a range begins before it ends, and which time zones there are, no schema can say.",
        (_run(" "), _run("SELECT 1", timerange="9~1")),
    ),
)  # fmt: skip
