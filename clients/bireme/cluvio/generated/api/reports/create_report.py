"""Create a report.

Creates a report on a dashboard. The dashboard finds it a place where the wanted `width` and
`height` fit. The key needs access to the datasource.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.report_creation import ReportCreation
from ...models.report_document import ReportDocument

OPERATION: Final = _wire.Operation(
    id="createReport",
    method="POST",
    path="/reports",
    tag="Reports",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(*, body: ReportCreation | Mapping[str, Any]) -> Request[ReportDocument]:
    """What to send for `createReport`, and how to read the reply.

    Args:
        body: Request that creates a report.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/reports",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> ReportDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ReportDocument.from_dict)
    raise _decode.undocumented(reply, "201")
