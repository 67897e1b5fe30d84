"""List users page by page.

Lists the people of the workspace, invited and deleted ones included unless the filters leave them
out. `counters` counts all users that the filters let through, not those of the page; `groups` holds
the groups of the users on the page. To go on, pass `cursors.next` of one page as `after` of the
next call, until it is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.listed_user import ListedUser
from ...models.user_page import UserPage
from ...models.user_role import UserRole
from ...models.user_sort import UserSort
from ...models.user_status import UserStatus

OPERATION: Final = _wire.Operation(
    id="users_list",
    method="GET",
    path="/users",
    tag="Users",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_users",),
    pagination=_wire.Pagination(style="cursor", items="/users", next="/cursors/next", param="after"),
)


def request(
    *,
    before: str | Unset = UNSET,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    search_term: str | Unset = UNSET,
    status: UserStatus | str | Unset = UNSET,
    role: UserRole | str | Unset = UNSET,
    has_authentication_token: bool | Unset = UNSET,
    exclude_deleted: bool | Unset = UNSET,
    sort: UserSort | str | Unset = UNSET,
) -> Request[UserPage]:
    """What to send for `users_list`, and how to read the reply.

    Args:
        before: Cursor to page backwards: the reply holds what stands before it. Take the value from
            `cursors.previous` and treat it as opaque.
        after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
            `cursors.next` and treat it as opaque.
        limit: How many items one page may hold. From 1 to 100; the server's default is 20.
        search_term: Text to look for in e-mail address, name and initials, and in the names of the
            user's groups.
        status: Only users in this state. One of active, deleted, pending.
        role: Only users with this role. One of user, explorer, analyst, admin, growth_admin, it_admin.
        has_authentication_token: Only users who have an API key, or only those who have none. Whether
            the user may still use the API makes no difference.
        exclude_deleted: Leave deleted users out.
        sort: Order of the list; users who are equal in it stand in the same direction by id. One of
            natural, id_asc, id_desc, name_asc, name_desc, initials_asc, initials_desc; the server's
            default is natural.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/users",
        parse=parse,
        query=(
            *_encode.single("before", before),
            *_encode.single("after", after),
            *_encode.single("limit", limit),
            *_encode.single("search_term", search_term),
            *_encode.single("status", status),
            *_encode.single("role", role),
            *_encode.single("has_authentication_token", has_authentication_token),
            *_encode.single("exclude_deleted", exclude_deleted),
            *_encode.single("sort", sort),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> UserPage:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserPage.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: UserPage) -> Sequence[ListedUser]:
    """The items of one page."""
    return page.users
