"""Change an alert.

Changes an alert. What is left out stays as it is. The key needs access to the datasource.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.sql_alert_document import SqlAlertDocument
from ...models.sql_alert_update import SqlAlertUpdate

OPERATION: Final = _wire.Operation(
    id="updateSqlAlert",
    method="PATCH",
    path="/sql_alerts/{id}",
    tag="SQL Alerts",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_alerts",),
    any_success=True,
)


def request(id: str, *, body: SqlAlertUpdate | Mapping[str, Any]) -> Request[SqlAlertDocument]:
    """What to send for `updateSqlAlert`, and how to read the reply.

    Args:
        id: Id of the alert.
        body: Request that changes an alert.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/sql_alerts/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> SqlAlertDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlAlertDocument.from_dict)
    raise _decode.undocumented(reply, "200")
