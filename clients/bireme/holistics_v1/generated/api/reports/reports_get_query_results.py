"""Read the rows of a query job.

Says how far a query job is and, once it has ended well, gives one page of its rows. Call it until
`status` is `success` or `failure`, then go on with `_page` up to `num_pages`.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.query_results import QueryResults

OPERATION: Final = _wire.Operation(
    id="reports_get_query_results",
    method="GET",
    path="/queries/get_query_results.json",
    tag="Reports",
    success=(200,),
    retry="safe",
    evidence="documented",
    permissions=("export_data",),
)


def request(*, job_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET) -> Request[QueryResults]:
    """What to send for `reports_get_query_results`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.
        page: Number of the page of rows, beginning with 1. The server's default is 1.
        page_size: How many rows one page holds. The server's default is 25.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/queries/get_query_results.json",
        parse=parse,
        query=(
            *_encode.single("job_id", job_id),
            *_encode.single("_page", page),
            *_encode.single("_page_size", page_size),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> QueryResults:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, QueryResults.from_dict)
    raise _decode.undocumented(reply, "200")
