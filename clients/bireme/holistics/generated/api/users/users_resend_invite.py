"""Send an invitation again.

Starts a job that sends the invitation of a user once more. Refused for users who have no open
invitation.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.async_job_reply import AsyncJobReply

OPERATION: Final = _wire.Operation(
    id="users_resend_invite",
    method="POST",
    path="/users/{id}/resend_invite",
    tag="Users",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=2,
    permissions=("manage_users",),
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
    """What to send for `users_resend_invite`, and how to read the reply.

    Args:
        id: Id of the invited user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}/resend_invite",
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
