"""Tell whose key is in use.

Returns the user to whom the API key belongs. A cheap way to find out whether a key works and which
role it has.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.user_reply import UserReply

OPERATION: Final = _wire.Operation(
    id="users_me",
    method="GET",
    path="/users/me",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
)


def request() -> Request[UserReply]:
    """What to send for `users_me`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/users/me",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> UserReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserReply.from_dict)
    raise _decode.undocumented(reply, "200")
