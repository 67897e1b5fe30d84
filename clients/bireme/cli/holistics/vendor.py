"""`bireme holistics data_sources`, `ds_list`, `import csv`, `job_show`: commands of the vendor's own tool.

Their names, flags and output are those of that tool, version 0.4.0, as far as they are known.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bireme.cli.output import USAGE, errors_as_text, fail, print_json, print_table, tell
from bireme.holistics import Holistics

from .csv_import import import_csv
from .group import group
from .options import BaseUrl, Json, KeyFile, Region, Server, Timeout
from .waiting import follow_log

data_sources = group("data_sources", "Data sources of the workspace.")
imports = group("import", "Bring data into a data source.")


@data_sources.command("list")
def list_sources(json: Json = False, base_url: BaseUrl = None, region: Region = None, key_file: KeyFile = None) -> None:
    """List the data sources.

    Version 2 of the API has no such list, so this asks the legacy API.
    """
    with errors_as_text(), Server(base_url, region, key_file).legacy_client() as v1:
        found = [source.to_dict() for source in v1.data_sources.list()]
    if json:
        print_json(found)
        return
    rows = [(source.get("id"), source.get("dbtype"), source.get("name")) for source in found]
    print_table(("ID", "Type", "Name"), rows, "There are no data sources that this key may see.")


def ds_list(json: Json = False, base_url: BaseUrl = None, region: Region = None, key_file: KeyFile = None) -> None:
    """List the data sources; the old name of `data_sources list`."""
    tell("ds_list is deprecated. Use: bireme holistics data_sources list")
    list_sources(json, base_url, region, key_file)


@imports.command("csv")
def csv(
    dest_ds_id: Annotated[
        int, typer.Option("--dest-ds-id", "-d", metavar="ID", help="The data source to import into.")
    ],
    filepath: Annotated[Path, typer.Option("--filepath", "-f", metavar="FILE", help="The CSV file, with a header.")],
    dest_table_name: Annotated[
        str, typer.Option("--dest-table-name", "-t", metavar="NAME", help="The table to make, or to replace.")
    ],
    json: Json = False,
    base_url: BaseUrl = None,
    region: Region = None,
    key_file: KeyFile = None,
) -> None:
    """Import a local CSV file as a table of a data source.

    Where the vendor takes such a file is not published, so this works against bireme's emulator only. Of another server
    it says so, and sends nothing.

    \b
    Example:
      bireme holistics import csv -d 1 -f fares.csv -t fares
    """
    with errors_as_text():
        made = import_csv(Server(base_url, region, key_file), dest_ds_id, filepath, dest_table_name)
    if json:
        print_json(made)
        return
    typer.echo(f"Imported {made['rows']:,} rows into table {made['table']} of data source {dest_ds_id}.")


def job_show(
    h: Holistics,
    job: Annotated[int | None, typer.Argument(metavar="JOB", help="The job's id.")] = None,
    job_id: Annotated[int | None, typer.Option("--job-id", "-j", metavar="JOB", help="The same.")] = None,
    timeout: Timeout = 600.0,
    json: Json = False,
) -> None:
    """Print the log of a job as it grows, until the job ends. Exit code 1 where it fails.

    \b
    Example:
      bireme holistics job_show 1
    """
    if (job is None) == (job_id is None):
        fail("Give one job's id.", USAGE)
    follow_log(h, int(job if job is not None else job_id or 0), json=json, timeout=timeout)
