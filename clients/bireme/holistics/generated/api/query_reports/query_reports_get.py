"""Read one report.

Returns a report: what it queries and how it is drawn. Its data set is left out unless asked for.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.query_report_reply import QueryReportReply

OPERATION: Final = _wire.Operation(
    id="query_reports_get",
    method="GET",
    path="/query_reports/{id}",
    tag="Query Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_data",),
)


def request(id: int, *, include_data_set: bool | Unset = UNSET) -> Request[QueryReportReply]:
    """What to send for `query_reports_get`, and how to read the reply.

    Args:
        id: Id of the report, as in `source_id` of a widget that draws one.
        include_data_set: With `true`, the reply has the data set of the report under `data_set`.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/query_reports/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include_data_set", include_data_set),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> QueryReportReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, QueryReportReply.from_dict)
    raise _decode.undocumented(reply, "200")
