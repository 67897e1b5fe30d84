"""Try a data alert out.

Starts a job that does what the alert in the body would do, sending included. Nothing is saved: the
alert gets no id and never runs again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.async_job_reply import AsyncJobReply
from ...models.test_data_alert_submission import TestDataAlertSubmission

OPERATION: Final = _wire.Operation(
    id="data_alerts_submit_execute_test",
    method="POST",
    path="/data_alerts/submit_execute",
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


def request(*, body: TestDataAlertSubmission | Mapping[str, Any]) -> Request[AsyncJobReply]:
    """What to send for `data_alerts_submit_execute_test`, and how to read the reply.

    Args:
        body: The alert.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/data_alerts/submit_execute",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> AsyncJobReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, AsyncJobReply.from_dict)
    raise _decode.undocumented(reply, "200")
