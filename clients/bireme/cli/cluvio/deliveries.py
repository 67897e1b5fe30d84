"""`bireme cluvio alerts` and `schedules`: mail that goes out when data is so, and at set times."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any

import typer

from bireme.cli.output import print_json, print_table
from bireme.cluvio import Cluvio, Job

from .group import Connection, with_client, with_connection
from .options import Json, NoWait, Timeout
from .resources import Kind, action, resource_app, with_id
from .sources import run_and_say


def _runs(resource: dict[str, Any]) -> str:
    """When an alert runs by itself."""
    fields = resource.get("attributes") or {}
    schedule = fields.get("run_schedule")
    if schedule == "every":
        return f"every {fields.get('run_every')} min"
    return f"at {fields.get('run_at')}" if schedule == "at" else str(schedule)


def _when(resource: dict[str, Any]) -> str:
    """The condition of an alert: `greater than 29000`."""
    fields = resource.get("attributes") or {}
    condition = str(fields.get("trigger_condition")).replace("_", " ")
    value = fields.get("trigger_value")
    compares = condition not in ("has results", "no results")
    return f"{condition} {value:g}" if compares and isinstance(value, int | float) else condition


def _shows(resource: dict[str, Any]) -> str:
    """What a schedule sends: the report, or without one the dashboard."""
    linked = resource.get("relationships") or {}
    for name in ("report", "dashboard"):
        data = (linked.get(name) or {}).get("data")
        if data:
            return f"{name} {data.get('id')}"
    return ""


ALERTS = Kind(
    name="alerts",
    word="alert",
    tag="sql_alerts",
    columns={"id": "id", "name": "name", "runs": "runs", "when": "when", "last result": "last_result_status"},
    sample="mnth-busy-0001",
    change="--set trigger_value=30000",
    values={"runs": _runs, "when": _when},
)
SCHEDULES = Kind(
    name="schedules",
    word="schedule",
    tag="dashboard_schedules",
    columns={"id": "id", "name": "name", "schedule": "schedule", "sends": "sends", "as": "attach_as", "to": "emails"},
    sample="mond-mail-0001",
    change="--set schedule='weekly;0;07:30'",
    values={"sends": _shows},
)

alerts = resource_app(ALERTS, "SQL alerts: mail that goes out when the result of a query meets a condition.")
schedules = resource_app(SCHEDULES, "Dashboard schedules: dashboards and reports by mail, at set times.")


def run(connection: Connection, id: str, no_wait: NoWait = False, timeout: Timeout = 600.0, json: Json = False) -> None:
    """Run an alert now, with the mail where its condition holds, and wait until its query is over.

    \b
    Example:
      bireme cluvio alerts run mnth-busy-0001
    """

    def start() -> Job:
        return connection.c.run_alert(id, wait=False)

    run_and_say(connection, start, f"Ran alert {id}", no_wait, timeout, json)


def results(
    c: Cluvio,
    id: str,
    limit: Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="How many, the newest first.")] = 20,
    json: Json = False,
) -> None:
    """List what came of an alert in the last 30 days, the newest first.

    \b
    Example:
      bireme cluvio alerts results mnth-busy-0001 --limit 5
    """
    found = [one.to_dict() for one in islice(c.sql_alerts.iter_results(id, limit=min(limit, 1000)), limit)]
    if json:
        print_json(found)
        return
    rows = [
        (one.get("created_at"), one.get("result_status"), one.get("sql_query_duration"), one.get("error_message"))
        for one in found
    ]
    print_table(("time", "result", "ms", "error"), rows, f"Alert {id} has not run in the last 30 days.")


alerts.command("run")(with_connection(with_id(ALERTS, run)))
alerts.command("results")(with_client(with_id(ALERTS, results)))
action(
    schedules,
    SCHEDULES,
    "trigger",
    "Cluvio sends the mail of schedule {id}.",
    "Send the mail of a schedule now; its next regular time stays.",
)
