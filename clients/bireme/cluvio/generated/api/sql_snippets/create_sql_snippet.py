"""Create a SQL snippet.

Creates a piece of SQL that reports, filters and other snippets of the same datasource can use by
its name. The key needs access to the datasource.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.sql_snippet_creation import SqlSnippetCreation
from ...models.sql_snippet_document import SqlSnippetDocument

OPERATION: Final = _wire.Operation(
    id="createSqlSnippet",
    method="POST",
    path="/sql_snippets",
    tag="SQL Snippets",
    success=(201,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_datasources",),
    any_success=True,
)


def request(*, body: SqlSnippetCreation | Mapping[str, Any]) -> Request[SqlSnippetDocument]:
    """What to send for `createSqlSnippet`, and how to read the reply.

    Args:
        body: Request that creates a SQL snippet.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/sql_snippets",
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
    raise _decode.undocumented(reply, "201")
