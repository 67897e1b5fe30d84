"""Arrange the reports of a dashboard.

Sets place and size of all reports at once; every report of the dashboard must be in the list. The
grid has 12 columns and as many rows as needed. Gaps above reports close unless `floating_enabled`
is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_arrangement import DashboardArrangement

OPERATION: Final = _wire.Operation(
    id="updateDashboardLayout",
    method="PUT",
    path="/dashboards/{id}/layout",
    tag="Dashboards",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str, *, body: DashboardArrangement | Mapping[str, Any]) -> Request[None]:
    """What to send for `updateDashboardLayout`, and how to read the reply.

    Args:
        id: Id of the dashboard.
        body: Place and size of all reports of a dashboard.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "*/*"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/layout",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "204")
