"""Read one filter.

Returns a custom filter. Its options are not part of it: `getDropDownFilterOptions` has them. Asking
for the datasource in `include` needs View Datasources, Manage Datasources or Manage Dashboards.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.filter_document import FilterDocument
from ...models.filter_include import FilterInclude

OPERATION: Final = _wire.Operation(
    id="getFilter",
    method="GET",
    path="/filters/{id}",
    tag="Filters",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, include: FilterInclude | str | Unset = UNSET) -> Request[FilterDocument]:
    """What to send for `getFilter`, and how to read the reply.

    Args:
        id: Id of the filter.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of datasource, sql_snippets, parent_filter.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/filters/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> FilterDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, FilterDocument.from_dict)
    raise _decode.undocumented(reply, "200")
