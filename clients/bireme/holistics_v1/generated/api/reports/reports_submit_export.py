"""Start an export of a report.

Starts a job that writes the rows of a report into a file. Poll `reports_get_export_results` until
it says `success`, then fetch the file with `exports_download`. Every filter of the report is a
query parameter of its own; names that the report does not know are ignored. The reply is JSON
whatever the form of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.report_filters import ReportFilters
from ...models.reports_submit_export_format import ReportsSubmitExportFormat
from ...models.submitted import Submitted

OPERATION: Final = _wire.Operation(
    id="reports_submit_export",
    method="GET",
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
    format_: ReportsSubmitExportFormat | str,
    *,
    filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
) -> Request[Submitted]:
    """What to send for `reports_submit_export`, and how to read the reply.

    Args:
        report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
            month`; only the number counts.
        format_: Form of the file. One of csv, json, xlsx.
        filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
            a list repeats the name. Names that the report does not know are ignored.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/queries/{_encode.path('report_id', report_id)}/submit_export.{_encode.path('format', format_)}",
        parse=parse,
        query=(*_encode.flat_object("filters", filters),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Submitted:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, Submitted.from_dict)
    raise _decode.undocumented(reply, "200")
