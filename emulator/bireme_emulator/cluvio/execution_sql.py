"""From the SQL of an execution to the query that the engine runs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bireme_emulator.kernel.query import Compiled, QueryError

from .execution_book import Execution
from .expressions import ExpressionError
from .inputs import Inputs
from .query_sources import compile_query
from .reach import Reach

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["compiled"]


def compiled(session: Session, api: str, execution: Execution, source: Reach) -> tuple[Compiled, str]:
    """The query with its values, and the time zone that its result is shown in: the dashboard's, else the data's.

    Filters and snippets are those of the moment; relative ranges count from when the execution was asked for. Raises
    QueryError for expressions that cannot be used, and inputs that do not fit the filters they are for.
    """
    inputs = Inputs.of(execution["parameters"])
    datasource_id, dashboard_id = execution["datasource_id"], execution["dashboard_id"]
    try:
        asked = datetime.fromisoformat(execution["created_at"])
        query = compile_query(session, api, execution["sql"], inputs, datasource_id, dashboard_id, now=asked)
    except ExpressionError as error:
        raise QueryError(str(error)) from error
    return source.query(query.sql, query.params, zone=query.timezone), inputs.tz or query.timezone
