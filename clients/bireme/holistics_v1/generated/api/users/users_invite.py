"""Invite a user.

Adds a user and writes to the address. An address that a user already has gives 422.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.done import Done
from ...models.user_invitation import UserInvitation

OPERATION: Final = _wire.Operation(
    id="users_invite",
    method="POST",
    path="/users/invite.json",
    tag="Users",
    success=(200,),
    retry="unsafe",
    evidence="public-reference",
    permissions=("manage_users",),
    any_success=True,
)


def request(*, body: UserInvitation | Mapping[str, Any]) -> Request[Done]:
    """What to send for `users_invite`, and how to read the reply.

    Args:
        body: Who is invited.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/users/invite.json",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> Done:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, Done.from_dict)
    raise _decode.undocumented(reply, "200")
