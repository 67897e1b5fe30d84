"""Copy a dashboard.

Makes a copy of a dashboard with copies of all its reports, and returns it.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_document import DashboardDocument

OPERATION: Final = _wire.Operation(
    id="duplicateDashboard",
    method="POST",
    path="/dashboards/{id}/duplicate",
    tag="Dashboards",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str) -> Request[DashboardDocument]:
    """What to send for `duplicateDashboard`, and how to read the reply.

    Args:
        id: Id of the dashboard.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/duplicate",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardDocument.from_dict)
    raise _decode.undocumented(reply, "201")
