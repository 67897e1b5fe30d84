"""List groups page by page.

Lists the groups of the workspace with the ids of their members. `include_users` adds the members of
the listed groups themselves. To go on, pass `cursors.next` of one page as `after` of the next call,
until it is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.group import Group
from ...models.group_page import GroupPage
from ...models.group_sort import GroupSort

OPERATION: Final = _wire.Operation(
    id="groups_list",
    method="GET",
    path="/groups",
    tag="Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_groups",),
    pagination=_wire.Pagination(style="cursor", items="/groups", next="/cursors/next", param="after"),
)


def request(
    *,
    before: str | Unset = UNSET,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    sort: GroupSort | str | Unset = UNSET,
    include_users: bool | Unset = UNSET,
) -> Request[GroupPage]:
    """What to send for `groups_list`, and how to read the reply.

    Args:
        before: Cursor to page backwards: the reply holds what stands before it. Take the value from
            `cursors.previous` and treat it as opaque.
        after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
            `cursors.next` and treat it as opaque.
        limit: How many items one page may hold. From 1 to 100; the server's default is 20.
        sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
            id_asc, id_desc; the server's default is natural.
        include_users: Fill `users` with the members of the listed groups; otherwise it is empty.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/groups",
        parse=parse,
        query=(
            *_encode.single("before", before),
            *_encode.single("after", after),
            *_encode.single("limit", limit),
            *_encode.single("sort", sort),
            *_encode.single("include_users", include_users),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> GroupPage:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, GroupPage.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: GroupPage) -> Sequence[Group]:
    """The items of one page."""
    return page.groups
