"""Change a SQL snippet.

Changes a snippet. What is left out stays as it is. SQL that uses it under another name is not
rewritten, and most likely breaks. The key needs access to the datasource, and to the new one if it
changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.sql_snippet_document import SqlSnippetDocument
from ...models.sql_snippet_update import SqlSnippetUpdate

OPERATION: Final = _wire.Operation(
    id="updateSqlSnippet",
    method="PATCH",
    path="/sql_snippets/{id}",
    tag="SQL Snippets",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(id: str, *, body: SqlSnippetUpdate | Mapping[str, Any]) -> Request[SqlSnippetDocument]:
    """What to send for `updateSqlSnippet`, and how to read the reply.

    Args:
        id: Id of the snippet.
        body: Request that changes a SQL snippet.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/sql_snippets/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> SqlSnippetDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlSnippetDocument.from_dict)
    raise _decode.undocumented(reply, "200")
