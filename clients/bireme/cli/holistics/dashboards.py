"""`bireme holistics dashboards`."""

from __future__ import annotations

import typer

from .group import group, with_client
from .objects import list_dashboards
from .options import BaseUrl, Json, KeyFile, Region, connected

app = group("dashboards", "List the dashboards that the key may see; or one of the commands below.")
app.info.no_args_is_help = False
app.command("list")(with_client(list_dashboards))


@app.callback(invoke_without_command=True)
def dashboards(
    ctx: typer.Context,
    json: Json = False,
    base_url: BaseUrl = None,
    region: Region = None,
    api_key_file: KeyFile = None,
) -> None:
    """List the dashboards that the key may see; or one of the commands below."""
    if ctx.invoked_subcommand is None:
        with connected(base_url, region, api_key_file) as h:
            list_dashboards(h, json)
