"""What the queries of a location are compiled with: its filters and snippets, and the values of the vendor's own.

`compile_query` is what executions use; the rest is for the resources that store SQL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .expressions import (
    BUILT_IN_SNIPPETS,
    Compiled,
    ExpressionError,
    FilterDefinition,
    Snippet,
    compile_sql,
    names_in,
    references,
)
from .inputs import Inputs

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "FILTERS",
    "SNIPPETS",
    "compile_query",
    "filter_definitions",
    "filters_of",
    "snippet_closure",
    "snippet_ids",
    "snippets_of",
    "uses_itself",
]

FILTERS = "filters"
SNIPPETS = "sql_snippets"


def compile_query(
    session: Session,
    api: str,
    sql: str,
    inputs: Inputs,
    datasource_id: str,
    dashboard_id: str | None = None,
    *,
    now: datetime | None = None,
) -> Compiled:
    """Compile a query for a datasource, on a dashboard if there is one. Raises ExpressionError.

    Relative ranges count from `now`, an aware moment; otherwise from the present. Snippets about users are null: an API
    key has no user.
    """
    datasource = session.store.get(api, "datasources", datasource_id)
    return compile_sql(
        sql,
        inputs=inputs,
        filters=filter_definitions(session, api),
        snippets=snippets_of(session, api, datasource_id),
        builtins=_builtins(session, api, dashboard_id),
        now=now or session.clock.now(),
        tz=None if datasource is None else datasource["attributes"].get("data_time_zone"),
    )


def filter_definitions(session: Session, api: str) -> dict[str, FilterDefinition]:
    """All filters by their variables. Those that validate know the options that were produced last."""
    found = {}
    for record in session.store.list(api, FILTERS):
        attributes = record["attributes"]
        known = record["private"].get("options") or {}
        found[attributes["variable_name"]] = FilterDefinition.of(attributes, frozenset(known.get("values") or ()))
    return found


def snippet_ids(session: Session, api: str, datasource_id: str | None) -> dict[str, str]:
    """The ids of a datasource's snippets by name."""
    return {
        record["attributes"]["name"]: record["id"]
        for record in session.store.list(api, SNIPPETS)
        if record["relationships"].get("datasource") == datasource_id
    }


def snippets_of(session: Session, api: str, datasource_id: str | None) -> dict[str, Snippet]:
    """The snippets of a datasource by name."""
    return {
        name: Snippet.of(record["attributes"])
        for name, id in snippet_ids(session, api, datasource_id).items()
        if (record := session.store.get(api, SNIPPETS, id)) is not None
    }


def filters_of(session: Session, api: str, sql: str, datasource_id: str | None) -> list[str]:
    """The variables that a query uses, those in its snippets too; none of a query that cannot be read."""
    try:
        found = references(
            sql,
            snippets=snippets_of(session, api, datasource_id),
            filters=filter_definitions(session, api),
            builtins=dict.fromkeys(BUILT_IN_SNIPPETS),
        )
    except ExpressionError:
        return []  # that is for the execution to say
    return list(found.variables)


def snippet_closure(session: Session, api: str, sql: str, datasource_id: str | None) -> list[str]:
    """The ids of the snippets that a query uses, directly or through others, in order of first use.

    Works for snippets that use each other in a circle too.
    """
    ids = snippet_ids(session, api, datasource_id)
    return [ids[name] for name in _closure(sql, snippets_of(session, api, datasource_id))]


def uses_itself(session: Session, api: str, name: str, text: str, datasource_id: str | None) -> bool:
    """Tell whether a snippet would use itself, directly or through others, if it had this name and text."""
    known = {**snippets_of(session, api, datasource_id), name: Snippet(text)}
    return name in _closure(text, known)


def _closure(sql: str, known: Mapping[str, Snippet]) -> Sequence[str]:
    found: dict[str, None] = {}
    texts = [sql]
    for text in texts:
        for name in names_in(text, known):
            if name not in found:
                found.setdefault(name)
                texts.append(known[name].text)
    return tuple(found)


def _builtins(session: Session, api: str, dashboard_id: str | None) -> Mapping[str, Any]:
    values: dict[str, Any] = dict.fromkeys(BUILT_IN_SNIPPETS)
    dashboard = None if dashboard_id is None else session.store.get(api, "dashboards", dashboard_id)
    if dashboard is not None:
        values |= {"CLUVIO_DASHBOARD_ID": dashboard["id"], "CLUVIO_DASHBOARD_NAME": dashboard["attributes"]["name"]}
    return values
