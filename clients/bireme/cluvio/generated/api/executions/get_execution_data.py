"""Get access to an execution's rows.

Returns a key and a token for `getResultData`, always as JSON. The token lives for minutes and works
in the same location only; call again for a fresh one. The rows are kept for 24 hours from the end
of the execution. Status 204 means that there are none: the execution is not over, or did not
succeed.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.execution_data_access import ExecutionDataAccess

OPERATION: Final = _wire.Operation(
    id="getExecutionData",
    method="GET",
    path="/executions/{id}/data",
    tag="Executions",
    success=(200, 204),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards", "manage_datasources", "manage_alerts"),
    any_success=True,
)


def request(id: str) -> Request[ExecutionDataAccess | None]:
    """What to send for `getExecutionData`, and how to read the reply.

    Args:
        id: Id of the execution: the `execution_id` that the operation which started it has returned.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/executions/{_encode.path('id', id)}/data",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> ExecutionDataAccess | None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299 and reply.content:
        return _decode.json_body(reply, ExecutionDataAccess.from_dict)
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "200", "204")
