"""`bireme cluvio dashboard`: the data of all reports of a dashboard."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bireme._runtime.errors import BiremeError, InvalidInput, JobFailed, NoCachedData, WaitTimeout
from bireme.cli.output import FAILED, INTERRUPTED, TIMED_OUT, USAGE, fail, one_line, print_json, tell
from bireme.cluvio import ReportData

from .group import Connection
from .inputs import Aggregation, Filters, Timerange, Tz, parameters_of
from .options import Server, Timeout
from .tables import FORMATS, show


def dashboard(
    connection: Connection,
    id: Annotated[str, typer.Argument(metavar="DASHBOARD", help="The dashboard's id; `dashboards list` shows it.")],
    refresh: Annotated[bool, typer.Option("--refresh", help="Run all queries first, however fresh data is.")] = False,
    cached: Annotated[bool, typer.Option("--cached", help="Run no queries; take what is cached.")] = False,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Write a file per report into a folder.")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="csv, json or parquet; otherwise csv.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print all rows as JSON.")] = False,
    rows: Annotated[
        int, typer.Option("--rows", metavar="NUMBER", min=1, help="How many rows of each report to show.")
    ] = 10,
    timeout: Timeout = 600.0,
) -> None:
    """Get the data of all reports of a dashboard: a table each, or a file each in a folder.

    Queries whose data is stale by the dashboard's refresh rate are run, as when the dashboard is opened. A report that
    fails does not keep the others; the exit code is 1 then. Files are named for the reports' ids.

    \b
    Examples:
      bireme cluvio dashboard flgt-oper-0001 --output flights
      bireme cluvio dashboard flgt-oper-0001 --cached --filter origin=JFK
    """
    if refresh and cached:
        fail("Give --refresh or --cached, not both.", USAGE)
    if format is not None and format not in FORMATS:
        raise InvalidInput("--format", format, "is not a format", f"Use {', '.join(FORMATS)}")
    if (format is not None and output is None) or (json and output is not None):
        fail("--format goes with --output FOLDER, and --json without it.", USAGE)
    inputs = parameters_of(timerange, aggregation, tz, filters)
    c = connection.c
    names = {report.id: report.name for report in c.dashboards.get(id, include="reports").reports}
    found = c.dashboard_data(id, inputs, refresh or (False if cached else "if_stale"), timeout=timeout)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
    shown = _Shown(names, output, format or "csv", rows, json, connection.server)
    try:
        for report_id, data in _watched(found, len(names)):
            shown.add(report_id, data)
    except KeyboardInterrupt:
        tell("Interrupted. What Cluvio runs for the dashboard goes on there; its data is kept for 24 hours.")
        raise typer.Exit(INTERRUPTED) from None
    shown.end()


def _watched(found: Iterator[Any], total: int) -> Iterator[tuple[str, ReportData | BiremeError]]:
    """What comes, with a line on standard error meanwhile that says how much of it has."""
    console = Console(stderr=True)
    come = 0
    while True:
        if console.is_terminal:
            with console.status(f"{come} of {total} reports"):
                item = next(found, None)
        else:
            item = next(found, None)
        if item is None:
            return
        come += 1
        yield item


class _Shown:
    """What has come of the reports, as it is printed or written."""

    def __init__(
        self, names: dict[str, str], folder: Path | None, format: str, rows: int, json: bool, server: Server
    ) -> None:
        self.names, self.folder, self.format, self.rows, self.json = names, folder, format, rows, json
        self.server = server
        self.errors: list[BiremeError] = []
        self.documents: list[dict[str, Any]] = []

    def add(self, id: str, data: ReportData | BiremeError) -> None:
        if isinstance(data, ReportData):
            try:
                self._show(id, data)
            except BiremeError as error:  # of this one's download
                data = error
        if isinstance(data, BiremeError):
            self.errors.append(data)
            tell(f"Error: {one_line(self._title(id))}: {one_line(_reason(data, self.server))}")
            self.documents.append({"id": id, "name": self.names.get(id), "error": str(data)})

    def _show(self, id: str, data: ReportData) -> None:
        if self.json:
            rows = list(data.iter_rows())
            self.documents.append({"id": id, "name": self.names.get(id), "rows": rows})
        elif self.folder is not None:
            path = self.folder / f"{_file_name(id)}.{self.format}"
            data.to_file(path, format=self.format)
            typer.echo(f"{path}  {one_line(self.names.get(id, ''))}".rstrip())
        else:
            typer.secho(f"{one_line(self._title(id))}", bold=True, underline=True)
            show(data, self.rows, "--output FOLDER")
            typer.echo()

    def _title(self, id: str) -> str:
        return f"{self.names[id]} ({id})" if id in self.names else id

    def end(self) -> None:
        if self.json:
            print_json(self.documents)
        elif not self.names:
            tell("The dashboard has no reports.")
        if self.errors:
            count = len(self.errors)
            tell(f"{count} of {max(len(self.names), count)} reports {'has' if count == 1 else 'have'} no data.")
            waits = all(isinstance(error, WaitTimeout) for error in self.errors)
            raise typer.Exit(TIMED_OUT if waits else FAILED)


def _file_name(id: str) -> str:
    """An id as the name of a file, whatever characters it has: it comes from a server."""
    return "".join(char if char.isalnum() or char in "-_" else "_" for char in id)


def _reason(error: BiremeError, server: Server) -> str:
    if isinstance(error, NoCachedData):
        return "nothing is cached under these inputs; without --cached it would be run"
    if isinstance(error, JobFailed):
        return f"its query failed {str(error).partition(' has no data ')[2]}"
    if isinstance(error, WaitTimeout):
        command = ["bireme", "cluvio", "resume", error.token, *server.again()]
        return f"its query is not over after {error.elapsed:.0f} s. To wait on: {shlex.join(command)}"
    return str(error)
