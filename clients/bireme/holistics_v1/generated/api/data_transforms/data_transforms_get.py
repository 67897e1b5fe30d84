"""Read a data transform.

Gives one data transform.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_transform import DataTransform

OPERATION: Final = _wire.Operation(
    id="data_transforms_get",
    method="GET",
    path="/data_transforms/{data_transform_id}.json",
    tag="Data Transforms",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_data",),
)


def request(data_transform_id: int) -> Request[DataTransform]:
    """What to send for `data_transforms_get`, and how to read the reply.

    Args:
        data_transform_id: Id of the data transform.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_transforms/{_encode.path('data_transform_id', data_transform_id)}.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataTransform:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataTransform.from_dict)
    raise _decode.undocumented(reply, "200")
