"""Read an email schedule.

Gives a schedule. The password of its file is not told.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.email_schedule import EmailSchedule

OPERATION: Final = _wire.Operation(
    id="email_schedules_get",
    method="GET",
    path="/api/v1/email_schedules/{email_schedule_id}",
    tag="Email Schedules",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_schedules",),
    any_success=True,
)


def request(email_schedule_id: int) -> Request[EmailSchedule]:
    """What to send for `email_schedules_get`, and how to read the reply.

    Args:
        email_schedule_id: Id of the email schedule.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/api/v1/email_schedules/{_encode.path('email_schedule_id', email_schedule_id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> EmailSchedule:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, EmailSchedule.from_dict)
    raise _decode.undocumented(reply, "200")
