"""Run a data transform.

Starts a job that runs the query of the transform and keeps the result as a table.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.submitted import Submitted

OPERATION: Final = _wire.Operation(
    id="data_transforms_execute",
    method="POST",
    path="/data_transforms/{data_transform_id}/execute.json",
    tag="Data Transforms",
    success=(200,),
    retry="unsafe",
    evidence="public-reference",
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
    any_success=True,
)


def request(data_transform_id: int) -> Request[Submitted]:
    """What to send for `data_transforms_execute`, and how to read the reply.

    Args:
        data_transform_id: Id of the data transform.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_transforms/{_encode.path('data_transform_id', data_transform_id)}/execute.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Submitted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, Submitted.from_dict)
    raise _decode.undocumented(reply, "200")
