"""Datasource agents: register with a secret that is shown once, list, read, change, delete.

An agent's id is its public key; the secret key is handed out once and never kept. The emulator takes no connections of
agents, so none is ever connected.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.clock import new_token
from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_see_datasource, may_use_datasource
from .documents import attributes_of, collection, defaults_of, describe, document
from .facts import defaults_in
from .records import all_of, changed, created, found, now, referring, remove
from .refusals import invalid

__all__ = ["handlers"]

_KIND = "datasource_agents"

_AWAY = {"connected": False, "active_queries": 0}

handlers = Handlers()


def _shown(call: Call, record: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    users = referring(call, "datasources", "agents", record["id"])
    seen = [user["id"] for user in users if may_see_datasource(call, user["id"])]
    known = {"agent_id": record["id"], "version": None, "address": None}
    return {**known, **record["attributes"]}, {"datasources": seen}


describe(_KIND, shown=_shown, defaults={**defaults_in("DatasourceAgentCreationAttributes"), **_AWAY})


@handlers.operation("createDatasourceAgent")
def create_datasource_agent(call: Call) -> Answer:
    """A new agent; this reply is the only one with its secret key."""
    attributes = _checked({**defaults_of(_KIND), **attributes_of(call)})
    id, secret = _keys()
    state = {**_AWAY, "created_at": now(call), "updated_at": now(call)}
    record = created(call, _KIND, {**attributes, **state}, id=id)
    answer = document(call, _KIND, record, status=201)
    answer.body["data"]["attributes"]["secret_key"] = secret
    return answer


@handlers.operation("listDatasourceAgents")
def list_datasource_agents(call: Call) -> Answer:
    """All agents."""
    return collection(call, _KIND, all_of(call, _KIND), call.query.get("include"))


@handlers.operation("getDatasourceAgent")
def get_datasource_agent(call: Call) -> Answer:
    """One agent."""
    return document(call, _KIND, found(call, _KIND), call.query.get("include"))


@handlers.operation("updateDatasourceAgent")
def update_datasource_agent(call: Call) -> Answer:
    """Rename, enable or disable an agent; takes access to every datasource that uses it."""
    with call.session.store.transaction():
        record = found(call, _KIND)
        for user in referring(call, "datasources", "agents", record["id"]):
            may_use_datasource(call, user["id"])
        attributes = _checked({**record["attributes"], **attributes_of(call)})
        if not attributes["enabled"]:
            attributes |= _AWAY  # its connection is dropped (vendor page)
        kept = changed(call, _KIND, record, {**attributes, "updated_at": now(call)})
    return document(call, _KIND, kept)


@handlers.operation("deleteDatasourceAgent")
def delete_datasource_agent(call: Call) -> Answer:
    """Delete an agent that no datasource uses."""
    with call.session.store.transaction():
        record = found(call, _KIND)
        users = referring(call, "datasources", "agents", record["id"])
        if users:
            named = f"{len(users)} datasources, {users[0]['id']} among them"
            raise invalid(f"The agent is used by {named}; unassign it first")
        remove(call, _KIND, record["id"])
    return Answer(204)


def _checked(attributes: Mapping[str, Any]) -> dict[str, Any]:
    if not attributes["name"].strip():
        raise invalid("name: must not be blank")
    return {**attributes}


def _keys() -> tuple[str, str]:
    """The id and the secret key of a new agent, a pair of keys of Curve25519."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.from_private_bytes(bytes.fromhex(new_token(32)))
    public = base64.urlsafe_b64encode(private.public_key().public_bytes_raw()).decode().rstrip("=")
    return public, base64.b64encode(private.private_bytes_raw()).decode()
