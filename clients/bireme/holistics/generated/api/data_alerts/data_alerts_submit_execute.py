"""Run a data alert now.

Starts a job that looks at the widget now, whether the alert is paused or not, and sends word if its
conditions hold. Each call sends anew.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.async_job_reply import AsyncJobReply

OPERATION: Final = _wire.Operation(
    id="data_alerts_submit_execute",
    method="POST",
    path="/data_alerts/{id}/submit_execute",
    tag="Data Alerts",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=2,
    permissions=("manage_alerts",),
    job=_wire.AsyncJob(
        id="/job/id",
        status="/job/status",
        poll="jobs_get",
        waiting=("created", "queued", "running", "cancelling"),
        success=("success",),
        failure=("failure",),
        cancelled=("cancelled",),
        moved={"already_existed": "/job/existing_job_id"},
        error="/job/last_error_log",
        logs="jobs_get_logs",
    ),
)


def request(id: int) -> Request[AsyncJobReply]:
    """What to send for `data_alerts_submit_execute`, and how to read the reply.

    Args:
        id: Id of the alert, as in the reply that created or listed it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_alerts/{_encode.path('id', id)}/submit_execute",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> AsyncJobReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, AsyncJobReply.from_dict)
    raise _decode.undocumented(reply, "200")
