"""Find what depends on a data object.

Gives the ids of everything that rests on a data source, a data model or a data set, directly or
through others. A key of the reply is there only if it has ids.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.dependencies_reply import DependenciesReply
from ...models.dependency_source import DependencySource

OPERATION: Final = _wire.Operation(
    id="dependencies_downstream_dependencies",
    method="GET",
    path="/dependencies/downstream_dependencies",
    tag="Dependencies",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_data",),
)


def request(*, id: int, type_: DependencySource | str) -> Request[DependenciesReply]:
    """What to send for `dependencies_downstream_dependencies`, and how to read the reply.

    Args:
        id: Id of the object.
        type_: Kind of the object. One of DataSource, DataModel, DataSet.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/dependencies/downstream_dependencies",
        parse=parse,
        query=(
            *_encode.single("id", id),
            *_encode.single("type", type_),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> DependenciesReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, DependenciesReply.from_dict)
    raise _decode.undocumented(reply, "200")
