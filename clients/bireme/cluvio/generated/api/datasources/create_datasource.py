"""Add a datasource.

Adds a database for reports, filters, snippets and alerts to use. How many there may be is a matter
of the plan; *Cluvio Sample Data*, which comes with every subscription, does not count. Which fields
are needed besides the three required ones depends on `database_type` and `connection_mode`.
`testDatasourceConnection` tries the connection. With the connection mode `agent`, name the agents
in the relationship `agents`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.datasource_creation import DatasourceCreation
from ...models.datasource_document import DatasourceDocument

OPERATION: Final = _wire.Operation(
    id="createDatasource",
    method="POST",
    path="/datasources",
    tag="Datasources",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(*, body: DatasourceCreation | Mapping[str, Any]) -> Request[DatasourceDocument]:
    """What to send for `createDatasource`, and how to read the reply.

    Args:
        body: Request that creates a datasource.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/datasources",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DatasourceDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DatasourceDocument.from_dict)
    raise _decode.undocumented(reply, "201")
