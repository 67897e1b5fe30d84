"""Read one user.

Returns a user. Whether logins need a second factor is there only for keys with Manage Users.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_document import UserDocument
from ...models.user_include import UserInclude

OPERATION: Final = _wire.Operation(
    id="getUser",
    method="GET",
    path="/users/{id}",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_users",),
    any_success=True,
)


def request(id: str, *, include: UserInclude | str | Unset = UNSET) -> Request[UserDocument]:
    """What to send for `getUser`, and how to read the reply.

    Args:
        id: Id of the user.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of user_groups, invited_by_user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> UserDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserDocument.from_dict)
    raise _decode.undocumented(reply, "200")
