"""Look at the state of a dashboard's data.

Tells for every report and custom filter, under the given inputs, which data there is and whether
something is being fetched. Where the data of a key is there, `data_keys` has a token with which
`getResultData` gives it. Queries are started only with `refresh_data`, and only for data that is
stale by the refresh rate; so an up-to-date display polls with `refresh_data` every time, after
`status_check_delay`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dashboard_status import DashboardStatus
from ...models.dashboard_status_query import DashboardStatusQuery

OPERATION: Final = _wire.Operation(
    id="pollDashboardStatus",
    method="POST",
    path="/dashboards/{id}/status",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, body: DashboardStatusQuery | Mapping[str, Any]) -> Request[DashboardStatus]:
    """What to send for `pollDashboardStatus`, and how to read the reply.

    Args:
        id: Id of the dashboard.
        body: What to look at, and whether to fetch what is stale.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/status",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DashboardStatus:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DashboardStatus.from_dict)
    raise _decode.undocumented(reply, "200")
