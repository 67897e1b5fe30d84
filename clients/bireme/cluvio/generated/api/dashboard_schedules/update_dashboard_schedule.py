"""Change a schedule.

Changes a schedule. What is left out stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_schedule_document import DashboardScheduleDocument
from ...models.dashboard_schedule_update import DashboardScheduleUpdate

OPERATION: Final = _wire.Operation(
    id="updateDashboardSchedule",
    method="PATCH",
    path="/dashboard_schedules/{id}",
    tag="Dashboard Schedules",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_schedules",),
    any_success=True,
)


def request(id: str, *, body: DashboardScheduleUpdate | Mapping[str, Any]) -> Request[DashboardScheduleDocument]:
    """What to send for `updateDashboardSchedule`, and how to read the reply.

    Args:
        id: Id of the schedule.
        body: Request that changes a schedule.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboard_schedules/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DashboardScheduleDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardScheduleDocument.from_dict)
    raise _decode.undocumented(reply, "200")
