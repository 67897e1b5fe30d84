"""Read the newest job of each source.

Gives the newest job of each source that is asked for, by the id of the source. A source that never
ran is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.last_runs import LastRuns
from ...models.source_type import SourceType

OPERATION: Final = _wire.Operation(
    id="jobs_last_run_jobs",
    method="GET",
    path="/jobs/last_run_jobs.json",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_jobs",),
    any_success=True,
)


def request(*, source_type: SourceType | str | Unset = UNSET, ids: Sequence[int] | Unset = UNSET) -> Request[LastRuns]:
    """What to send for `jobs_last_run_jobs`, and how to read the reply.

    Args:
        source_type: Kind of the sources; without it, sources of every kind. One of DataImport,
            DataTransform, EmailSchedule, ScheduleCache.
        ids: Ids of the sources; without any, all of them.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/jobs/last_run_jobs.json",
        parse=parse,
        query=(
            *_encode.single("source_type", source_type),
            *_encode.repeated("ids[]", ids),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> LastRuns:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, LastRuns.from_dict)
    raise _decode.undocumented(reply, "200")
