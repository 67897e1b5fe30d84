"""Delete a user attribute.

Removes an attribute and all its entries. Attributes of the system cannot be removed.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="user_attributes_delete",
    method="DELETE",
    path="/user_attributes/{id}",
    tag="User Attributes",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_attributes",),
)


def request(id: int) -> Request[Message]:
    """What to send for `user_attributes_delete`, and how to read the reply.

    Args:
        id: Id of the user attribute.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/user_attributes/{_encode.path('id', id)}",
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
