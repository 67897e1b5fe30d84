"""Create a group.

Adds a group without members. Its name must not be taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.group_creation import GroupCreation
from ...models.group_reply import GroupReply

OPERATION: Final = _wire.Operation(
    id="groups_create",
    method="POST",
    path="/groups",
    tag="Groups",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_groups",),
)


def request(*, body: GroupCreation | Mapping[str, Any]) -> Request[GroupReply]:
    """What to send for `groups_create`, and how to read the reply.

    Args:
        body: The group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/groups",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> GroupReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 201:
        return _decode.json_body(reply, GroupReply.from_dict)
    raise _decode.undocumented(reply, "201")
