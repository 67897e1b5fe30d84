"""Read one dashboard.

Returns a dashboard with the ids of its reports, filters and snippets. Name one kind of related
objects in `include` to get them along in `included`: users and groups of users need View Users,
Manage Users or Manage Dashboards, sharing links need Manage Dashboards.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.dashboard_document import DashboardDocument
from ...models.dashboard_include import DashboardInclude

OPERATION: Final = _wire.Operation(
    id="getDashboard",
    method="GET",
    path="/dashboards/{id}",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, include: DashboardInclude | str | Unset = UNSET) -> Request[DashboardDocument]:
    """What to send for `getDashboard`, and how to read the reply.

    Args:
        id: Id of the dashboard.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of reports, filters, sql_snippets, dashboard_groups,
            dashboard_sharing_links, user, user_groups.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardDocument.from_dict)
    raise _decode.undocumented(reply, "200")
