"""List jobs.

Gives the newest jobs, at most a hundred, newest first; with `source_type` those of sources of that
kind.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.job import Job

OPERATION: Final = _wire.Operation(
    id="jobs_list",
    method="GET",
    path="/jobs.json",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_jobs",),
)


def request(*, source_type: str | Unset = UNSET) -> Request[list[Job]]:
    """What to send for `jobs_list`, and how to read the reply.

    Args:
        source_type: Kind of source, such as DataImport; jobs of others are left out.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/jobs.json",
        parse=parse,
        query=(*_encode.single("source_type", source_type),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> list[Job]:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, _decode.array(Job.from_dict))
    raise _decode.undocumented(reply, "200")
