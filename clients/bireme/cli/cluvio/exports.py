"""`bireme cluvio export`: dashboards and reports as files that Cluvio renders."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bireme.cli.output import INTERRUPTED, USAGE, fail, tell
from bireme.cli.progress import ExportProgress
from bireme.cli.targets import STDOUT, check_output, format_of
from bireme.cluvio import Export

from .group import Connection, group, with_connection
from .inputs import Aggregation, Filters, Timerange, Tz, parameters_of
from .options import Timeout
from .waiting import finish

app = group("export", "A dashboard or a report as a file: PDF, PNG, or all rows of a report as CSV.")

Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")]
Format = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORMAT", help="pdf, png or csv; otherwise as FILE ends.")
]


def dashboard(
    connection: Connection,
    id: Annotated[str, typer.Argument(metavar="DASHBOARD", help="The dashboard's id; `dashboards list` shows it.")],
    output: Output = None,
    format: Format = None,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    timeout: Timeout = 600.0,
) -> None:
    """Render a dashboard as PDF or PNG: start, wait, download.

    A file appears, or is replaced, once it is complete. Interrupted, the command prints what to go on with.

    \b
    Example:
      bireme cluvio export dashboard flgt-oper-0001 --output flights.pdf --filter origin=JFK
    """
    target = target_of(output, format, ("pdf", "png"))
    inputs = parameters_of(timerange, aggregation, tz, filters)
    deliver(connection, lambda: connection.c.export_dashboard(id, target[1], inputs, wait=False), target, timeout)


def report(
    connection: Connection,
    id: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id; `reports list` shows it.")],
    output: Output = None,
    format: Format = None,
    timerange: Timerange = None,
    aggregation: Aggregation = None,
    tz: Tz = None,
    filters: Filters = None,
    timeout: Timeout = 600.0,
) -> None:
    """Render a report as PDF or PNG, or write all its rows as CSV: start, wait, download.

    CSV has all rows up to the plan's limit, where the report allows that (unlimited_csv_export_enabled); within ten
    minutes Cluvio gives the same file again.

    \b
    Examples:
      bireme cluvio export report flts-mnth-0001 --output flights.png
      bireme cluvio export report allf-ligh-0008 --format csv | head
    """
    target = target_of(output, format, ("pdf", "png", "csv"))
    inputs = parameters_of(timerange, aggregation, tz, filters)
    deliver(connection, lambda: connection.c.export_report(id, target[1], inputs, wait=False), target, timeout)


def target_of(
    output: str | None, format: str | None, formats: tuple[str, ...] = ("pdf", "png", "csv")
) -> tuple[str, str]:
    """Output and format as the options say them.

    Raises:
        InvalidInput: they cannot be had.
    """
    if output is None and format is None:
        fail(f"Give --output FILE, which ends in {' or '.join(f'.{known}' for known in formats)}.", USAGE)
    output = STDOUT if output is None else output
    found = format_of(output, format, formats)
    if found is None:
        fail(f"--output - does not say the format: add --format, {', '.join(formats)}.", USAGE)
    check_output(output, found)
    return output, found


def deliver(connection: Connection, start: Callable[[], Export], target: tuple[str, str], timeout: float) -> None:
    """Starts an export, waits, and writes the file."""
    output, format = target
    again = ("--output", output, "--format", format)
    handle = finish(connection, start, "Export", timeout=timeout, again=again)
    try:
        with ExportProgress("Export") as progress:
            if output == STDOUT:
                if sys.stdout.isatty():
                    progress.stop()  # it would redraw over the rows
                handle.to_file(sys.stdout.buffer, format=format, on_progress=progress.transferred)
            else:
                handle.to_file(Path(output), format=format, on_progress=progress.transferred)
    except KeyboardInterrupt:
        tell("Interrupted while the file came; the same command gets it again.")
        raise typer.Exit(INTERRUPTED) from None
    if output != STDOUT and sys.stderr.isatty():
        tell(f"Wrote {output} ({Path(output).stat().st_size:,} bytes)")


app.command("dashboard")(with_connection(dashboard))
app.command("report")(with_connection(report))
