"""Read one dashboard group.

Returns a dashboard group. Personal groups of users cannot be read.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.dashboard_group_document import DashboardGroupDocument
from ...models.dashboard_group_include import DashboardGroupInclude

OPERATION: Final = _wire.Operation(
    id="getDashboardGroup",
    method="GET",
    path="/dashboard_groups/{id}",
    tag="Dashboard Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, include: DashboardGroupInclude | str | Unset = UNSET) -> Request[DashboardGroupDocument]:
    """What to send for `getDashboardGroup`, and how to read the reply.

    Args:
        id: Id of the dashboard group.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of dashboards.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboard_groups/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardGroupDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardGroupDocument.from_dict)
    raise _decode.undocumented(reply, "200")
