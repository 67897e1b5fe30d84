"""Change a dashboard.

Changes settings of a dashboard. What is left out stays as it is. Place and size of reports are
changed with `updateDashboardLayout`, who may see the dashboard with `shareDashboard`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_document import DashboardDocument
from ...models.dashboard_update import DashboardUpdate

OPERATION: Final = _wire.Operation(
    id="updateDashboard",
    method="PATCH",
    path="/dashboards/{id}",
    tag="Dashboards",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str, *, body: DashboardUpdate | Mapping[str, Any]) -> Request[DashboardDocument]:
    """What to send for `updateDashboard`, and how to read the reply.

    Args:
        id: Id of the dashboard.
        body: Request that changes a dashboard.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DashboardDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardDocument.from_dict)
    raise _decode.undocumented(reply, "200")
