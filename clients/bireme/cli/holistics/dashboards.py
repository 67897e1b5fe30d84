"""`bireme holistics dashboards`."""

from __future__ import annotations

from typing import Annotated

import typer

from bireme.cli.asking import confirm, say
from bireme.cli.output import print_fields, print_json, print_table
from bireme.holistics import Holistics
from bireme.holistics.conditions import filter_condition

from .group import group, with_client
from .options import BaseUrl, Json, KeyFile, Region, Server, Yes, connected

app = group("dashboards", "List the dashboards that the key may see; or one of the commands below.")
app.info.no_args_is_help = False

DashboardId = Annotated[int, typer.Argument(metavar="DASHBOARD", help="The number in the dashboard's address.")]


@app.callback(invoke_without_command=True)
def dashboards(
    ctx: typer.Context,
    json: Json = False,
    base_url: BaseUrl = None,
    region: Region = None,
    key_file: KeyFile = None,
) -> None:
    """List the dashboards that the key may see; or one of the commands below."""
    if ctx.invoked_subcommand is None:
        with connected(Server(base_url, region, key_file)) as h:
            list_dashboards(h, json)


def list_dashboards(h: Holistics, json: Json = False) -> None:
    """List the dashboards that the key may see."""
    found = list(h.dashboards.iter(limit=100))
    if json:
        print_json([dashboard.to_dict() for dashboard in found])
        return
    rows = [(d.id, d.title, len(d.widgets or ()), d.url or "") for d in found]
    print_table(("id", "title", "widgets", "url"), rows, "There are no dashboards that this key may see.")


def get(h: Holistics, id: DashboardId, json: Json = False) -> None:
    """Show a dashboard with its widgets.

    \b
    Example:
      bireme holistics dashboards get 16076
    """
    found = h.dashboards.get(id).to_dict()
    if json:
        print_json(found)
        return
    print_fields({key: found.get(key) for key in ("id", "title", "description", "url")})
    widgets = found.get("widgets") or []
    rows = [(one.get("id"), one.get("source_title"), one.get("source_type")) for one in widgets]
    typer.echo()
    print_table(("widget", "title", "shows"), rows, "It has no widgets.")


def url(
    h: Holistics,
    id: DashboardId,
    filters: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="TEXT", help="'ID OPERATOR VALUES', as for export. Can be repeated."),
    ] = None,
    json: Json = False,
) -> None:
    """Print the address of a dashboard, opened with filters set.

    \b
    Example:
      bireme holistics dashboards url 16076 --filter '2336 is UA'
    """
    states = [filter_condition(text).to_dict() for text in filters or ()]
    built = h.dashboards.build_url(id, body={"filter_states": states}).to_dict()
    print_json(built) if json else typer.echo(built.get("dashboard_url"))


def delete(
    h: Holistics,
    id: DashboardId,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Delete a dashboard with its widgets."""
    confirm(f"Delete dashboard {id}", yes)
    say(h.dashboards.delete(id), json)


app.command("list")(with_client(list_dashboards))
app.command("get")(with_client(get))
app.command("url")(with_client(url))
app.command("delete")(with_client(delete))
