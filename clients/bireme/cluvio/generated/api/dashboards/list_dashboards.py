"""List all dashboards.

Lists all dashboards that the key may see, in one reply, each with the ids of its reports and
filters.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.dashboard_collection import DashboardCollection

OPERATION: Final = _wire.Operation(
    id="listDashboards",
    method="GET",
    path="/dashboards",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request() -> Request[DashboardCollection]:
    """What to send for `listDashboards`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/dashboards",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardCollection.from_dict)
    raise _decode.undocumented(reply, "200")
