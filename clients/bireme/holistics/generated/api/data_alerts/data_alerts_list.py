"""List data alerts page by page.

Lists data alerts by id. To go on, pass `cursors.next` of one page as `after` of the next call, with
the same filters, until it is null. Without the right to manage everybody's alerts, the owner of the
key sees the own ones only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.data_alert import DataAlert
from ...models.data_alert_dest_type import DataAlertDestType
from ...models.data_alert_page import DataAlertPage
from ...models.data_alert_source_type import DataAlertSourceType

OPERATION: Final = _wire.Operation(
    id="data_alerts_list",
    method="GET",
    path="/data_alerts",
    tag="Data Alerts",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_alerts",),
    pagination=_wire.Pagination(style="cursor", items="/data_alerts", next="/cursors/next", param="after"),
)


def request(
    *,
    before: str | Unset = UNSET,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    search_term: str | Unset = UNSET,
    dest_type: DataAlertDestType | str | Unset = UNSET,
    source_id: int | Unset = UNSET,
    source_type: DataAlertSourceType | str | Unset = UNSET,
) -> Request[DataAlertPage]:
    """What to send for `data_alerts_list`, and how to read the reply.

    Args:
        before: Cursor to page backwards: the reply holds what stands before it. Take the value from
            `cursors.previous` and treat it as opaque.
        after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
            `cursors.next` and treat it as opaque.
        limit: How many items one page may hold. From 1 to 100; the server's default is 20.
        search_term: Only those whose title has this text in it; letters may be small or capital.
        dest_type: Only those with this kind of destination. One of EmailDest, SlackDest.
        source_id: Only those of the widget with this id.
        source_type: Only those of this kind of source; there is one kind. One of DashboardWidget.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/data_alerts",
        parse=parse,
        query=(
            *_encode.single("before", before),
            *_encode.single("after", after),
            *_encode.single("limit", limit),
            *_encode.single("search_term", search_term),
            *_encode.single("dest_type", dest_type),
            *_encode.single("source_id", source_id),
            *_encode.single("source_type", source_type),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataAlertPage:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataAlertPage.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: DataAlertPage) -> Sequence[DataAlert]:
    """The items of one page."""
    return page.data_alerts
