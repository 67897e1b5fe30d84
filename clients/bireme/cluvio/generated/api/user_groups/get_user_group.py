"""Read one user group.

Returns a group of users. The members of built-in groups follow from the roles of the users.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_group_document import UserGroupDocument
from ...models.user_group_include import UserGroupInclude

OPERATION: Final = _wire.Operation(
    id="getUserGroup",
    method="GET",
    path="/user_groups/{id}",
    tag="User Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_users",),
    any_success=True,
)


def request(id: str, *, include: UserGroupInclude | str | Unset = UNSET) -> Request[UserGroupDocument]:
    """What to send for `getUserGroup`, and how to read the reply.

    Args:
        id: Id of the group.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of users, dashboards.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/user_groups/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> UserGroupDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserGroupDocument.from_dict)
    raise _decode.undocumented(reply, "200")
