"""Try a datasource's connection.

Connects to the database once and tells how that went. A connection that fails is not an error of
the call: the reply then has the status `error` and says why. Nothing is changed.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.connection_test import ConnectionTest

OPERATION: Final = _wire.Operation(
    id="testDatasourceConnection",
    method="POST",
    path="/datasources/{id}/test",
    tag="Datasources",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(id: str) -> Request[ConnectionTest]:
    """What to send for `testDatasourceConnection`, and how to read the reply.

    Args:
        id: Id of the datasource.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/datasources/{_encode.path('id', id)}/test",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> ConnectionTest:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, ConnectionTest.from_dict)
    raise _decode.undocumented(reply, "200")
