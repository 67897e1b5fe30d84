"""List all dashboard groups.

Lists all dashboard groups in one reply: those with a place of their own first, in that order, then
the others by name. Personal groups of users are never shown.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.dashboard_group_collection import DashboardGroupCollection

OPERATION: Final = _wire.Operation(
    id="listDashboardGroups",
    method="GET",
    path="/dashboard_groups",
    tag="Dashboard Groups",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request() -> Request[DashboardGroupCollection]:
    """What to send for `listDashboardGroups`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/dashboard_groups",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardGroupCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardGroupCollection.from_dict)
    raise _decode.undocumented(reply, "200")
