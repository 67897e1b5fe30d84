"""Delete a dashboard.

Deletes a dashboard for good, with its widgets and the reports that live in it only. Schedules and
alerts of the dashboard or of its widgets go with it. A key that does not administrate the workspace
deletes dashboards of its owner only.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="dashboards_delete",
    method="DELETE",
    path="/dashboards/{id}",
    tag="Dashboards",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_dashboards",),
)


def request(id: int) -> Request[Message]:
    """What to send for `dashboards_delete`, and how to read the reply.

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


def parse(reply: Reply) -> Message:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Message.from_dict)
    raise _decode.undocumented(reply, "200")
