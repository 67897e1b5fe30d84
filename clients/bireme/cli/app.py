"""The command tree."""

from __future__ import annotations

from typing import Annotated

import typer

from bireme import __version__

from . import cluvio, emulate, holistics, migrate

app = typer.Typer(
    name="bireme",
    help="Reports out of BI tools as rows and files, and a local emulator to test against.",
    epilog="""\b
Exit codes:
  0    done
  1    the request, the job or a file failed
  2    wrong usage or configuration
  3    a wait ran out; what to go on with is printed
  130  interrupted by Ctrl-C or SIGTERM; likewise""",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
holistics.app.command("migrate")(migrate.migrate)
app.add_typer(holistics.app, name="holistics")
app.add_typer(cluvio.app, name="cluvio")
app.command("emulate")(emulate.emulate)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"bireme {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reports out of BI tools as rows and files, and a local emulator to test against."""
