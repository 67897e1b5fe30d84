"""Change a datasource.

Changes connection and options of a datasource. What is left out stays as it is; a list of agents
replaces the one before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.datasource_document import DatasourceDocument
from ...models.datasource_update import DatasourceUpdate

OPERATION: Final = _wire.Operation(
    id="updateDatasource",
    method="PATCH",
    path="/datasources/{id}",
    tag="Datasources",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(id: str, *, body: DatasourceUpdate | Mapping[str, Any]) -> Request[DatasourceDocument]:
    """What to send for `updateDatasource`, and how to read the reply.

    Args:
        id: Id of the datasource.
        body: Request that changes a datasource.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/datasources/{_encode.path('id', id)}",
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
    raise _decode.undocumented(reply, "200")
