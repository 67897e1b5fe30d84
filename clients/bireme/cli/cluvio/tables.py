"""Rows of queries and reports: a table on a terminal; CSV, JSON or Parquet in a file or a pipe."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from bireme.cli.grid import print_grid
from bireme.cli.output import INTERRUPTED, tell
from bireme.cli.progress import ExportProgress
from bireme.cli.targets import STDOUT, check_output, format_of

from .group import Connection

FORMATS = ("csv", "json", "parquet")
NAMED = 8  # of the columns that do not fit

Output = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Where to: .csv, .json or .parquet; - is stdout.")
]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORMAT", help="csv, json or parquet; otherwise as FILE ends."),
]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
Shown = Annotated[
    int, typer.Option("--rows", metavar="NUMBER", min=1, help="How many rows a terminal shows.", show_default=True)
]


@dataclass(frozen=True)
class Target:
    """Where rows go, and as what; a format of None is a table on a terminal."""

    output: str
    format: str | None
    rows: int = 50

    @classmethod
    def of(cls, output: str, format: str | None, json: bool, rows: int) -> Target:
        """The target that the options say.

        Raises:
            InvalidInput: it cannot be written.
        """
        format = format_of(output, "json" if json and format is None else format, FORMATS)
        if format is None and not sys.stdout.isatty():
            format = "csv"
        check_output(output, format or "csv", ("csv", "json"))
        return cls(output, format, rows)

    def again(self) -> list[str]:
        """The options that say the same to `bireme cluvio resume`."""
        where = [] if self.output == STDOUT else ["--output", self.output]
        return [*where, *(["--format", self.format] if self.format else [])]


def deliver(connection: Connection, handle: Any, target: Target, title: str) -> None:
    """Fetches rows and shows or writes them."""
    if target.format is None:
        show(handle, target.rows)
        return
    try:
        with ExportProgress(title) as progress:
            if target.output == STDOUT:
                if sys.stdout.isatty():
                    progress.stop()  # it would redraw over the rows
                handle.to_file(sys.stdout.buffer, format=target.format, on_progress=progress.transferred)
            else:
                handle.to_file(Path(target.output), format=target.format, on_progress=progress.transferred)
    except KeyboardInterrupt:
        tell("Interrupted while the data came; Cluvio keeps it for 24 hours.")
        raise typer.Exit(INTERRUPTED) from None
    if target.output != STDOUT and sys.stderr.isatty():
        tell(f"Wrote {target.output} ({Path(target.output).stat().st_size:,} bytes)")


def show(handle: Any, most: int, where: str = "--output FILE") -> None:
    """Prints the first rows of a result, and how many more there are; `where` is the option that gets them all."""
    names: list[str] = []
    rows: list[tuple[Any, ...]] = []
    with closing(handle.iter_batches()) as batches:
        for batch in batches:
            names = batch.schema.names
            rows.extend(zip(*(column.to_pylist() for column in batch.columns), strict=True))
            if len(rows) > most:
                break
    if not names:
        names = handle.to_arrow().column_names
    hidden = print_grid(names, rows[:most], shutil.get_terminal_size().columns)
    notes = []
    if not rows:
        notes.append("No rows.")
    if len(rows) > most:
        notes.append(f"The first {most:,} rows{_total(handle)}; {where} writes all of them.")
    if hidden:
        first, more = names[-hidden:][:NAMED], hidden > NAMED
        notes.append(
            f"{_count(hidden, 'column')} to the right did not fit: {', '.join(first)}{', ...' if more else '.'}"
        )
    for note in notes:
        typer.secho(note, dim=True)


def _total(handle: Any) -> str:
    from bireme.cluvio import Query

    rows = handle.refresh().result_rows if isinstance(handle, Query) else None
    return "" if rows is None else f" of {rows:,}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
