"""Fetch tables and columns.

Returns the tables and columns that a data key of `getDatasourceSchema` and its token stand for,
from the data server of the location that handed them out: one schema if the key is for one, else
all of them.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.all_schema_data import AllSchemaData
from ...models.single_schema_data import SingleSchemaData

OPERATION: Final = _wire.Operation(
    id="getSchemaData",
    method="GET",
    path="/schema/{dataKey}",
    tag="Schema Data",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_success=True,
    server="data",
)


def request(data_key: str) -> Request[AllSchemaData | SingleSchemaData]:
    """What to send for `getSchemaData`, and how to read the reply.

    Args:
        data_key: Key of the schema data, as handed out with the token. It is a path: the slashes in it
            are sent as they are, not percent-encoded.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/schema/{_encode.segments('dataKey', data_key)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> AllSchemaData | SingleSchemaData:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        value: AllSchemaData | SingleSchemaData = _decode.json_body(
            reply, _decode.union(AllSchemaData.from_dict, SingleSchemaData.from_dict)
        )
        return value
    raise _decode.undocumented(reply, "200")
