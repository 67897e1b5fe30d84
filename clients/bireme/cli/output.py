"""What the commands share: printing data, and turning errors into one line and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

import typer
from rich.cells import cell_len

from bireme._runtime.errors import BiremeError, ConfigError, InvalidInput, JobFailed, MissingExtra

FAILED = 1
USAGE = 2
TIMED_OUT = 3
INTERRUPTED = 130

GAP = "  "


# --- data, on standard output ---


def print_json(value: Any) -> None:
    """One JSON document; text stays readable where the output can hold it."""
    unicode = "utf" in (sys.stdout.encoding or "").lower()
    typer.echo(json.dumps(value, indent=2, ensure_ascii=not unicode, default=str))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], empty: str) -> None:
    """Rows under aligned columns, one line each: nothing is cut or folded, so that lines can be searched and copied.

    Where there are no rows a terminal is told so in a sentence, and a pipe gets nothing.
    """
    if not rows:
        if sys.stdout.isatty():
            typer.echo(empty)
        return
    texts = [[shown(cell) for cell in row] for row in rows]
    widths = [max(cell_len(text) for text in column) for column in zip(columns, *texts, strict=True)]
    typer.secho(_aligned(columns, widths), bold=True)
    for text in texts:
        typer.echo(_aligned(text, widths))


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def print_fields(fields: Mapping[str, Any]) -> None:
    """Names and values, one pair a line, aligned, the id first; what is empty is left out."""
    fields = {**({"id": fields["id"]} if "id" in fields else {}), **fields}
    texts = {name.replace("_", " "): shown(value) for name, value in fields.items() if value not in (None, "")}
    width = max(map(len, texts), default=0)
    for name, text in texts.items():
        typer.echo(f"{name:<{width}}{GAP}{text}")


def shown(value: Any) -> str:
    """A value of a reply as a person reads it, on one line.

    >>> shown(True), shown("2025-03-01T08:15:00.144Z"), shown("a\\nb"), shown([1, 2])
    ('yes', '2025-03-01 08:15:00 UTC', 'a b', '1, 2')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return ", ".join(map(shown, value))
    text = str(value)
    if text[4:5] == "-" and text[10:11] == "T":
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return one_line(text)
        if moment.tzinfo is not None:
            return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
    return one_line(text)


def one_line(text: str) -> str:
    """Text from elsewhere on one line, without what could steer a terminal.

    Lines that only point at something in the line above (`^^^^`) go: they point at nothing any more.
    """
    lines = [line for line in text.splitlines() if line.strip(" ^~")]
    words = " ".join(" ".join(lines).split())
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in words)


# --- messages, on standard error ---


@dataclass(frozen=True)
class Wording:
    """How a vendor's commands name what errors speak of.

    Attributes:
        fields: what stands on the command line for a field of an error: `base_url` -> `--base-url`.
        remedies: words of remedies that only programs can follow, and what to do at a terminal instead.
        failed: says of a job that has failed which it was and why.
    """

    fields: Mapping[str, str]
    remedies: Mapping[str, str]
    failed: Callable[[JobFailed], str]


def _with_log(error: JobFailed) -> str:
    reason = one_line(error.last_error or "the server gives no reason").rstrip(".")
    return f"Job {error.job_id} failed: {reason}. Its log: bireme holistics job {error.job_id} --logs"


HOLISTICS = Wording(
    fields={"api_key": "The API key", "base_url": "--base-url", "region": "--region"},
    remedies={
        "Pass api_key=,": "Log in (bireme holistics login TOKEN), give --api-key-file FILE,",
        "base_url=": "--base-url URL",
    },
    failed=_with_log,
)


def tell(message: str) -> None:
    """A line for the person at the terminal."""
    typer.echo(message, err=True)


def fail(message: str, code: int = FAILED) -> NoReturn:
    """Prints one error on one line and ends the command."""
    tell(f"Error: {one_line(message)}")
    raise typer.Exit(code)


@contextmanager
def errors_as_text(wording: Wording = HOLISTICS) -> Iterator[None]:
    """Turns bireme's errors, unwritable files and Ctrl-C into one line and the exit code that fits."""
    try:
        yield
    except ConfigError as error:
        fail(_in_words(error, wording), USAGE)
    except InvalidInput as error:
        fail(_in_words(error, wording) if error.field in wording.fields else str(error), USAGE)
    except MissingExtra as error:
        fail(str(error), USAGE)
    except JobFailed as error:
        fail(wording.failed(error))
    except BiremeError as error:
        fail(str(error))
    except BrokenPipeError:
        raise  # whoever read has had enough; typer ends the command without a word
    except OSError as error:
        fail(f"{error.filename or 'file'}: {error.strerror or error}")
    except KeyboardInterrupt:
        tell("Interrupted.")
        raise typer.Exit(INTERRUPTED) from None


def _in_words(error: ConfigError | InvalidInput, wording: Wording) -> str:
    """The error in terms of the command's options."""
    text = wording.fields.get(error.field, error.field) + str(error).removeprefix(error.field)
    for remedy, instead in wording.remedies.items():
        text = text.replace(remedy, instead)
    return text
