"""List the results of an alert page by page.

Lists how the runs of an alert came out, newest first. To go on to older ones, pass `cursor` of one
page to the next call; it is missing on the last page. Results are kept for 30 days. Query and
duration are there only for keys that may see details of SQL besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.sql_alert_result import SqlAlertResult
from ...models.sql_alert_results import SqlAlertResults

OPERATION: Final = _wire.Operation(
    id="listSqlAlertResults",
    method="GET",
    path="/sql_alerts/{id}/results",
    tag="SQL Alerts",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_alerts",),
    pagination=_wire.Pagination(style="cursor", items="/items", next="/cursor", param="cursor"),
    any_success=True,
)


def request(id: str, *, cursor: str | Unset = UNSET, limit: int | Unset = UNSET) -> Request[SqlAlertResults]:
    """What to send for `listSqlAlertResults`, and how to read the reply.

    Args:
        id: Id of the alert.
        cursor: Where to go on: `cursor` of the page before. Treat it as opaque.
        limit: How many results one page may hold. From 1 to 1000; the server's default is 100.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/sql_alerts/{_encode.path('id', id)}/results",
        parse=parse,
        query=(
            *_encode.single("cursor", cursor),
            *_encode.single("limit", limit),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> SqlAlertResults:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlAlertResults.from_dict)
    raise _decode.undocumented(reply, "200")


def items(page: SqlAlertResults) -> Sequence[SqlAlertResult]:
    """The items of one page."""
    return page.items
