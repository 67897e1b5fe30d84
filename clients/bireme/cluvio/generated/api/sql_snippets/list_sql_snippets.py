"""List all SQL snippets.

Lists all SQL snippets in one reply.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.sql_snippet_collection import SqlSnippetCollection

OPERATION: Final = _wire.Operation(
    id="listSqlSnippets",
    method="GET",
    path="/sql_snippets",
    tag="SQL Snippets",
    success=(200,),
    retry="safe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request() -> Request[SqlSnippetCollection]:
    """What to send for `listSqlSnippets`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/sql_snippets",
        parse=parse,
        headers={"accept": "application/vnd.api+json"},
    )


def parse(reply: Reply) -> SqlSnippetCollection:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, SqlSnippetCollection.from_dict)
    raise _decode.undocumented(reply, "200")
