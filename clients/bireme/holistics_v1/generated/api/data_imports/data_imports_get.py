"""Read a data import.

Gives one data import.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.data_import import DataImport

OPERATION: Final = _wire.Operation(
    id="data_imports_get",
    method="GET",
    path="/data_imports/{data_import_id}.json",
    tag="Data Imports",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_data",),
)


def request(data_import_id: int) -> Request[DataImport]:
    """What to send for `data_imports_get`, and how to read the reply.

    Args:
        data_import_id: Id of the data import.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_imports/{_encode.path('data_import_id', data_import_id)}.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DataImport:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DataImport.from_dict)
    raise _decode.undocumented(reply, "200")
