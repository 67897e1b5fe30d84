"""Create a filter.

Creates a custom filter under a variable name that SQL can use. SQL drop-downs need a datasource, to
which the key must have access; manual ones take `values` and `value_names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.filter_creation import FilterCreation
from ...models.filter_document import FilterDocument

OPERATION: Final = _wire.Operation(
    id="createFilter",
    method="POST",
    path="/filters",
    tag="Filters",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_dashboards",),
    any_success=True,
)


def request(*, body: FilterCreation | Mapping[str, Any]) -> Request[FilterDocument]:
    """What to send for `createFilter`, and how to read the reply.

    Args:
        body: Request that creates a custom filter.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/filters",
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
    raise _decode.undocumented(reply, "201")
