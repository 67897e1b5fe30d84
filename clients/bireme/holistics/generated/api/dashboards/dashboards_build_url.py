"""Make an address that opens a dashboard with filters set.

Gives a web address of the dashboard that carries the submitted filter states, and the short hash
that stands for them in it. Equal states have an equal hash, in whatever order they are submitted.
With nothing submitted the address is the plain one and the hash is null. Filters that are not named
keep their default condition. The body may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.dashboard_url import DashboardUrl
from ...models.filter_states import FilterStates

OPERATION: Final = _wire.Operation(
    id="dashboards_build_url",
    method="POST",
    path="/dashboards/{id}/build_url",
    tag="Dashboards",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_dashboards",),
)


def request(id: int, *, body: FilterStates | Mapping[str, Any] | Unset = UNSET) -> Request[DashboardUrl]:
    """What to send for `dashboards_build_url`, and how to read the reply.

    Args:
        id: Id of the dashboard, the number in the path of its web address.
        body: The states of the filters to set.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/build_url",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DashboardUrl:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DashboardUrl.from_dict)
    raise _decode.undocumented(reply, "200")
