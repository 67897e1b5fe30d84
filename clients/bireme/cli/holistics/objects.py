"""`bireme holistics widget`, `job`, `jobs`, `me`, `dependencies`: what there is, and who the key belongs to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from bireme.cli.output import print_fields, print_json, print_table
from bireme.holistics import Holistics

from .group import group, with_client
from .options import Json


class Resource(StrEnum):
    """What can be asked for what depends on it."""

    DATA_SOURCE = "DataSource"
    DATA_MODEL = "DataModel"
    DATA_SET = "DataSet"


WidgetId = Annotated[int, typer.Argument(metavar="WIDGET", help="The widget's id: what follows _e= in its address.")]


def widget(h: Holistics, id: WidgetId, json: Json = False) -> None:
    """Show a widget, and the filters of its dashboard."""
    found = h.dashboard_widgets.get(id, include_dashboard=True, include_report=True, include_url=True).to_dict()
    if json:
        print_json(found)
        return
    dashboard = found.get("dashboard") or {}
    report = found.get("query_report") or {}
    print_fields(
        {
            "id": found.get("id"),
            "title": found.get("source_title"),
            "chart": (report.get("viz_setting") or {}).get("viz_type"),
            "dashboard": " ".join(str(dashboard[key]) for key in ("id", "title") if dashboard.get(key)),
            "may export": _formats(found.get("permissions") or {}),
            "url": found.get("url"),
        }
    )
    rows = []
    for filter in dashboard.get("dynamic_filters") or []:
        definition = filter.get("definition") or {}
        rows.append((filter.get("id"), definition.get("label"), definition.get("filter_type")))
    typer.echo()
    print_table(("filter", "label", "type"), rows, "Its dashboard has no filters.")


def _formats(permissions: dict[str, Any]) -> str:
    if not permissions.get("can_export"):
        return "nothing"
    return "csv, xlsx, pdf" if permissions.get("can_export_data") else "pdf"


def job(
    h: Holistics,
    id: Annotated[int, typer.Argument(metavar="JOB", help="The job's id.")],
    logs: Annotated[bool, typer.Option("--logs", help="Print its log too.")] = False,
    json: Json = False,
) -> None:
    """Show a job's state, and its log with --logs."""
    record = h.jobs.get(id).to_dict()
    lines = [line.to_dict() for line in h.jobs.get_logs(id)] if logs else []
    if json:
        print_json({**record, "logs": lines} if logs else record)
        return
    print_fields(record)
    if logs:
        rows = [(line.get("timestamp"), line.get("level"), line.get("message")) for line in lines]
        typer.echo()
        print_table(("time", "level", "message"), rows, "The job's log is empty.")


def me(h: Holistics, json: Json = False) -> None:
    """Show whose key this is."""
    user = h.users.me().to_dict()
    if json:
        print_json(user)
    else:
        print_fields(user)


jobs = group("jobs", "Jobs and their queues.")


def queues(h: Holistics, json: Json = False) -> None:
    """List the queues in which jobs wait, and how busy they are."""
    found = [queue.to_dict() for queue in h.job_queues.list()]
    if json:
        print_json(found)
        return
    columns = ("id", "queue", "total_workers", "busy_workers")
    rows = [tuple(queue.get(column) for column in columns) for queue in found]
    print_table(("id", "queue", "workers", "busy"), rows, "There are no queues.")


jobs.command("get")(with_client(job))
jobs.command("queues")(with_client(queues))


def dependencies(
    h: Holistics,
    kind: Annotated[Resource, typer.Argument(metavar="KIND", help="DataSource, DataModel or DataSet.")],
    id: Annotated[int, typer.Argument(metavar="ID", help="Its id.")],
    json: Json = False,
) -> None:
    """List what depends on a data source, data model or data set: what would break without it.

    \b
    Example:
      bireme holistics dependencies DataSet 201
    """
    found = h.dependencies.downstream_dependencies(id=id, type_=kind.value).to_dict()
    if json:
        print_json(found)
        return
    rows = [(name.removesuffix("_ids").replace("_", " "), one) for name, ids in found.items() for one in ids or ()]
    print_table(("kind", "id"), rows, f"Nothing depends on {kind.value} {id}.")
