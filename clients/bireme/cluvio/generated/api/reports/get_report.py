"""Read one report.

Returns a report with its SQL and its place on the dashboard. Asking for the datasource in `include`
needs View Datasources, Manage Datasources or Manage Dashboards.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.report_document import ReportDocument
from ...models.report_include import ReportInclude

OPERATION: Final = _wire.Operation(
    id="getReport",
    method="GET",
    path="/reports/{id}",
    tag="Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, include: ReportInclude | str | Unset = UNSET) -> Request[ReportDocument]:
    """What to send for `getReport`, and how to read the reply.

    Args:
        id: Id of the report.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of dashboard, datasource.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/reports/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> ReportDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ReportDocument.from_dict)
    raise _decode.undocumented(reply, "200")
