"""Say who may see a dashboard.

Sets who may see a dashboard, in place of what held before. With `custom`, name groups of users; the
built-in groups go by `all_users` and `all_analysts` there. Those who newly gain access can be told
by mail.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_sharing import DashboardSharing

OPERATION: Final = _wire.Operation(
    id="shareDashboard",
    method="POST",
    path="/dashboards/{id}/share",
    tag="Dashboards",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str, *, body: DashboardSharing | Mapping[str, Any]) -> Request[None]:
    """What to send for `shareDashboard`, and how to read the reply.

    Args:
        id: Id of the dashboard.
        body: Who may see a dashboard from now on.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "*/*"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/share",
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
