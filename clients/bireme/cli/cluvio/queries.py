"""`bireme cluvio query`, `report`, `schema`, `resume`: rows and columns."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from bireme._runtime.errors import InvalidInput, NoCachedData
from bireme.cli.output import USAGE, fail, one_line, print_json, print_table
from bireme.cli.targets import STDOUT
from bireme.cluvio import Cluvio, Export, Query, ReportData

from . import exports
from .group import Connection
from .inputs import Aggregation, Filters, Timerange, Tz, parameters_of
from .options import Json, Timeout
from .tables import AsJson, Format, Output, Shown, Target, deliver
from .waiting import finish

ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="The report's id; `reports list` shows it.")]


def query(
    connection: Connection,
    datasource: Annotated[
        str, typer.Argument(metavar="DATASOURCE", help="The datasource's id; `datasources list` shows it.")
    ],
    sql: Annotated[str | None, typer.Option("--sql", metavar="TEXT", help="The SQL.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="Read the SQL from a file; - is standard input.")
    ] = None,
    r: Annotated[
        str | None, typer.Option("--r", metavar="FILE", help="R code that makes another result of that of the SQL.")
    ] = None,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    output: Output = STDOUT,
    format: Format = None,
    json: AsJson = False,
    rows: Shown = 50,
    timeout: Timeout = 600.0,
) -> None:
    """Run SQL on a datasource: a table on a terminal, CSV in a pipe, or a file.

    The SQL may have Cluvio's expressions in it ({[time_hour]=timerange}, {[carrier]=carrier}); the options say what
    they stand for. Ctrl-C stops the query at the server. A file appears, or is replaced, once it is complete.

    \b
    Examples:
      bireme cluvio query smpl-data-0001 --sql 'select carrier, count(*) from flights group by 1'
      bireme cluvio query smpl-data-0001 --file delays.sql --timerange 2013-01-01~2013-03-31 \\
          --filter carrier=UA --filter carrier=AA --output delays.parquet
      echo 'select 1 as n' | bireme cluvio query smpl-data-0001 --file - --json
    """
    if (sql is None) == (file is None):
        fail("Give the SQL: --sql TEXT, or --file FILE.", USAGE)
    text = sql if sql is not None else _text(file or "", "--file")
    script = None if r is None else _text(r, "--r")
    inputs = parameters_of(timerange, aggregation, tz, filters)
    target = Target.of(output, format, json, rows)

    def start() -> Query:
        return connection.c.query(datasource, text, script, inputs, wait=False)

    handle = finish(connection, start, "Query", timeout=timeout, again=target.again(), stops=True)
    deliver(connection, handle, target, "Query")


def _text(file: str, option: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput(option, file, "is not UTF-8 text", "Save it in UTF-8") from None
    except OSError as error:
        raise InvalidInput(option, file, f"cannot be read: {error.strerror}", "Check the path") from None


def report(
    connection: Connection,
    id: ReportId,
    refresh: Annotated[bool, typer.Option("--refresh", help="Run its query first, however fresh its data is.")] = False,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    output: Output = STDOUT,
    format: Format = None,
    json: AsJson = False,
    separator: Annotated[
        str | None, typer.Option("--csv-separator", metavar="TEXT", help="In CSV: ',', ';' or 'tab'.")
    ] = None,
    decimal: Annotated[
        str | None, typer.Option("--csv-decimal", metavar="TEXT", help="In CSV: '.', ',' or '/'.")
    ] = None,
    quotes: Annotated[
        str | None, typer.Option("--csv-quotes", metavar="STYLE", help="In CSV: necessary or always.")
    ] = None,
    rows: Shown = 50,
    timeout: Timeout = 600.0,
) -> None:
    """Get the data of a report as it is cached, or as it is now.

    With one of the --csv options Cluvio itself writes the CSV, by the organization's settings for what is not given.

    \b
    Examples:
      bireme cluvio report flts-mnth-0001
      bireme cluvio report flts-mnth-0001 --refresh --filter carrier=UA --output flights.csv
    """
    inputs = parameters_of(timerange, aggregation, tz, filters)
    target = Target.of(output, format, json, rows)
    given = {
        "csv_column_separator": "\t" if separator == "tab" else separator,
        "csv_decimal_separator": decimal,
        "csv_quote_style": quotes,
    }
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if options:
        if target.format not in ("csv", None):
            fail(f"The --csv options do not go with {target.format}.", USAGE)
        target = Target(target.output, "csv", rows)
        options["format"] = "csv"

    def start(wait: bool = False) -> ReportData:
        return connection.c.report_data(id, inputs, refresh, wait=wait, **options)

    if refresh:
        handle = finish(connection, start, "Report", timeout=timeout, again=target.again(), stops=True)
    else:
        handle = _cached(start, id)
    deliver(connection, handle, target, "Report")


def _cached(start: Callable[..., ReportData], id: str) -> ReportData:
    try:
        return start(wait=True)
    except NoCachedData:
        fail(f"Nothing is cached for report {id} under these inputs. Add --refresh to run its query.")


def schema(
    c: Cluvio,
    datasource: Annotated[
        str, typer.Argument(metavar="DATASOURCE", help="The datasource's id; `datasources list` shows it.")
    ],
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only the schema of this name.")] = None,
    table: Annotated[str | None, typer.Option("--table", metavar="NAME", help="Only the table of this name.")] = None,
    json: Json = False,
) -> None:
    """List the tables and columns of a datasource, as they were last read from the database.

    `datasources refresh` reads them anew.

    \b
    Example:
      bireme cluvio schema smpl-data-0001 main --table flights
    """
    found = [one.to_dict() for one in c.schema(datasource, name)]
    if table is not None:
        found = [{**one, "tables": [each for each in one["tables"] if each["name"] == table]} for one in found]
        if not any(one["tables"] for one in found):
            fail(f"There is no table {table!r}. Without --table all are listed.")
    if json:
        print_json(found)
        return
    rows = [
        (one["name"], each["name"], column["name"], column.get("db_type"), column.get("data_type"))
        for one in found
        for each in one["tables"]
        for column in each["columns"]
    ]
    print_table(("schema", "table", "column", "database type", "type"), rows, "There are no tables.")


def resume(
    connection: Connection,
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="What a command that was cut off has printed.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = STDOUT,
    format: Format = None,
    json: AsJson = False,
    rows: Shown = 50,
    timeout: Timeout = 600.0,
) -> None:
    """Go on with a query, report or export that was cut off.

    \b
    Example:
      TOKEN='{"bireme": 1, ...}'; bireme cluvio resume "$TOKEN" --output flights.csv
    """
    handle = connection.c.resume(token)
    if isinstance(handle, Export):
        exports.deliver(connection, lambda: handle, exports.target_of(output, format or handle.format), timeout)
        return
    if not isinstance(handle, Query | ReportData):
        done = finish(connection, lambda: handle, f"Execution {handle.id}", timeout=timeout)
        record = done.refresh().to_dict()
        print_json(record) if json else typer.echo(one_line(f"Execution {done.id}: {done.status}"))
        return
    target = Target.of(output, format, json, rows)
    stops = isinstance(handle, Query)
    finish(connection, lambda: handle, "Query", timeout=timeout, again=target.again(), stops=stops)
    deliver(connection, handle, target, "Query")
