"""Make a group.

Makes a group without users. A name that another group has gives 422.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.group import Group
from ...models.group_submission import GroupSubmission

OPERATION: Final = _wire.Operation(
    id="groups_create",
    method="POST",
    path="/groups.json",
    tag="Groups",
    success=(200,),
    retry="unsafe",
    evidence="public-reference",
    permissions=("manage_groups",),
    any_success=True,
)


def request(*, body: GroupSubmission | Mapping[str, Any]) -> Request[Group]:
    """What to send for `groups_create`, and how to read the reply.

    Args:
        body: The new group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/groups.json",
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
