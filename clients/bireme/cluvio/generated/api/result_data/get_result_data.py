"""Fetch the rows of a result.

Returns the data that a data key and its token stand for, from the data server of the location that
handed them out. The data is JSON, or CSV where `getReportData` was asked for it. Reading is
possible as long as the token lives, which is minutes.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="getResultData",
    method="GET",
    path="/data/{dataKey}",
    tag="Result Data",
    success=(200,),
    retry="safe",
    evidence="documented",
    download=True,
    server="data",
)


def request(data_key: str) -> Request[bytes]:
    """What to send for `getResultData`, and how to read the reply.

    Args:
        data_key: Key of the data, as handed out with the token. It is a path: the slashes in it are
            sent as they are, not percent-encoded.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data/{_encode.segments('dataKey', data_key)}",
        parse=parse,
        headers={"accept": "application/json, text/csv"},
    )


def parse(reply: Reply) -> bytes:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return reply.content
    raise _decode.undocumented(reply, "200")
