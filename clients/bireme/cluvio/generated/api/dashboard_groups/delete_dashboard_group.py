"""Delete a dashboard group.

Deletes a dashboard group. Its dashboards stay.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="deleteDashboardGroup",
    method="DELETE",
    path="/dashboard_groups/{id}",
    tag="Dashboard Groups",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str) -> Request[None]:
    """What to send for `deleteDashboardGroup`, and how to read the reply.

    Args:
        id: Id of the dashboard group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboard_groups/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "*/*"},
    )


def parse(reply: Reply) -> None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "204")
