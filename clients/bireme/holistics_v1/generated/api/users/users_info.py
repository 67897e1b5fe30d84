"""Read the owner of the key.

Gives the user whose key is in use. Command lines call it to see whether a key is good.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.user import User

OPERATION: Final = _wire.Operation(
    id="users_info",
    method="GET",
    path="/users/info.json",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="public-reference",
)


def request() -> Request[User]:
    """What to send for `users_info`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/users/info.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> User:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, User.from_dict)
    raise _decode.undocumented(reply, "200")
