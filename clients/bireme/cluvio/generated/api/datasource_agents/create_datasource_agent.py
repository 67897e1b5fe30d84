"""Register an agent.

Registers an agent: a program that runs beside a database and connects out to Cluvio, so that no
port has to be opened. The reply holds `secret_key`, which goes into the agent's configuration and
is never shown again. Once the agent has connected, give it to datasources with `updateDatasource`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.datasource_agent_creation import DatasourceAgentCreation
from ...models.datasource_agent_with_secret_document import DatasourceAgentWithSecretDocument

OPERATION: Final = _wire.Operation(
    id="createDatasourceAgent",
    method="POST",
    path="/datasource_agents",
    tag="Datasource Agents",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(*, body: DatasourceAgentCreation | Mapping[str, Any]) -> Request[DatasourceAgentWithSecretDocument]:
    """What to send for `createDatasourceAgent`, and how to read the reply.

    Args:
        body: Request that creates an agent.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/datasource_agents",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DatasourceAgentWithSecretDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DatasourceAgentWithSecretDocument.from_dict)
    raise _decode.undocumented(reply, "201")
