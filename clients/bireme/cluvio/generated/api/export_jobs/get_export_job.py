"""Read the state of an export job.

Returns an export job as it stands now. `started` and `running` mean that it is not over. After
`success`, `file_url` is where the file can be fetched, for a short time only. After `error`,
`error_message` says why.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.export_job import ExportJob

OPERATION: Final = _wire.Operation(
    id="getExportJob",
    method="GET",
    path="/export_jobs/{id}",
    tag="Export Jobs",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str) -> Request[ExportJob]:
    """What to send for `getExportJob`, and how to read the reply.

    Args:
        id: Id of the job: the `job_id` that the operation which started it has returned.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/export_jobs/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> ExportJob:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExportJob.from_dict)
    raise _decode.undocumented(reply, "200")
