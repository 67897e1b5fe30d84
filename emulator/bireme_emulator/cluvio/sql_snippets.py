"""SQL snippets: named pieces of SQL, each with a datasource (vendor page, SQL Snippets).

Which snippets a snippet uses is found in its text, so what a client says about it is ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .access import may_use_datasource
from .documents import attributes_of, collection, describe, document, relationships_of
from .expressions import BUILT_IN_SNIPPETS, Snippet
from .query_sources import SNIPPETS, snippet_closure, uses_itself
from .records import all_of, changed, created, found, ids_of, now, remove
from .refusals import invalid

__all__ = ["DATASOURCE_READERS", "handlers"]

DATASOURCE_READERS = ("view_datasources", "manage_datasources", "manage_dashboards")
_LONGEST_NAME = 255
_UNSAID: Mapping[str, Any] = {"description": None, "params": None}

handlers = Handlers()


def _shown(call: Call, snippet: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    datasource_id = snippet["relationships"].get("datasource")
    used = snippet_closure(call.session, call.api, snippet["attributes"]["text"], datasource_id)
    return {**_UNSAID, **snippet["attributes"]}, {
        **snippet["relationships"],
        SNIPPETS: [id for id in used if id != snippet["id"]],
    }


describe(SNIPPETS, shown=_shown, include_needs={"datasource": DATASOURCE_READERS})


@handlers.operation("listSqlSnippets")
def list_sql_snippets(call: Call) -> Answer:
    """All snippets of all datasources."""
    return collection(call, SNIPPETS, all_of(call, SNIPPETS))


@handlers.operation("getSqlSnippet")
def get_sql_snippet(call: Call) -> Answer:
    """One snippet."""
    return document(call, SNIPPETS, found(call, SNIPPETS), call.query.get("include"))


@handlers.operation("createSqlSnippet")
def create_sql_snippet(call: Call) -> Answer:
    """A new snippet for a datasource that the key reaches."""
    with call.session.store.transaction():
        attributes, datasource_id = attributes_of(call), relationships_of(call).get("datasource")
        if datasource_id is None:
            raise invalid("relationships/datasource: a snippet has a datasource; give its id")
        may_use_datasource(call, datasource_id)
        _check(call, attributes, datasource_id, None)
        stamps = {"created_at": now(call), "updated_at": now(call)}
        snippet = created(call, SNIPPETS, {**attributes, **stamps}, {"datasource": datasource_id})
    return document(call, SNIPPETS, snippet, status=201)


@handlers.operation("updateSqlSnippet")
def update_sql_snippet(call: Call) -> Answer:
    """Change a snippet; the key reaches its datasource, and the one that it moves to. SQL that uses it stays."""
    with call.session.store.transaction():
        snippet = found(call, SNIPPETS)
        attributes, relationships = attributes_of(call), relationships_of(call)
        old = snippet["relationships"].get("datasource")
        datasource_id = relationships.get("datasource", old)
        if datasource_id is None:
            raise invalid("relationships/datasource: a snippet has a datasource; give its id, or leave it out")
        may_use_datasource(call, old)
        may_use_datasource(call, datasource_id)
        _check(call, {**snippet["attributes"], **attributes}, datasource_id, snippet["id"])
        attributes["updated_at"] = now(call)
        snippet = changed(call, SNIPPETS, snippet, attributes, {"datasource": datasource_id})
    return document(call, SNIPPETS, snippet)


@handlers.operation("deleteSqlSnippet")
def delete_sql_snippet(call: Call) -> Answer:
    """Remove a snippet of a datasource that the key reaches. SQL that uses it stays, and most likely breaks."""
    with call.session.store.transaction():
        snippet = found(call, SNIPPETS)
        may_use_datasource(call, snippet["relationships"].get("datasource"))
        remove(call, SNIPPETS, snippet["id"])
    return Answer(204)


def _check(call: Call, attributes: Mapping[str, Any], datasource_id: str, id: str | None) -> None:
    """Raise a 422 `Fault` for a snippet that no query could use."""
    name = attributes["name"]
    problems = []
    if not name.strip() or name != name.strip() or len(name) > _LONGEST_NAME or set(name) & set("[]()\0\r\n"):
        problems.append(
            f"attributes/name: give 1 to {_LONGEST_NAME} characters on one line, no brackets or NUL, no space around"
        )
    elif name in BUILT_IN_SNIPPETS:
        problems.append(f"attributes/name: {name} is one of the built-in snippets; choose another name")
    elif any(
        other["id"] != id and other["attributes"]["name"] == name and datasource_id in ids_of(other, "datasource")
        for other in all_of(call, SNIPPETS)
    ):
        problems.append(f"attributes/name: the datasource has a snippet {name} already; choose another name")
    if "\0" in attributes["text"]:
        problems.append("attributes/text: SQL has no NUL characters")
    elif uses_itself(call.session, call.api, name, attributes["text"], datasource_id):
        problems.append(f"attributes/text: {name} would use itself, directly or through others")
    try:
        Snippet.names(attributes.get("params"))
    except ValueError as error:
        problems.append(f"attributes/params: {error}")
    if problems:
        raise invalid(*problems)
