"""Read a job.

Gives a job as it stands now.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.job import Job

OPERATION: Final = _wire.Operation(
    id="jobs_get",
    method="GET",
    path="/jobs/{job_id}.json",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_jobs",),
    any_success=True,
)


def request(job_id: int) -> Request[Job]:
    """What to send for `jobs_get`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/jobs/{_encode.path('job_id', job_id)}.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Job:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, Job.from_dict)
    raise _decode.undocumented(reply, "200")
