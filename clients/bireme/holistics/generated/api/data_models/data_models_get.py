"""Read one data model.

Returns a data model with its dimensions and measures.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_model_reply import DataModelReply

OPERATION: Final = _wire.Operation(
    id="data_models_get",
    method="GET",
    path="/data_models/{id}",
    tag="Data Models",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_data",),
    any_success=True,
)


def request(id: int) -> Request[DataModelReply]:
    """What to send for `data_models_get`, and how to read the reply.

    Args:
        id: Id of the data model.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_models/{_encode.path('id', id)}",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataModelReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DataModelReply.from_dict)
    raise _decode.undocumented(reply, "200")
