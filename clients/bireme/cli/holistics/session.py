"""`bireme holistics login`, `version`, `help`: as in the vendor's own tool, word for word where that is known."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from bireme import __version__
from bireme._runtime.errors import ApiError, ConfigError, InvalidInput
from bireme.cli.output import FAILED, USAGE, errors_as_text, fail, one_line, tell

from .options import BaseUrl, Region, Server
from .token_file import write_token

REFUSALS = (401, 403, 422)  # how version 2 and the legacy API say that a key is not one


def login(
    token: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOKEN]", help="The API key; - reads it from standard input; left out, it is asked for."
        ),
    ] = None,
    base_url: BaseUrl = None,
    region: Region = None,
) -> None:
    """Check an API key, and keep it in ~/.holistics.yml for the commands that follow.

    The file is the vendor's own command line tool's too. Its other lines stay, and nobody but you may read it. Where
    HOLISTICS_API_KEY is set, that goes first. A key given as TOKEN stands in the history of your shell: - avoids it.

    \b
    Examples:
      bireme holistics login "$KEY"
      bireme holistics login - < key.txt
    """
    with errors_as_text():
        key = _given(token)
        server = Server(base_url, region)
        try:
            client = server.client(key=key)
        except ConfigError as error:
            if error.field != "api_key":
                raise
            fail(f"The token{str(error).removeprefix('api_key')}", USAGE)
        typer.echo("Authenticating token...")
        with client as h:
            try:
                user = h.users.me()
            except ApiError as error:
                if error.status not in REFUSALS:
                    raise
                tell(f"Error logging in. Please check your token again. {one_line(str(error))}")
                raise typer.Exit(FAILED) from None
        path = write_token(key)
        typer.echo(f"Authentication successful. Info:\n- ID: {user.id}\n- Email: {one_line(str(user.email))}")
        if sys.stderr.isatty():
            tell(f"The token is kept in {path}.")


def _given(token: str | None) -> str:
    if token == "-":
        return sys.stdin.read().strip()
    if token is not None:
        return token
    if not sys.stdin.isatty():
        raise InvalidInput("TOKEN", None, "is missing", "Give the API key, or - to read it from standard input")
    return str(typer.prompt("API key", hide_input=True, err=True)).strip()


def version() -> None:
    """Print the version."""
    typer.echo(__version__)


def help(
    ctx: typer.Context,
    command: Annotated[
        list[str] | None, typer.Argument(metavar="[COMMAND]...", help="What to explain, e.g. data_sources list.")
    ] = None,
) -> None:
    """Explain a command; without one, list them all."""
    context: Any = ctx.parent
    for name in command or ():
        inner = getattr(context.command, "get_command", lambda *_: None)(context, name)
        if inner is None:
            fail(f"There is no command {name!r} in {context.command_path}. Try: bireme holistics help", USAGE)
        context = type(context)(inner, info_name=name, parent=context)
    typer.echo(context.command.get_help(context))
