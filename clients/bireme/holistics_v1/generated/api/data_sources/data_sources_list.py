"""List data sources.

Gives all data sources of the workspace.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.data_source import DataSource

OPERATION: Final = _wire.Operation(
    id="data_sources_list",
    method="GET",
    path="/data_sources.json",
    tag="Data Sources",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_data",),
    any_success=True,
)


def request() -> Request[list[DataSource]]:
    """What to send for `data_sources_list`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/data_sources.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> list[DataSource]:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, _decode.array(DataSource.from_dict))
    raise _decode.undocumented(reply, "200")
