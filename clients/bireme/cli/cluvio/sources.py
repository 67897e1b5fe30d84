"""`bireme cluvio datasources`, `agents`, `executions`: where data comes from, and the queries that run there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from bireme.cli.output import FAILED, one_line, print_json, tell
from bireme.cluvio import Cluvio, Job, models

from . import queries
from .fields import File, Set, fields_of, help_of
from .group import Connection, group, with_client, with_connection
from .options import Json, NoWait, Timeout
from .resources import Kind, print_found, resource_app, say_changed, with_id
from .showing import print_record
from .waiting import finish

DATASOURCES = Kind(
    name="datasources",
    word="datasource",
    tag="datasources",
    columns={
        "id": "id",
        "name": "name",
        "type": "database_type",
        "mode": "connection_mode",
        "enabled": "enabled",
        "schema read": "schema_updated_at",
    },
    sample="smpl-data-0001",
    change="--set max_concurrent_executions=5",
)
AGENTS = Kind(
    name="agents",
    word="agent",
    tag="datasource_agents",
    columns={"id": "id", "name": "name", "enabled": "enabled", "connected": "connected"},
    sample="lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg",
    change="--set enabled=false",
)

datasources = resource_app(DATASOURCES, "Datasources: databases, and what is known of their tables.")
agents = resource_app(AGENTS, "Agents, by which Cluvio reaches databases in closed networks.", without=["create"])
executions = group("executions", "Queries that run or have run, by their ids; for 24 hours.")

ExecutionId = Annotated[str, typer.Argument(metavar="EXECUTION", help="The execution's id, a UUID.")]


def try_connection(c: Cluvio, id: str, json: Json = False) -> None:
    """Try whether a datasource can be connected to; exit code 1 where it cannot.

    \b
    Example:
      bireme cluvio datasources test smpl-data-0001
    """
    found = c.datasources.test_connection(id)
    works = found.status == models.ConnectionTestStatus.OK
    if json:
        print_json(found.to_dict())
    elif works:
        typer.echo(f"Datasource {id} can be connected to.")
    else:
        tell(one_line(f"Error: Datasource {id} cannot be connected to: {found.error_message or 'no reason is given'}"))
    if not works:
        raise typer.Exit(FAILED)


def refresh(
    connection: Connection, id: str, no_wait: NoWait = False, timeout: Timeout = 600.0, json: Json = False
) -> None:
    """Read a datasource's tables and columns anew, and wait for it.

    \b
    Example:
      bireme cluvio datasources refresh smpl-data-0001
    """

    def start() -> Job:
        return connection.c.refresh_datasource(id, wait=False)

    run_and_say(connection, start, f"Refreshed datasource {id}", no_wait, timeout, json)


def run_and_say(
    connection: Connection, start: Callable[[], Job], what: str, no_wait: bool, timeout: float, json: bool
) -> None:
    """Starts an execution, waits for it unless told otherwise, and says so."""
    if no_wait:
        handle = start()
        say_changed(f"{what}: execution {handle.id}", handle.id, json)
        return
    handle = finish(connection, start, what, timeout=timeout)
    if json:
        print_json(handle.refresh().to_dict())
    else:
        typer.echo(one_line(f"{what}: {handle.status} (execution {handle.id})"))


def create_agent(c: Cluvio, set: Set = None, file: File = None, json: Json = False) -> None:
    made = c.datasource_agents.create(**fields_of(c.datasource_agents.create, set, file))
    if json:
        print_json(made.to_dict())
    else:
        print_record(made)
    tell("The secret key is shown this once only. Put it into the agent's configuration.")


def get_execution(c: Cluvio, id: ExecutionId, json: Json = False) -> None:
    """Show how an execution stands."""
    print_found(c.executions.get(id), json)


def cancel_execution(c: Cluvio, id: ExecutionId, json: Json = False) -> None:
    """Stop an execution; without effect once it is over."""
    c.executions.cancel(id)
    say_changed(f"Cluvio was asked to cancel execution {id}.", id, json)


datasources.command("test")(with_client(with_id(DATASOURCES, try_connection)))
datasources.command("refresh")(with_connection(with_id(DATASOURCES, refresh)))
datasources.command("schema")(with_client(queries.schema))
agents.command(
    "create",
    help="Create an agent, and show its secret key, which is shown this once only."
    "\n\n\b\nExample:\n  bireme cluvio agents create --set name='Vienna office'\n\n" + help_of(AGENTS.method("create")),
)(with_client(create_agent))
executions.command("get")(with_client(get_execution))
executions.command("cancel")(with_client(cancel_execution))
