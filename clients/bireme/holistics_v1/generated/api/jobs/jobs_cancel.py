"""Stop a job.

Asks a job to stop. It shows `cancelling` and then `cancelled`; a job that is over stays as it is.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.done import Done

OPERATION: Final = _wire.Operation(
    id="jobs_cancel",
    method="PUT",
    path="/jobs/{job_id}/cancel.json",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_jobs",),
)


def request(job_id: int) -> Request[Done]:
    """What to send for `jobs_cancel`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/jobs/{_encode.path('job_id', job_id)}/cancel.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Done:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Done.from_dict)
    raise _decode.undocumented(reply, "200")
