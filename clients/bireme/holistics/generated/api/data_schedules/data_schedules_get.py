"""Read one data schedule.

Returns a data schedule. Without the right to manage everybody's schedules, the owner of the key can
read the own ones only.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_schedule_reply import DataScheduleReply

OPERATION: Final = _wire.Operation(
    id="data_schedules_get",
    method="GET",
    path="/data_schedules/{id}",
    tag="Data Schedules",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_schedules",),
)


def request(id: int) -> Request[DataScheduleReply]:
    """What to send for `data_schedules_get`, and how to read the reply.

    Args:
        id: Id of the schedule, as in the reply that created or listed it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_schedules/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataScheduleReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataScheduleReply.from_dict)
    raise _decode.undocumented(reply, "200")
