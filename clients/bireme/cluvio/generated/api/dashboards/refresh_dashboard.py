"""Run all queries of a dashboard anew.

Starts the query of every report and SQL filter under the given inputs, however fresh their data is,
after stopping those that run already under the same inputs. Answers at once; follow with
`pollDashboardStatus` and the same inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.inputs_submission import InputsSubmission

OPERATION: Final = _wire.Operation(
    id="refreshDashboard",
    method="POST",
    path="/dashboards/{id}/refresh",
    tag="Dashboards",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, body: InputsSubmission | Mapping[str, Any]) -> Request[None]:
    """What to send for `refreshDashboard`, and how to read the reply.

    Args:
        id: Id of the dashboard.
        body: Inputs to work with.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "*/*"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboards/{_encode.path('id', id)}/refresh",
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
