"""Invite a user.

Creates a user and sends an invitation by mail. The account is there at once, in groups too, but
nobody can sign in to it until the invitation is accepted. The address must be in a domain that is
registered with the organization. Admins and analysts take a seat of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_document import UserDocument
from ...models.user_invitation import UserInvitation

OPERATION: Final = _wire.Operation(
    id="inviteUser",
    method="POST",
    path="/user_invites",
    tag="Users",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(*, body: UserInvitation | Mapping[str, Any] | Unset = UNSET) -> Request[UserDocument]:
    """What to send for `inviteUser`, and how to read the reply.

    Args:
        body: Whom to invite.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/user_invites",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> UserDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserDocument.from_dict)
    raise _decode.undocumented(reply, "201")
