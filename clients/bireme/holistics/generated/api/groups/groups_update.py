"""Rename a group.

Gives a group another name. Members are changed with the operations to add and to remove a user.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.group_reply import GroupReply
from ...models.group_update import GroupUpdate

OPERATION: Final = _wire.Operation(
    id="groups_update",
    method="PUT",
    path="/groups/{id}",
    tag="Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_groups",),
)


def request(id: int, *, body: GroupUpdate | Mapping[str, Any]) -> Request[GroupReply]:
    """What to send for `groups_update`, and how to read the reply.

    Args:
        id: Id of the group.
        body: What to change.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/groups/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> GroupReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, GroupReply.from_dict)
    raise _decode.undocumented(reply, "200")
