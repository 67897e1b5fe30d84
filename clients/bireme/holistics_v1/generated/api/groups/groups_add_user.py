"""Put a user into a group.

Puts a user into a group; one who is in it already stays.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.done import Done

OPERATION: Final = _wire.Operation(
    id="groups_add_user",
    method="PUT",
    path="/groups/{group_id}/user/{user_id}",
    tag="Groups",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("manage_groups",),
    any_success=True,
)


def request(group_id: int, user_id: int) -> Request[Done]:
    """What to send for `groups_add_user`, and how to read the reply.

    Args:
        group_id: Id of the group.
        user_id: Id of the user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/groups/{_encode.path('group_id', group_id)}/user/{_encode.path('user_id', user_id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Done:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, Done.from_dict)
    raise _decode.undocumented(reply, "200")
