"""Copy a report.

Makes a copy of a report on the same dashboard, and returns it.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.report_document import ReportDocument

OPERATION: Final = _wire.Operation(
    id="duplicateReport",
    method="POST",
    path="/reports/{id}/duplicate",
    tag="Reports",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str) -> Request[ReportDocument]:
    """What to send for `duplicateReport`, and how to read the reply.

    Args:
        id: Id of the report.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/reports/{_encode.path('id', id)}/duplicate",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> ReportDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ReportDocument.from_dict)
    raise _decode.undocumented(reply, "201")
