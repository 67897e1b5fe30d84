"""Run a drop-down's query anew.

Starts the query behind a SQL drop-down and answers at once; follow it with `getExecution`. Dynamic
ones need the dashboard and the inputs. Status 204 means that the drop-down is a manual one, so that
there is nothing to run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.execution_started import ExecutionStarted
from ...models.filter_options_query import FilterOptionsQuery

OPERATION: Final = _wire.Operation(
    id="refreshDropDownFilterOptions",
    method="POST",
    path="/filters/{id}/refresh",
    tag="Filters",
    success=(200, 204),
    retry="unsafe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    job=_wire.AsyncJob(
        id="/execution_id",
        status="/data/attributes/execution_status",
        poll="getExecution",
        bare=True,
        waiting=("starting", "running", "waiting", "scheduled"),
        success=("success",),
        failure=("query_error", "timed_out", "internal_error", "internal_timeout"),
        cancelled=("cancelled",),
    ),
    any_success=True,
)


def request(
    id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
) -> Request[ExecutionStarted | None]:
    """What to send for `refreshDropDownFilterOptions`, and how to read the reply.

    Args:
        id: Id of the filter.
        body: For which dashboard and inputs options are wanted.

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
        path=f"/filters/{_encode.path('id', id)}/refresh",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ExecutionStarted | None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299 and reply.content:
        return _decode.json_body(reply, ExecutionStarted.from_dict)
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "200", "204")
