"""From the SQL of an execution, with Cluvio's expressions in it, to the query that the engine runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.query import Compiled, QueryError

from .execution_book import Execution
from .expressions import ExpressionError, FilterDefinition, Snippet, compile_sql
from .inputs import Inputs
from .reach import Reach

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["built_ins", "compiled", "filters_of", "snippets_of"]


def compiled(session: Session, api: str, execution: Execution, source: Reach) -> tuple[Compiled, str]:
    """The query with its values, and the time zone that its result is shown in.

    Filters and snippets are those of the moment; relative ranges count from when the execution was asked for. Raises
    QueryError for an expression or a value that cannot be used.
    """
    inputs = Inputs.of(execution["parameters"])
    zone = source.data_time_zone or "UTC"
    try:
        query = compile_sql(
            execution["sql"],
            inputs=inputs,
            filters=filters_of(session, api),
            snippets=snippets_of(session, api, execution["datasource_id"]),
            builtins=built_ins(session, api, execution["dashboard_id"]),
            now=datetime.fromisoformat(execution["created_at"]),
            tz=zone,
        )
    except ExpressionError as error:
        raise QueryError(str(error)) from error
    return source.query(query.sql, query.params, query.timezone), inputs.tz or zone


def filters_of(session: Session, api: str) -> dict[str, FilterDefinition]:
    """The filters of a location as queries see them, by variable name."""
    filters = session.store.list(api, "filters")
    return {one["attributes"]["variable_name"]: FilterDefinition.of(one["attributes"]) for one in filters}


def snippets_of(session: Session, api: str, datasource_id: str) -> dict[str, Snippet | str]:
    """The snippets of a datasource by name."""
    snippets = [one for one in session.store.list(api, "sql_snippets") if _is_on(one, datasource_id)]
    return {one["attributes"]["name"]: Snippet.of(one["attributes"]) for one in snippets}


def built_ins(session: Session, api: str, dashboard_id: str | None) -> dict[str, Any]:
    """The vendor's own variables: the dashboard's name and id; those of a user have no value at an API key."""
    dashboard = None if dashboard_id is None else session.store.get(api, "dashboards", dashboard_id)
    if dashboard is None:
        return {}
    return {"CLUVIO_DASHBOARD_NAME": dashboard["attributes"]["name"], "CLUVIO_DASHBOARD_ID": dashboard["id"]}


def _is_on(snippet: Mapping[str, Any], datasource_id: str) -> bool:
    return bool(snippet["relationships"].get("datasource") == datasource_id)
