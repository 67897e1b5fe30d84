"""Tell whether an address belongs to a user.

Tells whether somebody in the workspace has this e-mail address. Case makes no difference; deleted
users count.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_check_reply import UserCheckReply

OPERATION: Final = _wire.Operation(
    id="users_check_holistics_user",
    method="GET",
    path="/users/check_holistics_user",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_users",),
)


def request(*, email: str | Unset = UNSET) -> Request[UserCheckReply]:
    """What to send for `users_check_holistics_user`, and how to read the reply.

    Args:
        email: The address to look for. Without one the answer is no.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/users/check_holistics_user",
        parse=parse,
        query=(*_encode.single("email", email),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> UserCheckReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserCheckReply.from_dict)
    raise _decode.undocumented(reply, "200")
