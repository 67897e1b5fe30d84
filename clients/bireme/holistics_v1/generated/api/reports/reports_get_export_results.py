"""Ask how far an export is.

Says `not yet` while an export waits or runs, then `success` or `failure`, always with status 200.
Call it again after a pause until it is over. What `export` holds is no sign of anything.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.export_result import ExportResult

OPERATION: Final = _wire.Operation(
    id="reports_get_export_results",
    method="GET",
    path="/queries/get_export_results.json",
    tag="Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    permissions=("export_data",),
)


def request(*, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET) -> Request[ExportResult]:
    """What to send for `reports_get_export_results`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.
        page: Has no effect here. The vendor's Python package sends it with every poll.
        page_size: Has no effect here. The vendor's Python package sends it with every poll.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/queries/get_export_results.json",
        parse=parse,
        query=(
            *_encode.single("job_id", job_id),
            *_encode.single("_page", page),
            *_encode.single("_page_size", page_size),
        ),
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
