"""Invite people.

Adds users by their e-mail addresses and starts a job that sends them invitations. They are listed
at once, with the status `pending`. One address that cannot be invited refuses the whole call, and
the error says which and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.async_job_reply import AsyncJobReply
from ...models.user_invitation import UserInvitation

OPERATION: Final = _wire.Operation(
    id="users_invite",
    method="POST",
    path="/users/invite",
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


def request(*, body: UserInvitation | Mapping[str, Any]) -> Request[AsyncJobReply]:
    """What to send for `users_invite`, and how to read the reply.

    Args:
        body: Whom to invite, and what they may do.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/users/invite",
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
