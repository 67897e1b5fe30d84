"""Start a PDF of a report.

Starts a job that renders the report under the given inputs as PDF, and answers at once; follow it
with `getExportJob`. If a job of this kind with equal inputs has succeeded and its data is not stale
by the refresh rate, its id is returned and nothing is started.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.export_job_started import ExportJobStarted
from ...models.inputs_submission import InputsSubmission

OPERATION: Final = _wire.Operation(
    id="exportReportPdf",
    method="POST",
    path="/reports/{id}/export/pdf",
    tag="Reports",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    job=_wire.AsyncJob(
        id="/job_id",
        status="/job_status",
        poll="getExportJob",
        bare=True,
        waiting=("started", "running"),
        success=("success",),
        failure=("error",),
        error="/error_message",
    ),
    any_success=True,
)


def request(id: str, *, body: InputsSubmission | Mapping[str, Any]) -> Request[ExportJobStarted]:
    """What to send for `exportReportPdf`, and how to read the reply.

    Args:
        id: Id of the report.
        body: Inputs to work with.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/reports/{_encode.path('id', id)}/export/pdf",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ExportJobStarted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ExportJobStarted.from_dict)
    raise _decode.undocumented(reply, "200")
