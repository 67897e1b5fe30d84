"""Read one SQL snippet.

Returns a SQL snippet. Asking for the datasource in `include` needs View Datasources, Manage
Datasources or Manage Dashboards.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.sql_snippet_document import SqlSnippetDocument
from ...models.sql_snippet_include import SqlSnippetInclude

OPERATION: Final = _wire.Operation(
    id="getSqlSnippet",
    method="GET",
    path="/sql_snippets/{id}",
    tag="SQL Snippets",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str, *, include: SqlSnippetInclude | str | Unset = UNSET) -> Request[SqlSnippetDocument]:
    """What to send for `getSqlSnippet`, and how to read the reply.

    Args:
        id: Id of the snippet.
        include: Related objects to return in `included`. One value; whether the server takes several,
            separated by commas, is not known. One of datasource, sql_snippets.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/sql_snippets/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("include", include),),
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> SqlSnippetDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlSnippetDocument.from_dict)
    raise _decode.undocumented(reply, "200")
