"""List user attributes page by page.

Lists what can be noted about each user and group, the attributes of the system included. To go on,
pass `cursors.next` of one page as `after` of the next call, until it is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_attribute import UserAttribute
from ...models.user_attribute_page import UserAttributePage

OPERATION: Final = _wire.Operation(
    id="user_attributes_list",
    method="GET",
    path="/user_attributes",
    tag="User Attributes",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_attributes",),
    pagination=_wire.Pagination(style="cursor", items="/user_attributes", next="/cursors/next", param="after"),
)


def request(
    *, before: str | Unset = UNSET, after: str | Unset = UNSET, limit: int | Unset = UNSET
) -> Request[UserAttributePage]:
    """What to send for `user_attributes_list`, and how to read the reply.

    Args:
        before: Cursor to page backwards: the reply holds what stands before it. Take the value from
            `cursors.previous` and treat it as opaque.
        after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
            `cursors.next` and treat it as opaque.
        limit: How many items one page may hold. From 1 to 100; the server's default is 20.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/user_attributes",
        parse=parse,
        query=(
            *_encode.single("before", before),
            *_encode.single("after", after),
            *_encode.single("limit", limit),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> UserAttributePage:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserAttributePage.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: UserAttributePage) -> Sequence[UserAttribute]:
    """The items of one page."""
    return page.user_attributes
