"""Read one alert.

Returns an alert and how its last run came out. Asking for the datasource in `include` needs View
Datasources, Manage Datasources or Manage Alerts.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.sql_alert_document import SqlAlertDocument
from ...models.sql_alert_include import SqlAlertInclude

OPERATION: Final = _wire.Operation(
    id="getSqlAlert",
    method="GET",
    path="/sql_alerts/{id}",
    tag="SQL Alerts",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_alerts", "manage_alerts"),
    any_success=True,
)


def request(id: str, *, include: SqlAlertInclude | str | Unset = UNSET) -> Request[SqlAlertDocument]:
    """What to send for `getSqlAlert`, and how to read the reply.

    Args:
        id: Id of the alert.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of datasource.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/sql_alerts/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> SqlAlertDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlAlertDocument.from_dict)
    raise _decode.undocumented(reply, "200")
