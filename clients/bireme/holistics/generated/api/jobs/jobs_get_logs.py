"""Read the log of a job.

Returns all log lines of a job, oldest first. When a job has failed, its lines of level `ERROR` say
why.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.job_logs_reply import JobLogsReply

OPERATION: Final = _wire.Operation(
    id="jobs_get_logs",
    method="GET",
    path="/jobs/{id}/logs",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_jobs",),
)


def request(id: int) -> Request[JobLogsReply]:
    """What to send for `jobs_get_logs`, and how to read the reply.

    Args:
        id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/jobs/{_encode.path('id', id)}/logs",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> JobLogsReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, JobLogsReply.from_dict)
    raise _decode.undocumented(reply, "200")
