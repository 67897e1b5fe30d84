"""Read one data source.

Returns a database connection with its settings. Credentials are never part of the reply.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_source_reply import DataSourceReply

OPERATION: Final = _wire.Operation(
    id="data_sources_get",
    method="GET",
    path="/data_sources/{id}",
    tag="Data Sources",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_data",),
)


def request(id: int) -> Request[DataSourceReply]:
    """What to send for `data_sources_get`, and how to read the reply.

    Args:
        id: Id of the data source.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_sources/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataSourceReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataSourceReply.from_dict)
    raise _decode.undocumented(reply, "200")
