"""Copy a table from one data source to another.

Starts a job that copies a table. The vendor has retired this feature; today's service may no longer
have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.submitted import Submitted
from ...models.transport_submission import TransportSubmission

OPERATION: Final = _wire.Operation(
    id="transports_submit",
    method="POST",
    path="/transports",
    tag="Transports",
    success=(200,),
    retry="unsafe",
    evidence="inferred",
    permissions=("manage_data",),
    job=_wire.AsyncJob(
        id="/job_id",
        status="/status",
        poll="jobs_get_results",
        waiting=("created", "not yet", "running"),
        success=("success",),
        failure=("failure",),
        moved={"already_existed": "/job_id"},
        error="/error",
        logs="jobs_get_logs",
    ),
)


def request(*, body: TransportSubmission | Mapping[str, Any]) -> Request[Submitted]:
    """What to send for `transports_submit`, and how to read the reply.

    Args:
        body: What to copy.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/transports",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> Submitted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Submitted.from_dict)
    raise _decode.undocumented(reply, "200")
