"""Get access to a report's data.

Returns a key and a token for the cached data of a report under the given inputs. The data server
then answers in the form asked for here, JSON or CSV. No query is ever started: status 204 means
that nothing is cached, and `refreshReport` fetches it. The token lives for minutes and works in the
same location only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.report_data_access import ReportDataAccess
from ...models.report_data_query import ReportDataQuery

OPERATION: Final = _wire.Operation(
    id="getReportData",
    method="POST",
    path="/reports/{id}/data",
    tag="Reports",
    success=(200, 204),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, body: ReportDataQuery | Mapping[str, Any]) -> Request[ReportDataAccess | None]:
    """What to send for `getReportData`, and how to read the reply.

    Args:
        id: Id of the report.
        body: Which data of a report is wanted, and in which form.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/reports/{_encode.path('id', id)}/data",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ReportDataAccess | None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299 and reply.content:
        return _decode.json_body(reply, ReportDataAccess.from_dict)
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "200", "204")
