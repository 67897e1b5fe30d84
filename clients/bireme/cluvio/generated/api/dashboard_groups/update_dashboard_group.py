"""Change a dashboard group.

Changes name, description or members. What is left out stays as it is; a list of dashboards replaces
the one before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_group_document import DashboardGroupDocument
from ...models.dashboard_group_update import DashboardGroupUpdate

OPERATION: Final = _wire.Operation(
    id="updateDashboardGroup",
    method="PATCH",
    path="/dashboard_groups/{id}",
    tag="Dashboard Groups",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str, *, body: DashboardGroupUpdate | Mapping[str, Any]) -> Request[DashboardGroupDocument]:
    """What to send for `updateDashboardGroup`, and how to read the reply.

    Args:
        id: Id of the dashboard group.
        body: Request that changes a dashboard group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboard_groups/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DashboardGroupDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardGroupDocument.from_dict)
    raise _decode.undocumented(reply, "200")
