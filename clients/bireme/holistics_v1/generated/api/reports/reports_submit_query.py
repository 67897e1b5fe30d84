"""Start a query of a report.

Starts a job that runs the query of a report. Poll `reports_get_query_results`, which gives the rows
once the job has ended. Every filter of the report is a query parameter of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.report_filters import ReportFilters
from ...models.submitted import Submitted

OPERATION: Final = _wire.Operation(
    id="reports_submit_query",
    method="GET",
    path="/queries/{report_id}/submit_query.json",
    tag="Reports",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    permissions=("export_data",),
    job=_wire.AsyncJob(
        id="/job_id",
        status="/status",
        poll="reports_get_query_results",
        waiting=("created", "not yet", "running"),
        success=("success",),
        failure=("failure",),
        moved={"already_existed": "/job_id"},
        error="/error",
        logs="jobs_get_logs",
    ),
)


def request(report_id: int | str, *, filters: ReportFilters | Mapping[str, Any] | Unset = UNSET) -> Request[Submitted]:
    """What to send for `reports_submit_query`, and how to read the reply.

    Args:
        report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
            month`; only the number counts.
        filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
            a list repeats the name. Names that the report does not know are ignored.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/queries/{_encode.path('report_id', report_id)}/submit_query.json",
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
