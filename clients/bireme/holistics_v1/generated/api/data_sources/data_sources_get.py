"""Read a data source.

Gives one data source.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_source import DataSource

OPERATION: Final = _wire.Operation(
    id="data_sources_get",
    method="GET",
    path="/data_sources/{data_source_id}.json",
    tag="Data Sources",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_data",),
)


def request(data_source_id: int) -> Request[DataSource]:
    """What to send for `data_sources_get`, and how to read the reply.

    Args:
        data_source_id: Id of the data source.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_sources/{_encode.path('data_source_id', data_source_id)}.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataSource:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataSource.from_dict)
    raise _decode.undocumented(reply, "200")
