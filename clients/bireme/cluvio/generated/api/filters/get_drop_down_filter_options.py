"""Read the options of a drop-down.

Returns the options that are known, and never starts a query. Dynamic SQL drop-downs need the
dashboard and the inputs, and have options only if their query has run for these in the last 24
hours; static ones have them once their query has succeeded. Where there are none, refresh first,
with `refreshDropDownFilterOptions` or `pollDashboardStatus`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.filter_options import FilterOptions
from ...models.filter_options_query import FilterOptionsQuery

OPERATION: Final = _wire.Operation(
    id="getDropDownFilterOptions",
    method="POST",
    path="/filters/{id}/options",
    tag="Filters",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET) -> Request[FilterOptions]:
    """What to send for `getDropDownFilterOptions`, and how to read the reply.

    Args:
        id: Id of the filter.
        body: For which dashboard and inputs options are wanted.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/filters/{_encode.path('id', id)}/options",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> FilterOptions:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, FilterOptions.from_dict)
    raise _decode.undocumented(reply, "200")
