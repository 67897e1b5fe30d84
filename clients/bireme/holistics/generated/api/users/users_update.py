"""Change a user.

Changes what the body names and leaves the rest alone. `group_ids` replaces the set of the user's
groups; an empty list takes the user out of all. Taking away `allow_authentication_token` stops the
user's key. The reply is the user itself, without a key around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user import User
from ...models.user_update import UserUpdate

OPERATION: Final = _wire.Operation(
    id="users_update",
    method="PUT",
    path="/users/{id}",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_users",),
)


def request(id: int, *, body: UserUpdate | Mapping[str, Any] | Unset = UNSET) -> Request[User]:
    """What to send for `users_update`, and how to read the reply.

    Args:
        id: Id of the user.
        body: What to change.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> User:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, User.from_dict)
    raise _decode.undocumented(reply, "200")
