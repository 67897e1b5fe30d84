"""List users.

Gives all users of the workspace with their groups, deleted ones too. There are no pages.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.user import User

OPERATION: Final = _wire.Operation(
    id="users_list",
    method="GET",
    path="/users.json",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_users",),
    any_success=True,
)


def request() -> Request[list[User]]:
    """What to send for `users_list`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/users.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> list[User]:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, _decode.array(User.from_dict))
    raise _decode.undocumented(reply, "200")
