"""Read the state of a job.

Returns a job as it stands now. Call it repeatedly until `status` is final. `created`, `queued`,
`running` and `cancelling` mean that the job is not over; `success`, `failure` and `cancelled` are
final; `already_existed` points to another job, the one to follow.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.job_reply import JobReply

OPERATION: Final = _wire.Operation(
    id="jobs_get",
    method="GET",
    path="/jobs/{id}",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_jobs",),
)


def request(id: int) -> Request[JobReply]:
    """What to send for `jobs_get`, and how to read the reply.

    Args:
        id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/jobs/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> JobReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, JobReply.from_dict)
    raise _decode.undocumented(reply, "200")
