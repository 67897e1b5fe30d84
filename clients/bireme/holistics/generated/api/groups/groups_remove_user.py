"""Take a user out of a group.

Ends a membership. Not found where the user is no member.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="groups_remove_user",
    method="POST",
    path="/groups/{id}/remove_user/{user_id}",
    tag="Groups",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_groups",),
)


def request(id: int, user_id: int) -> Request[Message]:
    """What to send for `groups_remove_user`, and how to read the reply.

    Args:
        id: Id of the group.
        user_id: Id of the user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/groups/{_encode.path('id', id)}/remove_user/{_encode.path('user_id', user_id)}",
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
