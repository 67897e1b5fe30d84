"""List all alerts.

Lists all alerts in one reply, each with how its last run came out.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.sql_alert_collection import SqlAlertCollection

OPERATION: Final = _wire.Operation(
    id="listSqlAlerts",
    method="GET",
    path="/sql_alerts",
    tag="SQL Alerts",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_alerts", "manage_alerts"),
    any_success=True,
)


def request() -> Request[SqlAlertCollection]:
    """What to send for `listSqlAlerts`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/sql_alerts",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> SqlAlertCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlAlertCollection.from_dict)
    raise _decode.undocumented(reply, "200")
