"""Change a filter.

Changes a filter. What is left out stays as it is. SQL is not rewritten when the variable gets
another name: places that use the old one then take it for a text filter that nobody has defined.
The key needs access to the datasource of a SQL drop-down.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.filter_document import FilterDocument
from ...models.filter_update import FilterUpdate

OPERATION: Final = _wire.Operation(
    id="updateFilter",
    method="PATCH",
    path="/filters/{id}",
    tag="Filters",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(id: str, *, body: FilterUpdate | Mapping[str, Any]) -> Request[FilterDocument]:
    """What to send for `updateFilter`, and how to read the reply.

    Args:
        id: Id of the filter.
        body: Request that changes a custom filter.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/filters/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> FilterDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, FilterDocument.from_dict)
    raise _decode.undocumented(reply, "200")
