"""Delete a data schedule.

Removes a data schedule for good. A run of it that has begun goes on.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="data_schedules_delete",
    method="DELETE",
    path="/data_schedules/{id}",
    tag="Data Schedules",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_schedules",),
)


def request(id: int) -> Request[Message]:
    """What to send for `data_schedules_delete`, and how to read the reply.

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


def parse(reply: Reply) -> Message:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Message.from_dict)
    raise _decode.undocumented(reply, "200")
