"""Delete a data source.

Deletes a data source for good. One that data models, data sets or schedules use is refused.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="data_sources_delete",
    method="DELETE",
    path="/data_sources/{id}",
    tag="Data Sources",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_data",),
)


def request(id: int) -> Request[Message]:
    """What to send for `data_sources_delete`, and how to read the reply.

    Args:
        id: Id of the data source.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_sources/{_encode.path('id', id)}",
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
