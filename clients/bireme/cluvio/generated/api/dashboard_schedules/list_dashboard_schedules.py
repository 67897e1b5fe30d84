"""List all schedules.

Lists all schedules in one reply.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.dashboard_schedule_collection import DashboardScheduleCollection

OPERATION: Final = _wire.Operation(
    id="listDashboardSchedules",
    method="GET",
    path="/dashboard_schedules",
    tag="Dashboard Schedules",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_schedules", "manage_schedules"),
    any_success=True,
)


def request() -> Request[DashboardScheduleCollection]:
    """What to send for `listDashboardSchedules`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/dashboard_schedules",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardScheduleCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardScheduleCollection.from_dict)
    raise _decode.undocumented(reply, "200")
