"""Create a user group.

Creates a group of users, with members and with dashboards that are shared with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.user_group_creation import UserGroupCreation
from ...models.user_group_document import UserGroupDocument

OPERATION: Final = _wire.Operation(
    id="createUserGroup",
    method="POST",
    path="/user_groups",
    tag="User Groups",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(*, body: UserGroupCreation | Mapping[str, Any]) -> Request[UserGroupDocument]:
    """What to send for `createUserGroup`, and how to read the reply.

    Args:
        body: Request that creates a user group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/user_groups",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> UserGroupDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserGroupDocument.from_dict)
    raise _decode.undocumented(reply, "201")
