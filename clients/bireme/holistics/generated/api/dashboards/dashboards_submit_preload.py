"""Warm the cache of a dashboard.

Starts a job that runs all widgets of a dashboard, so that the next person to open it finds the
results ready. Filters that the body does not mention keep their default condition; the operator
`none` switches such a default off. Without `bust_cache`, a widget whose result is cached already is
left alone. The body may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.async_job_reply import AsyncJobReply
from ...models.preload_submission import PreloadSubmission

OPERATION: Final = _wire.Operation(
    id="dashboards_submit_preload",
    method="POST",
    path="/dashboards/{id}/submit_preload",
    tag="Dashboards",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=3,
    permissions=("preload",),
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


def request(id: int, *, body: PreloadSubmission | Mapping[str, Any] | Unset = UNSET) -> Request[AsyncJobReply]:
    """What to send for `dashboards_submit_preload`, and how to read the reply.

    Args:
        id: Id of the dashboard, the number in the path of its web address.
        body: Which filter values to run the widgets with, and whether cached results count.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/submit_preload",
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
