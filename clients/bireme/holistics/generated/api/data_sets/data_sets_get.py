"""Read one data set.

Returns a data set with its joins. Its data models and its reports are left out unless asked for.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.data_set_reply import DataSetReply

OPERATION: Final = _wire.Operation(
    id="data_sets_get",
    method="GET",
    path="/data_sets/{id}",
    tag="Data Sets",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_data",),
)


def request(
    id: int, *, include_models: bool | Unset = UNSET, include_reports: bool | Unset = UNSET
) -> Request[DataSetReply]:
    """What to send for `data_sets_get`, and how to read the reply.

    Args:
        id: Id of the data set.
        include_models: With `true`, the reply has the data models of the set under `data_models`.
        include_reports: With `true`, the reply has the reports on the set under `reports`.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_sets/{_encode.path('id', id)}",
        parse=parse,
        query=(
            *_encode.single("include_models", include_models),
            *_encode.single("include_reports", include_reports),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataSetReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataSetReply.from_dict)
    raise _decode.undocumented(reply, "200")
