"""List all reports.

Lists the reports of all dashboards that the key may see, in one reply.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.report_collection import ReportCollection

OPERATION: Final = _wire.Operation(
    id="listReports",
    method="GET",
    path="/reports",
    tag="Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request() -> Request[ReportCollection]:
    """What to send for `listReports`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/reports",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> ReportCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ReportCollection.from_dict)
    raise _decode.undocumented(reply, "200")
