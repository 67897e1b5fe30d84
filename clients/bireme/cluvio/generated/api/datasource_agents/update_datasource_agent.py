"""Change an agent.

Renames an agent, or allows or forbids it to connect; forbidding ends a connection that is open. The
key needs Manage Datasources for every datasource that connects through the agent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.datasource_agent_document import DatasourceAgentDocument
from ...models.datasource_agent_update import DatasourceAgentUpdate

OPERATION: Final = _wire.Operation(
    id="updateDatasourceAgent",
    method="PATCH",
    path="/datasource_agents/{id}",
    tag="Datasource Agents",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(id: str, *, body: DatasourceAgentUpdate | Mapping[str, Any]) -> Request[DatasourceAgentDocument]:
    """What to send for `updateDatasourceAgent`, and how to read the reply.

    Args:
        id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
        body: Request that changes an agent.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/datasource_agents/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DatasourceAgentDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DatasourceAgentDocument.from_dict)
    raise _decode.undocumented(reply, "200")
