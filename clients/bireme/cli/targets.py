"""Where a command writes rows or a file to, and as what; what can be known to go wrong does so before work begins."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bireme._runtime.errors import InvalidInput

STDOUT = "-"


def format_of(output: str, format: str | None, formats: Sequence[str]) -> str | None:
    """The format that `--format` or the end of the file's name asks for; None where nothing says so.

    Raises:
        InvalidInput: it is none of `formats`.
    """
    if format is not None and format not in formats:
        raise InvalidInput("--format", format, "is not a format", f"Use {', '.join(formats)}")
    if format is not None or output == STDOUT:
        return format
    ending = Path(output).suffix.lower().removeprefix(".")
    if ending not in formats:
        *others, last = (f".{known}" for known in formats)
        remedy = f"End it in {', '.join(others)} or {last}, or add --format"
        raise InvalidInput("--output", output, "does not say the format", remedy)
    return ending


def check_output(output: str, format: str, shown: Sequence[str] = ("csv",)) -> None:
    """Whether the output can be written; `shown` are the formats that a terminal can show.

    Raises:
        InvalidInput: it cannot.
    """
    if output == STDOUT:
        if format not in shown and sys.stdout.isatty():
            remedy = f"Give a file, e.g. --output export.{format}"
            raise InvalidInput("--output", STDOUT, f"is this terminal, which cannot show {format}", remedy)
        return
    path = Path(output)
    if path.is_dir():
        raise InvalidInput("--output", output, "is a folder", "Give the name of a file in it")
    if not path.parent.is_dir():
        raise InvalidInput("--output", output, "is in a folder that does not exist", "Make the folder first")
