"""Change an email schedule.

Changes what is given and leaves the rest as it is. The source cannot be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.email_schedule import EmailSchedule
from ...models.email_schedule_change import EmailScheduleChange

OPERATION: Final = _wire.Operation(
    id="email_schedules_update",
    method="PATCH",
    path="/api/v1/email_schedules/{email_schedule_id}",
    tag="Email Schedules",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("manage_schedules",),
    any_success=True,
)


def request(email_schedule_id: int, *, body: EmailScheduleChange | Mapping[str, Any]) -> Request[EmailSchedule]:
    """What to send for `email_schedules_update`, and how to read the reply.

    Args:
        email_schedule_id: Id of the email schedule.
        body: What to change.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/api/v1/email_schedules/{_encode.path('email_schedule_id', email_schedule_id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> EmailSchedule:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, EmailSchedule.from_dict)
    raise _decode.undocumented(reply, "200")
