"""List all datasources.

Lists all datasources that the key may use, in one reply. `password` and `bigquery_service_key` are
there only for keys with Manage Datasources.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.datasource_collection import DatasourceCollection
from ...models.datasource_include import DatasourceInclude

OPERATION: Final = _wire.Operation(
    id="listDatasources",
    method="GET",
    path="/datasources",
    tag="Datasources",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_datasources", "manage_datasources", "manage_dashboards", "manage_alerts"),
    any_success=True,
)


def request(*, include: DatasourceInclude | str | Unset = UNSET) -> Request[DatasourceCollection]:
    """What to send for `listDatasources`, and how to read the reply.

    Args:
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of agents.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/datasources",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> DatasourceCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, DatasourceCollection.from_dict)
    raise _decode.undocumented(reply, "200")
