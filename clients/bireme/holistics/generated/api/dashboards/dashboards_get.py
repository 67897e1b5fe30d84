"""Read one dashboard.

Returns a dashboard with its filters and widgets. The ids in `dynamic_filters` are the ones that
filter conditions of exports and preloads refer to; the ids in `widgets` are the ones that can be
exported.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_reply import DashboardReply

OPERATION: Final = _wire.Operation(
    id="dashboards_get",
    method="GET",
    path="/dashboards/{id}",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_dashboards",),
)


def request(id: int) -> Request[DashboardReply]:
    """What to send for `dashboards_get`, and how to read the reply.

    Args:
        id: Id of the dashboard, the number in the path of its web address.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DashboardReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DashboardReply.from_dict)
    raise _decode.undocumented(reply, "200")
