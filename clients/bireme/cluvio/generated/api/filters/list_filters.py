"""List all filters.

Lists all custom filters in one reply.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.filter_collection import FilterCollection

OPERATION: Final = _wire.Operation(
    id="listFilters",
    method="GET",
    path="/filters",
    tag="Filters",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request() -> Request[FilterCollection]:
    """What to send for `listFilters`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/filters",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> FilterCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, FilterCollection.from_dict)
    raise _decode.undocumented(reply, "200")
