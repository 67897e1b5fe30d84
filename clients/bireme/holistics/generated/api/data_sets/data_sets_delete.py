"""Delete a data set.

Deletes a data set for good. One that reports use is refused, and so is one that is defined in AML:
that is deleted where its code is.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="data_sets_delete",
    method="DELETE",
    path="/data_sets/{id}",
    tag="Data Sets",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_data",),
)


def request(id: int) -> Request[Message]:
    """What to send for `data_sets_delete`, and how to read the reply.

    Args:
        id: Id of the data set.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_sets/{_encode.path('id', id)}",
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
