"""List all users.

Lists all users of the organization in one reply. `deactivated_at` and `invitation_accepted_at` tell
who cannot sign in, or cannot yet.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_collection import UserCollection
from ...models.user_list_include import UserListInclude

OPERATION: Final = _wire.Operation(
    id="listUsers",
    method="GET",
    path="/users",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_users",),
    any_success=True,
)


def request(*, include: UserListInclude | str | Unset = UNSET) -> Request[UserCollection]:
    """What to send for `listUsers`, and how to read the reply.

    Args:
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of user_groups.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/users",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> UserCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserCollection.from_dict)
    raise _decode.undocumented(reply, "200")
