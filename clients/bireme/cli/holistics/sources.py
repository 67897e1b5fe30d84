"""`bireme holistics sources`: data sources by id; the vendor's own word for their list is `data_sources list`."""

from __future__ import annotations

from typing import Annotated

import typer

from bireme.cli.asking import confirm, say
from bireme.cli.output import print_json, print_table
from bireme.holistics import Holistics

from .group import group, with_client
from .options import Json, NoWait, Timeout, Yes
from .vendor import list_sources
from .waiting import finish

app = group("sources", "Data sources: list, show, delete, forget what is cached.")

SourceId = Annotated[int, typer.Argument(metavar="SOURCE", help="The data source's id; list shows it.")]


def get(h: Holistics, id: SourceId, json: Json = False) -> None:
    """Show a data source; its password is never told."""
    found = h.data_sources.get(id).to_dict()
    if json:
        print_json(found)
        return
    settings = found.pop("settings", None) or {}
    fields = {**found, **{f"settings.{name}": value for name, value in settings.items()}}
    print_table(("field", "value"), [pair for pair in fields.items() if pair[1] is not None], "")


def delete(h: Holistics, id: SourceId, yes: Yes = False, json: Json = False) -> None:
    """Delete a data source that nothing depends on."""
    confirm(f"Delete data source {id}", yes)
    say(h.data_sources.delete(id), json)


def bust_cache(
    h: Holistics, id: SourceId, no_wait: NoWait = False, timeout: Timeout = 600.0, json: Json = False
) -> None:
    """Forget results that are cached, so that the next ones are fresh."""
    started = h.data_sources.bust_exploration_cache(id)
    finish(h, started, f"Emptied the cache of data source {id}", json=json, wait=not no_wait, timeout=timeout)


app.command("list")(list_sources)
app.command("get")(with_client(get))
app.command("delete")(with_client(delete))
app.command("bust-cache")(with_client(bust_cache))
