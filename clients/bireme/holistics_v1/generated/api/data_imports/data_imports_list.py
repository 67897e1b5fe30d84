"""List data imports.

Gives all data imports of the workspace.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.data_import import DataImport

OPERATION: Final = _wire.Operation(
    id="data_imports_list",
    method="GET",
    path="/data_imports.json",
    tag="Data Imports",
    success=(200,),
    retry="safe",
    evidence="inferred",
    permissions=("view_data",),
)


def request() -> Request[list[DataImport]]:
    """What to send for `data_imports_list`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/data_imports.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> list[DataImport]:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, _decode.array(DataImport.from_dict))
    raise _decode.undocumented(reply, "200")
