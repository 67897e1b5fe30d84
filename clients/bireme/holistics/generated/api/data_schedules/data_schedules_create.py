"""Create a data schedule.

Keeps a schedule that sends a dashboard or a report by mail, to Slack, or as a file to another
machine. It belongs to the owner of the key and runs with that person's rights. The first run is the
first time of `repeat` after now.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_schedule_reply import DataScheduleReply
from ...models.data_schedule_submission import DataScheduleSubmission

OPERATION: Final = _wire.Operation(
    id="data_schedules_create",
    method="POST",
    path="/data_schedules",
    tag="Data Schedules",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_schedules",),
)


def request(*, body: DataScheduleSubmission | Mapping[str, Any]) -> Request[DataScheduleReply]:
    """What to send for `data_schedules_create`, and how to read the reply.

    Args:
        body: The schedule.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/data_schedules",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DataScheduleReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 201:
        return _decode.json_body(reply, DataScheduleReply.from_dict)
    raise _decode.undocumented(reply, "201")
