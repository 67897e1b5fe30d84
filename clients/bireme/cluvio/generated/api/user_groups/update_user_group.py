"""Change a user group.

Changes name, description, members or dashboards. What is left out stays as it is; a list replaces
the one before. A built-in group keeps its name and its members.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.user_group_document import UserGroupDocument
from ...models.user_group_update import UserGroupUpdate

OPERATION: Final = _wire.Operation(
    id="updateUserGroup",
    method="PATCH",
    path="/user_groups/{id}",
    tag="User Groups",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(id: str, *, body: UserGroupUpdate | Mapping[str, Any]) -> Request[UserGroupDocument]:
    """What to send for `updateUserGroup`, and how to read the reply.

    Args:
        id: Id of the group.
        body: Request that changes a user group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/user_groups/{_encode.path('id', id)}",
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
    raise _decode.undocumented(reply, "200")
