"""Rename a group.

Gives a group another name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.group import Group
from ...models.group_submission import GroupSubmission

OPERATION: Final = _wire.Operation(
    id="groups_update",
    method="PUT",
    path="/groups/{group_id}.json",
    tag="Groups",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("manage_groups",),
    any_success=True,
)


def request(group_id: int, *, body: GroupSubmission | Mapping[str, Any]) -> Request[Group]:
    """What to send for `groups_update`, and how to read the reply.

    Args:
        group_id: Id of the group.
        body: The new name.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/groups/{_encode.path('group_id', group_id)}.json",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> Group:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, Group.from_dict)
    raise _decode.undocumented(reply, "200")
