"""Start an export of a report with filters in the body.

The same as `reports_submit_export` for filters that are too long for an address, some 500
characters: they are one JSON object here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.report_filters import ReportFilters
from ...models.reports_submit_export_with_body_format import ReportsSubmitExportWithBodyFormat
from ...models.submitted import Submitted

OPERATION: Final = _wire.Operation(
    id="reports_submit_export_with_body",
    method="POST",
    path="/queries/{report_id}/submit_export.{format}",
    tag="Reports",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    permissions=("export_data",),
    job=_wire.AsyncJob(
        id="/job_id",
        status="/status",
        poll="reports_get_export_results",
        waiting=("created", "not yet", "running"),
        success=("success",),
        failure=("failure",),
        moved={"already_existed": "/job_id"},
        error="/error",
        logs="jobs_get_logs",
        result="exports_download",
    ),
)


def request(
    report_id: int | str,
    format_: ReportsSubmitExportWithBodyFormat | str,
    *,
    body: ReportFilters | Mapping[str, Any] | Unset = UNSET,
) -> Request[Submitted]:
    """What to send for `reports_submit_export_with_body`, and how to read the reply.

    Args:
        report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
            month`; only the number counts.
        format_: Form of the file. One of csv, json.
        body: Filter values by the name of the filter; a value or a list.

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
        path=f"/queries/{_encode.path('report_id', report_id)}/submit_export.{_encode.path('format', format_)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> Submitted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Submitted.from_dict)
    raise _decode.undocumented(reply, "200")
