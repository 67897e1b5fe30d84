"""Start an export of a widget.

Starts a job that writes what the widget shows into a file. Poll the job with `jobs_get`; once its
status is `success`, fetch the file with `exports_download`. An equal export that is waiting or
running is not started a second time: the reply then has the status `already_existed` and names the
job to follow. The format goes into the query; the body, which may be left out, carries filter
conditions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.async_job_reply import AsyncJobReply
from ...models.export_format import ExportFormat
from ...models.export_submission import ExportSubmission

OPERATION: Final = _wire.Operation(
    id="dashboard_widgets_submit_export",
    method="POST",
    path="/dashboard_widgets/{id}/submit_export",
    tag="Dashboard Widgets",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=2,
    permissions=("export",),
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
        result="exports_download",
    ),
)


def request(
    id: int, *, output: ExportFormat | str, body: ExportSubmission | Mapping[str, Any] | Unset = UNSET
) -> Request[AsyncJobReply]:
    """What to send for `dashboard_widgets_submit_export`, and how to read the reply.

    Args:
        id: Id of the widget, as in `widgets` of its dashboard or after `_e=` in the web address of the
            open widget.
        output: Format of the file. A server also takes it from the body, under the same name. `csv` and
            `xlsx` hold the rows and need the right to export data, `pdf` holds the picture. One of csv,
            xlsx, pdf.
        body: Filter conditions to apply to the widget, and optionally the format.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/dashboard_widgets/{_encode.path('id', id)}/submit_export",
        parse=parse,
        query=(*_encode.single("output", output),),
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> AsyncJobReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, AsyncJobReply.from_dict)
    raise _decode.undocumented(reply, "200")
