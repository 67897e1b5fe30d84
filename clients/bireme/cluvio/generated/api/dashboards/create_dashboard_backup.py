"""Back up a dashboard.

Returns the dashboard as a JSON object that the web application can make a new dashboard of. What is
inside is not public and may change; the feature is there on request.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_backup import DashboardBackup

OPERATION: Final = _wire.Operation(
    id="createDashboardBackup",
    method="POST",
    path="/dashboards/{id}/backup",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str) -> Request[DashboardBackup]:
    """What to send for `createDashboardBackup`, and how to read the reply.

    Args:
        id: Id of the dashboard.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/backup",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DashboardBackup:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardBackup.from_dict)
    raise _decode.undocumented(reply, "200")
