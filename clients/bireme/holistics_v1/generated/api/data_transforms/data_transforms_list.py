"""List data transforms.

Gives all data transforms of the workspace.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.data_transform import DataTransform

OPERATION: Final = _wire.Operation(
    id="data_transforms_list",
    method="GET",
    path="/data_transforms.json",
    tag="Data Transforms",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_data",),
)


def request() -> Request[list[DataTransform]]:
    """What to send for `data_transforms_list`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/data_transforms.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> list[DataTransform]:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, _decode.array(DataTransform.from_dict))
    raise _decode.undocumented(reply, "200")
