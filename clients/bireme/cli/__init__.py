"""The `bireme` command. One module per vendor; `emulate` starts the emulator.

Exit codes: 0 done; 1 the request, the job or a file failed; 2 wrong usage or configuration; 3 a wait ran out (what to
go on with is printed); 130 interrupted by Ctrl-C or SIGTERM (likewise).

No command takes the API key itself as an option, for whoever lists processes would see it: it comes from the
environment or from a file.
"""

from __future__ import annotations

import signal
import sys
import warnings
from collections.abc import Callable
from io import TextIOWrapper
from typing import Any, NoReturn


def main() -> None:
    """Entry point of the `bireme` command."""
    signal.signal(signal.SIGTERM, _interrupt)
    warnings.formatwarning = lambda message, *_: f"Warning: {message}\n"
    # What the terminal cannot show must not end a command.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _app()(prog_name="bireme")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _app() -> Callable[..., Any]:
    try:
        from .app import app
    except ImportError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("typer", "rich"):
            raise
        sys.stderr.write(f"Error: The command line needs an extra ({missing} is missing): pip install 'bireme[cli]'\n")
        raise SystemExit(2) from None
    return app


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
