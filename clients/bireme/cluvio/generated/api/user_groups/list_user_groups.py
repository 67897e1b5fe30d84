"""List all user groups.

Lists all groups of users in one reply, the built-in ones included.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.user_group_collection import UserGroupCollection

OPERATION: Final = _wire.Operation(
    id="listUserGroups",
    method="GET",
    path="/user_groups",
    tag="User Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_users",),
    any_success=True,
)


def request() -> Request[UserGroupCollection]:
    """What to send for `listUserGroups`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/user_groups",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> UserGroupCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserGroupCollection.from_dict)
    raise _decode.undocumented(reply, "200")
