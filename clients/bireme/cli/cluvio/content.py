"""`bireme cluvio dashboards`, `dashboard-groups`, `reports`, `filters`, `snippets`: what dashboards are made of."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from bireme._runtime.errors import InvalidInput
from bireme.cli.documents import read_document
from bireme.cli.output import FAILED, USAGE, fail, print_json, print_table
from bireme.cluvio import Cluvio

from .group import Connection, with_client, with_connection
from .inputs import Aggregation, Filters, Timerange, Tz, parameters_of
from .options import Json, NoWait, Timeout
from .resources import Kind, action, resource_app, say_changed, say_done, with_id
from .sources import run_and_say

DASHBOARDS = Kind(
    name="dashboards",
    word="dashboard",
    tag="dashboards",
    columns={"id": "id", "name": "name", "reports": "reports", "locked": "is_locked", "shared": "published"},
    sample="flgt-oper-0001",
    change="--set data_refresh_rate=60",
    consequence=" with its reports",
)
DASHBOARD_GROUPS = Kind(
    name="dashboard-groups",
    word="dashboard group",
    tag="dashboard_groups",
    columns={"id": "id", "name": "name", "dashboards": "dashboards", "description": "description"},
    sample="plan-ning-0002",
    change="--set dashboards=wthr-newy-0002",
)
REPORTS = Kind(
    name="reports",
    word="report",
    tag="reports",
    columns={"id": "id", "name": "name", "dashboard": "dashboard"},
    sample="flts-mnth-0001",
    change="--set unlimited_csv_export_enabled=true",
)
FILTERS = Kind(
    name="filters",
    word="filter",
    tag="filters",
    columns={"id": "id", "variable": "variable_name", "control": "control_type", "type": "value_type"},
    sample="fltr-carr-0001",
    change="--set display_name=Airline",
)
SNIPPETS = Kind(
    name="snippets",
    word="snippet",
    tag="sql_snippets",
    columns={"id": "id", "name": "name", "params": "params", "datasource": "datasource"},
    sample="snip-flwn-0001",
    change="--set text='dep_time > 0'",
)

dashboards = resource_app(DASHBOARDS, "Dashboards: who may see them, whether they are locked, and their data's state.")
dashboard_groups = resource_app(DASHBOARD_GROUPS, "Groups of dashboards, in which people find them.")
reports = resource_app(REPORTS, "Reports on dashboards.")
filters = resource_app(FILTERS, "Filters of dashboards, and what people can choose in them.")
snippets = resource_app(SNIPPETS, "SQL snippets: text that several queries share.")


def share(
    c: Cluvio,
    id: str,
    mode: Annotated[str, typer.Argument(metavar="MODE", help="none, all_users, all_analysts or custom.")],
    groups: Annotated[
        list[str] | None, typer.Option("--group", metavar="ID", help="With custom: a group of users; repeatable.")
    ] = None,
    notify: Annotated[bool, typer.Option("--notify", help="Send mail to those who see it newly.")] = False,
    thumbnail: Annotated[bool, typer.Option("--thumbnail", help="With a picture of the dashboard in it.")] = False,
    json: Json = False,
) -> None:
    """Say who may see a dashboard. What was said before does not hold any more.

    \b
    Examples:
      bireme cluvio dashboards share flgt-oper-0001 all_analysts
      bireme cluvio dashboards share flgt-oper-0001 custom --group oper-team-0001 --notify
    """
    modes = ("none", "all_users", "all_analysts", "custom")
    if mode not in modes:
        raise InvalidInput("MODE", mode, "is none of the choices", f"Use {', '.join(modes)}")
    if (mode == "custom") != bool(groups):
        fail("--group goes with custom, and custom needs it.", USAGE)
    body: dict[str, Any] = {"share_mode": mode, **({"user_group_ids": groups} if groups else {})}
    if notify:
        body |= {"notify_new_users": True, "include_thumbnail": thumbnail}
    c.dashboards.share(id, body=body)
    say_changed(f"Shared dashboard {id}: {mode}{''.join(f' {group}' for group in groups or ())}.", id, json)


def refresh(
    c: Cluvio,
    id: str,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    no_wait: Annotated[bool, typer.Option("--no-wait", help="Do not wait for the queries.")] = False,
    timeout: Timeout = 600.0,
    json: Json = False,
) -> None:
    """Run all queries of a dashboard anew, and wait until they are over. `dashboard` gets the data as well.

    \b
    Example:
      bireme cluvio dashboards refresh flgt-oper-0001 --filter origin=JFK
    """
    inputs = parameters_of(timerange, aggregation, tz, filters)
    if no_wait:
        c.dashboards.refresh(id, body={} if inputs is None else {"parameters": inputs.to_dict()})
        say_changed(f"Cluvio runs the queries of dashboard {id}.", id, json)
        return
    status = c.refresh_dashboard(id, inputs, timeout=timeout).to_dict()
    states = status.get("data_keys") or {}
    rows = [
        (report, (states.get(entry.get("data_key")) or {}).get("result_status") or entry.get("error"))
        for report, entry in (status.get("reports") or {}).items()
    ]
    if json:
        print_json(status)
    else:
        print_table(("report", "result"), rows, "It has no reports.")
    if any(result != "success" for _, result in rows):
        raise typer.Exit(FAILED)


def duplicate(kind: Kind) -> Any:
    def command(c: Cluvio, id: str, json: Json = False) -> None:
        say_done(kind.api(c).duplicate(id), f"Duplicated {kind.word} {id} as", json)

    return with_id(kind, command)


def layout(
    c: Cluvio,
    id: str,
    file: Annotated[
        str, typer.Option("--file", "-f", metavar="FILE", help="YAML or JSON with layout; - is standard input.")
    ],
    json: Json = False,
) -> None:
    """Put the reports of a dashboard where a file says: layout, a list of id, row, column, width and height.

    \b
    Example:
      bireme cluvio dashboards layout flgt-oper-0001 --file layout.yaml
    """
    c.dashboards.update_layout(id, body=read_document(file))
    say_changed(f"Arranged dashboard {id}.", id, json)


def backup(c: Cluvio, id: str) -> None:
    """Print a backup of a dashboard: JSON that the web application can restore.

    \b
    Example:
      bireme cluvio dashboards backup flgt-oper-0001
    """
    print_json(c.dashboards.create_backup(id).to_dict())


def sort(
    c: Cluvio,
    ids: Annotated[list[str], typer.Argument(metavar="GROUP...", help="The groups' ids in their order.")],
    json: Json = False,
) -> None:
    """Put dashboard groups into an order.

    \b
    Example:
      bireme cluvio dashboard-groups sort plan-ning-0002 flgt-dash-0001 arch-ivex-0003
    """
    c.dashboard_groups.sort(body={"dashboard_group_ids": ids})
    if json:
        print_json({"dashboard_group_ids": ids})
    else:
        typer.echo(f"Sorted {len(ids)} dashboard groups.")


def refresh_report(
    connection: Connection,
    id: str,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    no_wait: NoWait = False,
    timeout: Timeout = 600.0,
    json: Json = False,
) -> None:
    """Run the query of a report anew, and wait for it. `report --refresh` gets the data as well.

    \b
    Example:
      bireme cluvio reports refresh flts-mnth-0001
    """
    inputs = parameters_of(timerange, aggregation, tz, filters)

    def start() -> Any:
        return connection.c.report_data(id, inputs, True, wait=False)

    run_and_say(connection, start, f"Refreshed report {id}", no_wait, timeout, json)


def options(
    c: Cluvio,
    id: str,
    dashboard: Annotated[
        str | None, typer.Option("--dashboard", metavar="ID", help="The dashboard; dynamic drop-downs need it.")
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Run the filter's query first.")] = False,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    timeout: Timeout = 600.0,
    json: Json = False,
) -> None:
    """List what people can choose in a drop-down filter. Its query is run where there is nothing to choose yet.

    \b
    Examples:
      bireme cluvio filters options fltr-carr-0001 --refresh
      bireme cluvio filters options fltr-dest-0001 --dashboard flgt-oper-0001 --filter carrier=UA
    """
    inputs = parameters_of(timerange, aggregation, tz, filters)
    if dashboard is not None and inputs is None:
        inputs = parameters_of("~", None, None, None)  # dynamic drop-downs need some
    found = c.filter_options(id, dashboard, inputs, refresh or "if_needed", timeout=timeout).to_dict()
    if json:
        print_json(found)
        return
    chosen = found.get("options") or {}
    values, names = chosen.get("values") or [], chosen.get("value_names") or []
    names = [*names, *[None] * (len(values) - len(names))]
    print_table(("value", "name"), list(zip(values, names, strict=False)), "There is nothing to choose.")


dashboards.command("share")(with_client(with_id(DASHBOARDS, share)))
dashboards.command("refresh")(with_client(with_id(DASHBOARDS, refresh)))
action(dashboards, DASHBOARDS, "lock", "Locked dashboard {id}.", "Lock a dashboard against changes by hand.")
action(dashboards, DASHBOARDS, "unlock", "Unlocked dashboard {id}.", "Let people change a dashboard again.")
for _kind, _app in ((DASHBOARDS, dashboards), (REPORTS, reports)):
    _app.command(
        "duplicate",
        help=f"Make a copy of {_kind.article}{', with its reports' if _kind is DASHBOARDS else ' on its dashboard'}."
        f"\n\n\b\nExample:\n  bireme cluvio {_kind.name} duplicate {_kind.sample}",
    )(with_client(duplicate(_kind)))
dashboards.command("layout")(with_client(with_id(DASHBOARDS, layout)))
dashboards.command("backup")(with_client(with_id(DASHBOARDS, backup)))
dashboard_groups.command("sort")(with_client(sort))
reports.command("refresh")(with_connection(with_id(REPORTS, refresh_report)))
filters.command("options")(with_client(with_id(FILTERS, options)))
