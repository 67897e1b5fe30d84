"""Read tables and columns anew.

Starts an execution that reads tables, columns and row counts of the database. Follow it with
`getExecution`; once it is over, `getDatasourceSchema` leads to what it found. It runs every night
by itself unless the datasource says otherwise.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.execution_started import ExecutionStarted

OPERATION: Final = _wire.Operation(
    id="refreshDatasource",
    method="POST",
    path="/datasources/{id}/refresh",
    tag="Datasources",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    job=_wire.AsyncJob(
        id="/execution_id",
        status="/data/attributes/execution_status",
        poll="getExecution",
        bare=True,
        waiting=("starting", "running", "waiting", "scheduled"),
        success=("success",),
        failure=("query_error", "timed_out", "internal_error", "internal_timeout"),
        cancelled=("cancelled",),
    ),
    any_success=True,
)


def request(id: str) -> Request[ExecutionStarted]:
    """What to send for `refreshDatasource`, and how to read the reply.

    Args:
        id: Id of the datasource.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/datasources/{_encode.path('id', id)}/refresh",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> ExecutionStarted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExecutionStarted.from_dict)
    raise _decode.undocumented(reply, "200")
