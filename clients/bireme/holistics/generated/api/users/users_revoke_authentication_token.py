"""Revoke the API key of a user.

Makes a user's API key useless from now on. Everybody may revoke their own key; for that of somebody
else, the owner of the key in use has to be an administrator (`manage_users`).
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="users_revoke_authentication_token",
    method="POST",
    path="/users/{id}/revoke_authentication_token",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
)


def request(id: int) -> Request[Message]:
    """What to send for `users_revoke_authentication_token`, and how to read the reply.

    Args:
        id: Id of the user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}/revoke_authentication_token",
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
