"""List dashboards page by page.

Lists the dashboards that the owner of the key can see. A page holds at most `limit` of them. To go
on, pass `cursors.next` of one page as `after` of the next call, until it is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.dashboard import Dashboard
from ...models.dashboard_page import DashboardPage
from ...models.dashboard_sort import DashboardSort

OPERATION: Final = _wire.Operation(
    id="dashboards_list",
    method="GET",
    path="/dashboards",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_dashboards",),
    pagination=_wire.Pagination(style="cursor", items="/dashboards", next="/cursors/next", param="after"),
)


def request(
    *,
    before: str | Unset = UNSET,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    sort: DashboardSort | str | Unset = UNSET,
) -> Request[DashboardPage]:
    """What to send for `dashboards_list`, and how to read the reply.

    Args:
        before: Cursor to page backwards: the reply holds what stands before it. Take the value from
            `cursors.previous` and treat it as opaque.
        after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
            `cursors.next` and treat it as opaque.
        limit: How many items one page may hold. From 1 to 100; the server's default is 20.
        sort: Order of the list. `natural` is the order that the web interface shows. One of natural,
            id_asc, id_desc; the server's default is natural.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/dashboards",
        parse=parse,
        query=(
            *_encode.single("before", before),
            *_encode.single("after", after),
            *_encode.single("limit", limit),
            *_encode.single("sort", sort),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DashboardPage:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DashboardPage.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: DashboardPage) -> Sequence[Dashboard]:
    """The items of one page."""
    return page.dashboards
