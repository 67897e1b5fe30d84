"""Datasources: create, list, read, change, delete, try the connection, read the schema anew, hand out its data key.

A datasource is a record; what it reaches is said in `reach`: the emulator's own data, and never another host.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.query import QueryError

from .access import caller_of, may_see_datasource, may_use_datasource
from .alert_results import forget
from .data_tokens import issue_schema
from .datasource_rules import DEFAULTS, OPTIONAL, normalised, problems
from .documents import attributes_of, collection, describe, document, relationships_of
from .executions import admit, cancel, start, unfinished_on
from .inputs import Inputs
from .organization import organization
from .reach import SAMPLE, problem_of, reach
from .records import all_of, changed, created, found, now, referring, remove
from .refusals import denied, fault, invalid
from .schemas import ALMANACH, read_schemas, schemas_of

__all__ = ["handlers", "used_datasource"]

_KIND = "datasources"
_CREDENTIALS = ("password", "bigquery_service_key")

handlers = Handlers()


def _shown(call: Call, record: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    return {**dict.fromkeys(OPTIONAL), **record["attributes"]}, record["relationships"]


describe(
    _KIND,
    shown=_shown,
    defaults={**DEFAULTS, "require_ssl": True},
    needs={name: ["manage_datasources"] for name in _CREDENTIALS},
    include_needs={"agents": ["view_datasources", "manage_datasources"]},
    reached=lambda call, record: may_see_datasource(call, record["id"]),
)


def used_datasource(call: Call, id: str | None = None) -> Mapping[str, Any]:
    """The datasource with an id, that of the path unless given. Raises a `Fault`: 404 unknown, 403 beyond the key."""
    record = found(call, _KIND, id)
    may_use_datasource(call, record["id"])
    return record


@handlers.operation("createDatasource")
def create_datasource(call: Call) -> Answer:
    """A new datasource, if the plan has room. The connection is not tried."""
    if caller_of(call).user.get("datasource_ids") is not None:
        raise denied("The API key is narrowed to certain datasources; a new one would be none of them")
    with call.session.store.transaction():
        most = organization(call.session, call.api)["max_datasources"]
        if sum(record["id"] != SAMPLE for record in all_of(call, _KIND)) >= most:
            raise invalid(f"The plan has room for {most} datasources besides the sample data; delete one first")
        attributes, relationships = _checked(attributes_of(call), relationships_of(call))
        times = {"created_at": now(call), "updated_at": now(call)}
        record = created(call, _KIND, {**attributes, **times}, relationships)
    return document(call, _KIND, record, status=201)


@handlers.operation("listDatasources")
def list_datasources(call: Call) -> Answer:
    """All datasources that the key reaches."""
    seen = [record for record in all_of(call, _KIND) if may_see_datasource(call, record["id"])]
    return collection(call, _KIND, seen, call.query.get("include"))


@handlers.operation("getDatasource")
def get_datasource(call: Call) -> Answer:
    """One datasource."""
    return document(call, _KIND, used_datasource(call), call.query.get("include"))


@handlers.operation("updateDatasource")
def update_datasource(call: Call) -> Answer:
    """Change what the document names; what the new type or mode does not have is dropped."""
    with call.session.store.transaction():
        record = used_datasource(call)
        given = {**record["attributes"], **attributes_of(call)}
        linked = {**record["relationships"], **relationships_of(call)}
        if given["connection_mode"] != "agent" and "agents" not in relationships_of(call):
            linked["agents"] = []
        attributes, relationships = _checked(given, linked)
        replaced = {**record, "attributes": {}}
        kept = changed(call, _KIND, replaced, {**attributes, "updated_at": now(call)}, relationships)
    admit(call.session, call.api, record["id"])
    return document(call, _KIND, kept)


@handlers.operation("deleteDatasource")
def delete_datasource(call: Call) -> Answer:
    """Delete a datasource that no report or filter uses; its snippets and alerts go with it."""
    session = call.session
    with session.store.transaction():
        id = used_datasource(call)["id"]
        for kind in ("reports", "filters"):
            users = referring(call, kind, "datasource", id)
            if users:
                raise invalid(f"Datasource {id} is used by {len(users)} {kind}, {users[0]['id']} among them")
        for snippet in referring(call, "sql_snippets", "datasource", id):
            remove(call, "sql_snippets", snippet["id"])
        for alert in referring(call, "sql_alerts", "datasource", id):
            forget(session, call.api, alert["id"])
            remove(call, "sql_alerts", alert["id"])
        for execution in unfinished_on(session, call.api, id):
            cancel(session, call.api, execution["id"])
        remove(call, ALMANACH, id)
        remove(call, _KIND, id)
    return Answer(204)


@handlers.operation("testDatasourceConnection")
async def test_datasource_connection(call: Call) -> Answer:
    """Whether the datasource can be reached: its data is opened and asked."""
    record = used_datasource(call)
    problem = problem_of(call.session, call.api, record)
    if problem is None:
        problem = await asyncio.to_thread(_asked, call, record["id"])
    if problem is None:
        return Answer(body={"status": "ok"})
    return Answer(body={"status": "error", "error_message": problem})


@handlers.operation("refreshDatasource")
def refresh_datasource(call: Call) -> Answer:
    """Start an execution that reads tables and columns anew."""
    id = used_datasource(call)["id"]
    execution = start(call.session, call.api, id, "", inputs=Inputs.of(None), kind="almanach_query")
    return Answer(body={"execution_id": execution["execution_id"]})


@handlers.operation("getDatasourceSchema")
async def get_datasource_schema(call: Call) -> Answer:
    """Data key and token for the schemas as they were last read; if they never were, they are read first."""
    id, name = used_datasource(call)["id"], call.query.get("name")
    if schemas_of(call.session, call.api, id) is None:
        await asyncio.to_thread(_read_first, call, id)
    schemas = schemas_of(call.session, call.api, id) or []
    if name is not None and name not in (schema["name"] for schema in schemas):
        known = ", ".join(str(schema["name"]) for schema in schemas) or "none"
        raise fault(404, f"Datasource {id} has no schema of that name; it has {known}")
    key, token = issue_schema(call.session, call.api, id, name)
    return Answer(body={"data_key": key, "data_access_token": token})


def _checked(attributes: Mapping[str, Any], relationships: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Attributes and relationships of a datasource as they are kept. Raises a 422 `Fault`."""
    kept = normalised(attributes)
    agents = relationships.get("agents") or []
    wrong = problems(kept)
    if agents and kept["connection_mode"] != "agent":
        wrong.append("relationships/agents: only datasources with the connection_mode agent have agents")
    if wrong:
        raise invalid(*wrong)
    return kept, {"agents": [*agents]}


def _asked(call: Call, id: str) -> str | None:
    """What goes wrong when the data is asked; `None` where nothing does."""
    try:
        source = reach(call.session, call.api, id)
        source.engine.reader(source.query("SELECT 1")).read_all()
    except QueryError as error:
        return error.message
    return None


def _read_first(call: Call, id: str) -> None:
    """Read the schemas of a datasource; of one that cannot be reached there are none."""
    record = found(call, _KIND, id)
    if problem_of(call.session, call.api, record) is None:
        try:
            read_schemas(call.session, call.api, id, reach(call.session, call.api, id))
        except QueryError as error:
            raise invalid(f"The schema cannot be read: {error.message}") from error
