"""Drop the cached results of a data source.

Starts a job that drops every cached result of explorations and reports on a data source, so that
the next ones are queried afresh. Models that are persisted in the database are not rebuilt: results
are as fresh as those are. The vendor calls the operation beta.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.async_job_reply import AsyncJobReply

OPERATION: Final = _wire.Operation(
    id="data_sources_bust_exploration_cache",
    method="POST",
    path="/data_sources/{id}/bust_exploration_cache",
    tag="Data Sources",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=2,
    permissions=("manage_data",),
    job=_wire.AsyncJob(
        id="/job/id",
        status="/job/status",
        poll="jobs_get",
        waiting=("created", "queued", "running", "cancelling"),
        success=("success",),
        failure=("failure",),
        cancelled=("cancelled",),
        moved={"already_existed": "/job/existing_job_id"},
        error="/job/last_error_log",
        logs="jobs_get_logs",
    ),
)


def request(id: int) -> Request[AsyncJobReply]:
    """What to send for `data_sources_bust_exploration_cache`, and how to read the reply.

    Args:
        id: Id of the data source.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_sources/{_encode.path('id', id)}/bust_exploration_cache",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> AsyncJobReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, AsyncJobReply.from_dict)
    raise _decode.undocumented(reply, "200")
