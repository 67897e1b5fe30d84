"""List all agents.

Lists all agents with the state of their connections, in one reply.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.datasource_agent_collection import DatasourceAgentCollection
from ...models.datasource_agent_include import DatasourceAgentInclude

OPERATION: Final = _wire.Operation(
    id="listDatasourceAgents",
    method="GET",
    path="/datasource_agents",
    tag="Datasource Agents",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_datasources", "manage_datasources"),
    any_success=True,
)


def request(*, include: DatasourceAgentInclude | str | Unset = UNSET) -> Request[DatasourceAgentCollection]:
    """What to send for `listDatasourceAgents`, and how to read the reply.

    Args:
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of datasources.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/datasource_agents",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DatasourceAgentCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DatasourceAgentCollection.from_dict)
    raise _decode.undocumented(reply, "200")
