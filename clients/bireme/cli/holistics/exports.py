"""`bireme holistics export`: a widget as a file."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bireme._runtime.errors import InvalidInput, WaitTimeout
from bireme.cli.output import INTERRUPTED, TIMED_OUT, USAGE, errors_as_text, fail, one_line, tell
from bireme.cli.progress import ExportProgress
from bireme.cli.targets import STDOUT, check_output, format_of
from bireme.holistics import Export, FilterCondition, Holistics
from bireme.holistics.conditions import filter_condition

from .options import BaseUrl, KeyFile, Region, Server, Timeout

FORMATS = {"csv": "csv", "xlsx": "xlsx", "pdf": "pdf", "parquet": "csv"}  # what is written -> what is asked for


@dataclass(frozen=True)
class _Target:
    """Where an export goes, and as what; `again` are the options that say so, for a command to go on with."""

    output: str
    format: str | None
    again: tuple[str, ...]

    def kind(self, otherwise: str) -> str:
        return self.format or otherwise


def export(
    widget: Annotated[
        int | None, typer.Argument(metavar="WIDGET", help="The widget's id: what follows _e= in its address.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to: .csv .xlsx .pdf .parquet; - is stdout.")
    ] = STDOUT,
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="csv, xlsx, pdf or parquet; otherwise as FILE ends."),
    ] = None,
    filters: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="TEXT", help="'ID OPERATOR VALUES', e.g. '2336 is UA AA'. Can be repeated."),
    ] = None,
    resume: Annotated[
        str | None, typer.Option("--resume", metavar="TOKEN", help="Go on with an export that was cut off.")
    ] = None,
    timeout: Timeout = 600.0,
    base_url: BaseUrl = None,
    region: Region = None,
    api_key_file: KeyFile = None,
) -> None:
    """Export a widget as a file: submit, wait, download.

    A terminal shows a progress bar; a pipe gets nothing but the data. The file appears, or is replaced, once it is
    complete. Interrupted, the command prints what to go on with: the export itself goes on at Holistics.

    \b
    Examples:
      bireme holistics export 4175 --output flights.csv
      bireme holistics export 4175 -o flights.parquet --filter '2336 is UA AA' \\
          --filter '2335 between 2013-01-01 2013-03-31'
      bireme holistics export 4175 | head

    \b
    Operators of filters:
      all types  is, is_not, is_null, not_null, matches_user_attribute, none
      number     greater_than, less_than, between
      text       contains, does_not_contain, starts_with, ends_with
      date       last, next, before, after, between, matches
                 e.g. '2335 last 3 months', '2335 matches monday last week'
      boolean    is_true, is_false
    """
    with errors_as_text():
        if (widget is None) == (resume is None):
            fail("Give a widget's id, or --resume TOKEN.", USAGE)
        server = Server(base_url, region, api_key_file)
        again = ("--output", output, *server.again(), *(("--format", format) if format else ()))
        target = _Target(output, format_of(output, format, tuple(FORMATS)), again)
        conditions = [_condition(text) for text in filters or ()]
        check_output(output, target.kind("csv"))
        with server.client(timeout) as h:
            if resume is not None:
                handle = _resumed(h, resume, conditions)
            else:
                assert widget is not None
                handle = h.export_widget(widget, FORMATS[target.kind("csv")], conditions, wait=False)
            _deliver(handle, target)


def _condition(text: str) -> FilterCondition:
    try:
        return filter_condition(text)
    except InvalidInput as error:
        fail(f"--filter {text!r}: {str(error).removeprefix(f'filter={text!r} ')}", USAGE)


def _resumed(h: Holistics, token: str, conditions: list[FilterCondition]) -> Export:
    if conditions:
        fail(
            "--filter does not go with --resume: the export runs already, with the filters it was started with.", USAGE
        )
    handle = h.resume(token)
    if not isinstance(handle, Export):
        raise InvalidInput("--resume", token, "is not an export's", f"Try: bireme holistics job {handle.id}")
    return handle


def _deliver(handle: Export, target: _Target) -> None:
    """Waits and writes; cut off, says how to go on."""
    kind = target.kind(handle.format)
    try:
        with ExportProgress(f"Export {handle.id}") as progress:
            handle.wait(on_progress=progress.waiting)
            if target.output == STDOUT:
                if sys.stdout.isatty():
                    progress.stop()  # it would redraw over the rows
                handle.to_file(sys.stdout.buffer, format=kind, on_progress=progress.transferred)
            else:
                handle.to_file(Path(target.output), format=kind, on_progress=progress.transferred)
    except WaitTimeout as error:
        problem = f" The last look failed: {error.last_error}" if error.last_error else ""
        state = error.last_status or "not heard of"
        tell(one_line(f"Error: Job {handle.id} is still {state} after {error.elapsed:.0f} s.{problem}"))
        _go_on(handle, target, TIMED_OUT)
    except KeyboardInterrupt:
        tell("Interrupted.")
        _go_on(handle, target, INTERRUPTED)
    if target.output != STDOUT and sys.stderr.isatty():
        tell(f"Wrote {target.output} ({Path(target.output).stat().st_size:,} bytes)")


def _go_on(handle: Export, target: _Target, code: int) -> NoReturn:
    command = ["bireme", "holistics", "export", "--resume", handle.resume_token, *target.again]
    tell("The export goes on at Holistics. To go on with it here:")
    tell(f"  {shlex.join(command)}")
    raise typer.Exit(code)
