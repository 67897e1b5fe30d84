"""Create a data alert.

Keeps an alert that looks at a widget by a timetable and sends word when its conditions hold. It
belongs to the owner of the key and runs with that person's rights. The first run is the first time
of `repeat` after now.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_alert_reply import DataAlertReply
from ...models.data_alert_submission import DataAlertSubmission

OPERATION: Final = _wire.Operation(
    id="data_alerts_create",
    method="POST",
    path="/data_alerts",
    tag="Data Alerts",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_alerts",),
)


def request(*, body: DataAlertSubmission | Mapping[str, Any]) -> Request[DataAlertReply]:
    """What to send for `data_alerts_create`, and how to read the reply.

    Args:
        body: The alert.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/data_alerts",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DataAlertReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 201:
        return _decode.json_body(reply, DataAlertReply.from_dict)
    raise _decode.undocumented(reply, "201")
