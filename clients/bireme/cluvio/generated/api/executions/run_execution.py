"""Run SQL on a datasource.

Starts a query and answers at once. Follow it with `getExecution`; after `success`,
`getExecutionData` leads to the rows. The SQL may hold Cluvio's expressions, whose values come from
`parameters`; with `r_query`, R code works on the result of the SQL. Keys that hold Manage
Dashboards or Manage Alerts instead of Manage Datasources may do this too, perhaps on some
datasources only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.execution_document import ExecutionDocument
from ...models.execution_submission import ExecutionSubmission

OPERATION: Final = _wire.Operation(
    id="runExecution",
    method="POST",
    path="/datasources/{id}/executions",
    tag="Executions",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources", "manage_dashboards", "manage_alerts"),
    job=_wire.AsyncJob(
        id="/data/attributes/execution_id",
        status="/data/attributes/execution_status",
        poll="getExecution",
        waiting=("starting", "running", "waiting", "scheduled"),
        success=("success",),
        failure=("query_error", "timed_out", "internal_error", "internal_timeout"),
        cancelled=("cancelled",),
        result="getExecutionData",
    ),
    any_success=True,
)


def request(id: str, *, body: ExecutionSubmission | Mapping[str, Any]) -> Request[ExecutionDocument]:
    """What to send for `runExecution`, and how to read the reply.

    Args:
        id: Id of the datasource.
        body: A query to run.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/datasources/{_encode.path('id', id)}/executions",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ExecutionDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExecutionDocument.from_dict)
    raise _decode.undocumented(reply, "201")
