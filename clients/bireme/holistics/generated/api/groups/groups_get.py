"""Read one group.

Returns a group with the ids of its members; `include_users` adds the members themselves.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.group_reply import GroupReply

OPERATION: Final = _wire.Operation(
    id="groups_get",
    method="GET",
    path="/groups/{id}",
    tag="Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_groups",),
)


def request(id: int, *, include_users: bool | Unset = UNSET) -> Request[GroupReply]:
    """What to send for `groups_get`, and how to read the reply.

    Args:
        id: Id of the group.
        include_users: Add `users`, the members, to the group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/groups/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include_users", include_users),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> GroupReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, GroupReply.from_dict)
    raise _decode.undocumented(reply, "200")
