"""Stop an execution.

Stops an execution that is not over. Without effect, and no error, when it is.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="cancelExecution",
    method="POST",
    path="/executions/{id}/cancel",
    tag="Executions",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources", "manage_dashboards", "manage_alerts"),
    any_success=True,
)


def request(id: str) -> Request[None]:
    """What to send for `cancelExecution`, and how to read the reply.

    Args:
        id: Id of the execution: the `execution_id` that the operation which started it has returned.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/executions/{_encode.path('id', id)}/cancel",
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
