"""Read a stretch of the log of a job.

Gives the lines that follow the one named by `last_id`, at most a hundred. Call it again with the
last id seen while `has_more` is true.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.job_logs import JobLogs

OPERATION: Final = _wire.Operation(
    id="jobs_get_logs",
    method="GET",
    path="/jobs/{job_id}/logs.json",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_jobs",),
    any_success=True,
)


def request(job_id: int, *, last_id: int | Unset = UNSET) -> Request[JobLogs]:
    """What to send for `jobs_get_logs`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.
        last_id: Id of the last line seen; 0 for the start. The server's default is 0.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/jobs/{_encode.path('job_id', job_id)}/logs.json",
        parse=parse,
        query=(*_encode.single("last_id", last_id),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> JobLogs:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, JobLogs.from_dict)
    raise _decode.undocumented(reply, "200")
