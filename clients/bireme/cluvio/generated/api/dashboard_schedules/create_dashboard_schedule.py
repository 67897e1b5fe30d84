"""Create a schedule.

Creates a schedule that mails a dashboard or a report. One of the two must be given; with both, the
report is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_schedule_creation import DashboardScheduleCreation
from ...models.dashboard_schedule_document import DashboardScheduleDocument

OPERATION: Final = _wire.Operation(
    id="createDashboardSchedule",
    method="POST",
    path="/dashboard_schedules",
    tag="Dashboard Schedules",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_schedules",),
    any_success=True,
)


def request(*, body: DashboardScheduleCreation | Mapping[str, Any]) -> Request[DashboardScheduleDocument]:
    """What to send for `createDashboardSchedule`, and how to read the reply.

    Args:
        body: Request that creates a schedule.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/dashboard_schedules",
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
    raise _decode.undocumented(reply, "201")
