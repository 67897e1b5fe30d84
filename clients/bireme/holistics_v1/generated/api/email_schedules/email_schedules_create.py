"""Make an email schedule.

Makes a schedule that mails a report or dashboard by a crontab in UTC. The source cannot be changed
later.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.email_schedule import EmailSchedule
from ...models.email_schedule_submission import EmailScheduleSubmission

OPERATION: Final = _wire.Operation(
    id="email_schedules_create",
    method="POST",
    path="/api/v1/email_schedules",
    tag="Email Schedules",
    success=(200,),
    retry="unsafe",
    evidence="public-reference",
    permissions=("manage_schedules",),
    any_success=True,
)


def request(*, body: EmailScheduleSubmission | Mapping[str, Any]) -> Request[EmailSchedule]:
    """What to send for `email_schedules_create`, and how to read the reply.

    Args:
        body: The new schedule.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/api/v1/email_schedules",
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
