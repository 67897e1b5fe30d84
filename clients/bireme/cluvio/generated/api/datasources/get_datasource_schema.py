"""Get access to tables and columns.

Returns a key and a token for `getSchemaData`, which has the tables and columns as last read from
the database. The token lives for minutes and works in the same location only. With `name`, the data
is one schema, else all of them.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.schema_access import SchemaAccess

OPERATION: Final = _wire.Operation(
    id="getDatasourceSchema",
    method="GET",
    path="/datasources/{id}/schema",
    tag="Datasources",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_datasources", "manage_datasources", "manage_dashboards", "manage_alerts"),
    any_success=True,
)


def request(id: str, *, name: str | Unset = UNSET) -> Request[SchemaAccess]:
    """What to send for `getDatasourceSchema`, and how to read the reply.

    Args:
        id: Id of the datasource.
        name: Name of the schema to read. Left out, all schemas are read.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/datasources/{_encode.path('id', id)}/schema",
        parse=parse,
        query=(*_encode.single("name", name),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> SchemaAccess:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SchemaAccess.from_dict)
    raise _decode.undocumented(reply, "200")
