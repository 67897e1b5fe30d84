"""List the queues that jobs wait in.

Lists the queues with the number of their workers and how many of these are busy. When all are busy,
new jobs stay in the status `queued`.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.job_queues_reply import JobQueuesReply

OPERATION: Final = _wire.Operation(
    id="job_queues_list",
    method="GET",
    path="/job_queues",
    tag="Job Queues",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_job_queues",),
)


def request() -> Request[JobQueuesReply]:
    """What to send for `job_queues_list`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/job_queues",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> JobQueuesReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, JobQueuesReply.from_dict)
    raise _decode.undocumented(reply, "200")
