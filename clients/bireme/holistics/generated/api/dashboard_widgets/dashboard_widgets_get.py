"""Read one widget.

Returns a widget and what the owner of the key may do with it. Its dashboard, its report and the web
addresses are left out unless asked for.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.dashboard_widget_reply import DashboardWidgetReply

OPERATION: Final = _wire.Operation(
    id="dashboard_widgets_get",
    method="GET",
    path="/dashboard_widgets/{id}",
    tag="Dashboard Widgets",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_dashboards",),
)


def request(
    id: int,
    *,
    include_dashboard: bool | Unset = UNSET,
    include_report: bool | Unset = UNSET,
    include_url: bool | Unset = UNSET,
) -> Request[DashboardWidgetReply]:
    """What to send for `dashboard_widgets_get`, and how to read the reply.

    Args:
        id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
            open widget.
        include_dashboard: With `true`, the reply has the dashboard of the widget under `dashboard`.
        include_report: With `true`, the reply has the report that the widget draws under
            `query_report`.
        include_url: With `true`, the reply has the web address of the widget, and of its dashboard if
            that is included.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboard_widgets/{_encode.path('id', id)}",
        parse=parse,
        query=(
            *_encode.single("include_dashboard", include_dashboard),
            *_encode.single("include_report", include_report),
            *_encode.single("include_url", include_url),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DashboardWidgetReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DashboardWidgetReply.from_dict)
    raise _decode.undocumented(reply, "200")
