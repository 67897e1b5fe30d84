"""Delete a widget.

Takes a widget off its dashboard for good, with the report that lives in it only, and out of the
filters of the dashboard. Alerts on the widget and schedules that deliver it alone go with it. A key
that does not administrate the workspace deletes from dashboards of its owner only.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="dashboard_widgets_delete",
    method="DELETE",
    path="/dashboard_widgets/{id}",
    tag="Dashboard Widgets",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_dashboards",),
)


def request(id: int) -> Request[Message]:
    """What to send for `dashboard_widgets_delete`, and how to read the reply.

    Args:
        id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
            open widget.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboard_widgets/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Message:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Message.from_dict)
    raise _decode.undocumented(reply, "200")
