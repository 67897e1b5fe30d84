"""Read the rows of a query job by its report.

The older form of `reports_get_query_results`, with the report in the path. The job must be one of
that report. New programs use the other form.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.query_results import QueryResults

OPERATION: Final = _wire.Operation(
    id="reports_get_query_results_by_report",
    method="GET",
    path="/queries/{report_id}.json",
    tag="Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    permissions=("export_data",),
    any_success=True,
)


def request(report_id: int | str, *, job_id: int) -> Request[QueryResults]:
    """What to send for `reports_get_query_results_by_report`, and how to read the reply.

    Args:
        report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
            month`; only the number counts.
        job_id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/queries/{_encode.path('report_id', report_id)}.json",
        parse=parse,
        query=(*_encode.single("job_id", job_id),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> QueryResults:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, QueryResults.from_dict)
    raise _decode.undocumented(reply, "200")
