"""The `bireme` command. One module per vendor; `emulate` starts the emulator.

Exit codes: 0 done; 1 the request, the job or a file failed; 2 wrong usage or configuration; 3 a wait ran out (the
resume token is printed); 130 interrupted (likewise).
"""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the `bireme` command."""
    try:
        from .app import app
    except ImportError as error:
        sys.stderr.write(f"The command line needs an extra ({error.name} is missing): pip install 'bireme[cli]'\n")
        raise SystemExit(2) from None
    app()
