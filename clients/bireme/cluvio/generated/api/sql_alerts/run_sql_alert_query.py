"""Run an alert now.

Runs the query of an alert, judges the result and sends the mail if there are recipients and the
conditions hold. Answers as soon as the query is on its way; follow it with `getExecution`, and read
the outcome with `listSqlAlertResults`. The key needs access to the datasource.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.execution_started import ExecutionStarted

OPERATION: Final = _wire.Operation(
    id="runSqlAlertQuery",
    method="POST",
    path="/sql_alerts/{id}/run",
    tag="SQL Alerts",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_alerts",),
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
    """What to send for `runSqlAlertQuery`, and how to read the reply.

    Args:
        id: Id of the alert.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/sql_alerts/{_encode.path('id', id)}/run",
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
