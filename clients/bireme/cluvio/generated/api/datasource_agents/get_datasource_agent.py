"""Read one agent.

Returns an agent with the state of its connection. `version` and `address` are the last ones seen
while it is not connected.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.datasource_agent_document import DatasourceAgentDocument
from ...models.datasource_agent_include import DatasourceAgentInclude

OPERATION: Final = _wire.Operation(
    id="getDatasourceAgent",
    method="GET",
    path="/datasource_agents/{id}",
    tag="Datasource Agents",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_datasources", "manage_datasources"),
    any_success=True,
)


def request(id: str, *, include: DatasourceAgentInclude | str | Unset = UNSET) -> Request[DatasourceAgentDocument]:
    """What to send for `getDatasourceAgent`, and how to read the reply.

    Args:
        id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of datasources.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/datasource_agents/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DatasourceAgentDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DatasourceAgentDocument.from_dict)
    raise _decode.undocumented(reply, "200")
