"""Ask how far a job is.

Says how a job stands in the words of `reports_get_export_results`, by its id in the path. Serves
jobs of every kind.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.export_result import ExportResult

OPERATION: Final = _wire.Operation(
    id="jobs_get_results",
    method="GET",
    path="/jobs/{job_id}/get_results.json",
    tag="Jobs",
    success=(200,),
    retry="safe",
    evidence="documented",
    permissions=("view_jobs",),
)


def request(job_id: int) -> Request[ExportResult]:
    """What to send for `jobs_get_results`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/jobs/{_encode.path('job_id', job_id)}/get_results.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> ExportResult:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, ExportResult.from_dict)
    raise _decode.undocumented(reply, "200")
