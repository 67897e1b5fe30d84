"""Read one data alert.

Returns a data alert. Without the right to manage everybody's alerts, the owner of the key can read
the own ones only.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_alert_reply import DataAlertReply

OPERATION: Final = _wire.Operation(
    id="data_alerts_get",
    method="GET",
    path="/data_alerts/{id}",
    tag="Data Alerts",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_alerts",),
)


def request(id: int) -> Request[DataAlertReply]:
    """What to send for `data_alerts_get`, and how to read the reply.

    Args:
        id: Id of the alert, as in the reply that created or listed it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_alerts/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataAlertReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataAlertReply.from_dict)
    raise _decode.undocumented(reply, "200")
