"""Delete an agent.

Deletes an agent for good. Refused with 422 while a datasource connects through it.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="deleteDatasourceAgent",
    method="DELETE",
    path="/datasource_agents/{id}",
    tag="Datasource Agents",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(id: str) -> Request[None]:
    """What to send for `deleteDatasourceAgent`, and how to read the reply.

    Args:
        id: Id of the agent, which is its public key: 43 characters of base64 for addresses.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/datasource_agents/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "*/*"},
    )


def parse(reply: Reply) -> None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "204")
