"""Put dashboard groups in order.

Gives the named groups their places, first to last, for everyone who uses the web application.
Groups that are not named follow by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_group_order import DashboardGroupOrder

OPERATION: Final = _wire.Operation(
    id="sortDashboardGroups",
    method="POST",
    path="/dashboard_groups/sort",
    tag="Dashboard Groups",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(*, body: DashboardGroupOrder | Mapping[str, Any]) -> Request[None]:
    """What to send for `sortDashboardGroups`, and how to read the reply.

    Args:
        body: Places of dashboard groups.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "*/*"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/dashboard_groups/sort",
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
