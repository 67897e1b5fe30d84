"""Create a dashboard.

Creates a dashboard without reports; add them with `createReport`. Only its owner and admins see it
until `shareDashboard` says otherwise. `default_parameters` has no effect here; set it with
`updateDashboard`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_creation import DashboardCreation
from ...models.dashboard_document import DashboardDocument

OPERATION: Final = _wire.Operation(
    id="createDashboard",
    method="POST",
    path="/dashboards",
    tag="Dashboards",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(*, body: DashboardCreation | Mapping[str, Any]) -> Request[DashboardDocument]:
    """What to send for `createDashboard`, and how to read the reply.

    Args:
        body: Request that creates a dashboard.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/dashboards",
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
    raise _decode.undocumented(reply, "201")
