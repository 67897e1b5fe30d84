"""Run a report's query anew.

Starts the query of a report under the given inputs, however fresh its data is; one that runs
already for them is stopped. Answers at once; follow it with `getExecution`, or with
`pollDashboardStatus` under the same inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.execution_started import ExecutionStarted
from ...models.inputs_submission import InputsSubmission

OPERATION: Final = _wire.Operation(
    id="refreshReport",
    method="POST",
    path="/reports/{id}/refresh",
    tag="Reports",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    job=_wire.AsyncJob(
        id="/execution_id",
        status="/data/attributes/execution_status",
        poll="getExecution",
        bare=True,
        waiting=("starting", "running", "waiting", "scheduled"),
        success=("success",),
        failure=("query_error", "timed_out", "internal_error", "internal_timeout"),
        cancelled=("cancelled",),
        result="getExecutionData",
    ),
    any_success=True,
)


def request(id: str, *, body: InputsSubmission | Mapping[str, Any]) -> Request[ExecutionStarted]:
    """What to send for `refreshReport`, and how to read the reply.

    Args:
        id: Id of the report.
        body: Inputs to work with.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/reports/{_encode.path('id', id)}/refresh",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ExecutionStarted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExecutionStarted.from_dict)
    raise _decode.undocumented(reply, "200")
