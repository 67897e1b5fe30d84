"""Change a data source.

Changes the name, settings or connection of a data source. What the body leaves out stays as it is,
key by key. The time zone in `settings` is the one that dates of filters and reports are read in. A
password can be set but never read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_source_reply import DataSourceReply
from ...models.data_source_update import DataSourceUpdate

OPERATION: Final = _wire.Operation(
    id="data_sources_update",
    method="PUT",
    path="/data_sources/{id}",
    tag="Data Sources",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_data",),
)


def request(id: int, *, body: DataSourceUpdate | Mapping[str, Any]) -> Request[DataSourceReply]:
    """What to send for `data_sources_update`, and how to read the reply.

    Args:
        id: Id of the data source.
        body: What to change.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/data_sources/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> DataSourceReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataSourceReply.from_dict)
    raise _decode.undocumented(reply, "200")
