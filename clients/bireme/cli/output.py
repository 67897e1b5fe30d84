"""What the commands share: printing data, progress, and turning errors into one line and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table

from bireme._runtime.errors import BiremeError, ConfigError, InvalidInput, MissingExtra, WaitTimeout

FAILED = 1
USAGE = 2
TIMED_OUT = 3
INTERRUPTED = 130

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON document on standard output; non-ASCII text stays readable."""
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], empty: str) -> None:
    """Rows as a table that fits the terminal, or a sentence where there are none."""
    if not rows:
        err.print(empty, markup=False)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else _escape(str(cell)) for cell in row))
    out.print(table)


def print_fields(fields: Mapping[str, Any]) -> None:
    """Names and values, one pair a line, aligned."""
    width = max(len(name) for name in fields)
    for name, value in fields.items():
        out.print(f"{name:<{width}}  {'' if value is None else value}", markup=False)


def fail(message: str, code: int = FAILED) -> NoReturn:
    """Prints one error and ends the command."""
    err.print(f"Error: {message}", markup=False)
    raise typer.Exit(code)


@contextmanager
def errors_as_text() -> Iterator[None]:
    """Turns bireme's errors and unwritable files into one message and the exit code that fits."""
    try:
        yield
    except WaitTimeout as error:
        err.print(f"Error: {error}", markup=False)
        if error.token:
            err.print(f"Go on with: --resume '{error.token}'", markup=False)
        raise typer.Exit(TIMED_OUT) from None
    except (ConfigError, InvalidInput, MissingExtra) as error:
        fail(str(error), USAGE)
    except BiremeError as error:
        fail(str(error))
    except BrokenPipeError:
        raise typer.Exit(FAILED) from None
    except OSError as error:
        fail(f"{error.filename or 'file'}: {error.strerror or error}")


def _escape(text: str) -> str:
    return text.replace("[", "\\[")
