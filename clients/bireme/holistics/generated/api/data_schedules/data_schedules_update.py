"""Change a data schedule.

Puts the schedule in the body in the place of the one that is kept; keys that are left out are not
taken over from it. Its id and its owner stay. The next run is the first time of `repeat` after now,
so no run is made up for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_schedule_reply import DataScheduleReply
from ...models.data_schedule_submission import DataScheduleSubmission

OPERATION: Final = _wire.Operation(
    id="data_schedules_update",
    method="PUT",
    path="/data_schedules/{id}",
    tag="Data Schedules",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_schedules",),
)


def request(id: int, *, body: DataScheduleSubmission | Mapping[str, Any]) -> Request[DataScheduleReply]:
    """What to send for `data_schedules_update`, and how to read the reply.

    Args:
        id: Id of the schedule, as in the reply that created or listed it.
        body: The schedule.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/data_schedules/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DataScheduleReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataScheduleReply.from_dict)
    raise _decode.undocumented(reply, "200")
