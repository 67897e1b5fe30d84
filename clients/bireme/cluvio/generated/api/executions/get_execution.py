"""Read the state of an execution.

Returns an execution as it stands now. `starting`, `running`, `waiting` and `scheduled` mean that it
is not over, all others that it is. An execution can be read for 24 hours from its start.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.execution_document import ExecutionDocument

OPERATION: Final = _wire.Operation(
    id="getExecution",
    method="GET",
    path="/executions/{id}",
    tag="Executions",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards", "manage_datasources", "manage_alerts"),
    any_success=True,
)


def request(id: str) -> Request[ExecutionDocument]:
    """What to send for `getExecution`, and how to read the reply.

    Args:
        id: Id of the execution: the `execution_id` that the operation which started it has returned.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/executions/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> ExecutionDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExecutionDocument.from_dict)
    raise _decode.undocumented(reply, "200")
