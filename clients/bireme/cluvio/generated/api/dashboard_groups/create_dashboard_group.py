"""Create a dashboard group.

Creates a group of dashboards, with or without members. It stands in the list by its name until
`sortDashboardGroups` gives it a place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_group_creation import DashboardGroupCreation
from ...models.dashboard_group_document import DashboardGroupDocument

OPERATION: Final = _wire.Operation(
    id="createDashboardGroup",
    method="POST",
    path="/dashboard_groups",
    tag="Dashboard Groups",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(*, body: DashboardGroupCreation | Mapping[str, Any]) -> Request[DashboardGroupDocument]:
    """What to send for `createDashboardGroup`, and how to read the reply.

    Args:
        body: Request that creates a dashboard group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/dashboard_groups",
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
    raise _decode.undocumented(reply, "201")
