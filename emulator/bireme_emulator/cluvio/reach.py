"""Which data a datasource reaches: the emulator's own, and nothing outside of it.

The sample datasource sees every table of the workspace and each that the operator has added (`--data NAME=FILE`). So
does any datasource whose host is `emulator`, or only the one table (or DuckDB file) that its `database` names. Every
other host stays unreached, whatever the record says: the emulator opens no outside connections.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.query import Compiled, Engine, QueryError

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["OWN_HOST", "SAMPLE", "Reach", "problem_of", "reach"]

SAMPLE = "smpl-data-0001"
OWN_HOST = "emulator"
_EVERYTHING = "sample"  # what `database` may say for all of it


@dataclass(frozen=True, slots=True)
class Reach:
    """An engine, and the tables of it that the datasource does not see. `counted`: rows of tables may be counted."""

    engine: Engine
    without: frozenset[str]
    data_time_zone: str | None
    counted: bool

    def query(self, sql: str, params: tuple[Any, ...] = (), zone: str = "UTC") -> Compiled:
        """A query for the engine that sees what the datasource sees."""
        return Compiled(sql, params, timezone=zone, without=self.without)


def reach(session: Session, api: str, datasource_id: str) -> Reach:
    """What a datasource reaches. Raises QueryError, saying why, for one that reaches nothing."""
    datasource = session.store.get(api, "datasources", datasource_id)
    if datasource is None:
        raise QueryError(f"There is no datasource {datasource_id} any more.")
    problem = problem_of(session, api, datasource)
    if problem is not None:
        raise QueryError(problem)
    attributes = datasource["attributes"]
    engine: Engine = session.engine
    wanted = attributes.get("database") or _EVERYTHING
    whole = datasource["id"] == SAMPLE or wanted == _EVERYTHING
    without = frozenset() if whole else frozenset(engine.tables) - {wanted}
    return Reach(engine, without, attributes.get("data_time_zone"), attributes.get("update_schema_row_counts", True))


def problem_of(session: Session, api: str, datasource: Mapping[str, Any]) -> str | None:
    """Why a datasource cannot be reached, for people; `None` for one that can."""
    attributes = datasource["attributes"]
    if not attributes.get("enabled", True):
        return f"The datasource {attributes['name']} is disabled."
    if datasource["id"] == SAMPLE:
        return None
    if attributes["connection_mode"] == "agent":
        return _agent_problem(session, api, datasource)
    host, database = attributes.get("host"), attributes.get("database")
    if attributes["connection_mode"] != "direct" or host != OWN_HOST:
        tunnel = attributes["connection_mode"] == "ssh_tunnel"
        host = attributes.get("ssh_tunnel_host") if tunnel else host
        named = f"host {host}" if host else f"a database of type {attributes['database_type']}"
        return f"No connection to {named}: the emulator opens no outside connections. {_remedy(session)}"
    if database and database != _EVERYTHING and database not in session.engine.tables:
        return f"There is no database {database}. {_remedy(session)}"
    return None


def _agent_problem(session: Session, api: str, datasource: Mapping[str, Any]) -> str:
    ids = datasource["relationships"].get("agents") or ()
    agents = [agent for id in ids if (agent := session.store.get(api, "datasource_agents", id)) is not None]
    if not agents:
        return "The datasource has no agent; assign one to it."
    if not any(agent["attributes"].get("enabled", True) for agent in agents):
        return "All agents of the datasource are disabled."
    return "No agent of the datasource is connected: the emulator takes no connections of agents."


def _remedy(session: Session) -> str:
    return (
        f"Use the datasource {SAMPLE}, or the host `{OWN_HOST}` (connection_mode direct) with one of the databases "
        f"{', '.join([_EVERYTHING, *session.engine.tables])}."
    )
