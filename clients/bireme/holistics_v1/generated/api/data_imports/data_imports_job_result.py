"""Ask how far the job of an import is.

The oldest way to follow the job of an import; later programs use `jobs_get_results`, whose words it
speaks.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.export_result import ExportResult

OPERATION: Final = _wire.Operation(
    id="data_imports_job_result",
    method="GET",
    path="/data_imports/job_result/{job_id}.json",
    tag="Data Imports",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_jobs",),
    any_success=True,
)


def request(job_id: int) -> Request[ExportResult]:
    """What to send for `data_imports_job_result`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_imports/job_result/{_encode.path('job_id', job_id)}.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> ExportResult:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExportResult.from_dict)
    raise _decode.undocumented(reply, "200")
