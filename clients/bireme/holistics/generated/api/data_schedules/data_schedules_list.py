"""List data schedules page by page.

Lists data schedules by id. To go on, pass `cursors.next` of one page as `after` of the next call,
with the same filters, until it is null. Without the right to manage everybody's schedules, the
owner of the key sees the own ones only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.data_schedule import DataSchedule
from ...models.data_schedule_dest_type import DataScheduleDestType
from ...models.data_schedule_page import DataSchedulePage
from ...models.data_schedule_source_type import DataScheduleSourceType

OPERATION: Final = _wire.Operation(
    id="data_schedules_list",
    method="GET",
    path="/data_schedules",
    tag="Data Schedules",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_schedules",),
    pagination=_wire.Pagination(style="cursor", items="/data_schedules", next="/cursors/next", param="after"),
)


def request(
    *,
    before: str | Unset = UNSET,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    dest_type: DataScheduleDestType | str | Unset = UNSET,
    source_type: DataScheduleSourceType | str | Unset = UNSET,
    source_id: int | Unset = UNSET,
) -> Request[DataSchedulePage]:
    """What to send for `data_schedules_list`, and how to read the reply.

    Args:
        before: Cursor to page backwards: the reply holds what stands before it. Take the value from
            `cursors.previous` and treat it as opaque.
        after: Cursor to page forwards: the reply holds what stands behind it. Take the value from
            `cursors.next` and treat it as opaque.
        limit: How many items one page may hold. From 1 to 100; the server's default is 20.
        dest_type: Only those with this kind of destination. One of EmailDest, SlackDest, Adls2Dest,
            SftpDest.
        source_type: Only those of this kind of source. One of Dashboard, QueryReport.
        source_id: Only those of the source with this id.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/data_schedules",
        parse=parse,
        query=(
            *_encode.single("before", before),
            *_encode.single("after", after),
            *_encode.single("limit", limit),
            *_encode.single("dest_type", dest_type),
            *_encode.single("source_type", source_type),
            *_encode.single("source_id", source_id),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataSchedulePage:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataSchedulePage.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: DataSchedulePage) -> Sequence[DataSchedule]:
    """The items of one page."""
    return page.data_schedules
