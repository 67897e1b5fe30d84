"""Export a small report at once.

Gives the rows of a report as a file in the reply itself, up to ten thousand of them; a larger
report gives 422. New programs start an export instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.report_filters import ReportFilters
from ...models.reports_export_inline_format import ReportsExportInlineFormat

OPERATION: Final = _wire.Operation(
    id="reports_export_inline",
    method="GET",
    path="/queries/{report_id}.{format}",
    tag="Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    permissions=("export_data",),
    download=True,
)


def request(
    report_id: int | str,
    format_: ReportsExportInlineFormat | str,
    *,
    filters: ReportFilters | Mapping[str, Any] | Unset = UNSET,
) -> Request[bytes]:
    """What to send for `reports_export_inline`, and how to read the reply.

    Args:
        report_id: Number of the report. The title in its address may follow, as `12345-flights-per-
            month`; only the number counts.
        format_: Form of the file. One of csv, xlsx.
        filters: Filter values of the report. Every filter is a query parameter of its own, by its name;
            a list repeats the name. Names that the report does not know are ignored.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/queries/{_encode.path('report_id', report_id)}.{_encode.path('format', format_)}",
        parse=parse,
        query=(*_encode.flat_object("filters", filters),),
        headers={"accept": "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    )


def parse(reply: Reply) -> bytes:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return reply.content
    raise _decode.undocumented(reply, "200")
