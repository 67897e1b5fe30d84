"""Restore a deleted user.

Takes the deletion of a user back; role, groups and keys are what they were.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="users_restore",
    method="POST",
    path="/users/{id}/restore",
    tag="Users",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_users",),
)


def request(id: int) -> Request[Message]:
    """What to send for `users_restore`, and how to read the reply.

    Args:
        id: Id of the deleted user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}/restore",
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
