"""Read one schedule.

Returns a schedule and when it was last sent.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.dashboard_schedule_document import DashboardScheduleDocument
from ...models.dashboard_schedule_include import DashboardScheduleInclude

OPERATION: Final = _wire.Operation(
    id="getDashboardSchedule",
    method="GET",
    path="/dashboard_schedules/{id}",
    tag="Dashboard Schedules",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_schedules", "manage_schedules"),
    any_success=True,
)


def request(id: str, *, include: DashboardScheduleInclude | str | Unset = UNSET) -> Request[DashboardScheduleDocument]:
    """What to send for `getDashboardSchedule`, and how to read the reply.

    Args:
        id: Id of the schedule.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of dashboard, report.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/dashboard_schedules/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DashboardScheduleDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardScheduleDocument.from_dict)
    raise _decode.undocumented(reply, "200")
