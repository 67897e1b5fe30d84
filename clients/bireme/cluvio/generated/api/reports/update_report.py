"""Change a report.

Changes a report. What is left out stays as it is. Place and size are changed with
`updateDashboardLayout`. The key needs access to the datasource.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.report_document import ReportDocument
from ...models.report_update import ReportUpdate

OPERATION: Final = _wire.Operation(
    id="updateReport",
    method="PATCH",
    path="/reports/{id}",
    tag="Reports",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str, *, body: ReportUpdate | Mapping[str, Any]) -> Request[ReportDocument]:
    """What to send for `updateReport`, and how to read the reply.

    Args:
        id: Id of the report.
        body: Request that changes a report.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/reports/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ReportDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ReportDocument.from_dict)
    raise _decode.undocumented(reply, "200")
