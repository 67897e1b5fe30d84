"""Asking before something is destroyed."""

from __future__ import annotations

import sys

import typer

from bireme.cli.output import FAILED, USAGE, fail, one_line, print_json, tell


def confirm(what: str, yes: bool) -> None:
    """Goes on if `yes`, or if the person at the terminal agrees; ends the command otherwise.

    Off a terminal nobody can be asked: that is a usage error, and nothing has been sent.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        fail(f"{what} asks first, and there is no terminal to ask at. Add --yes.", USAGE)
    if not typer.confirm(f"{one_line(what)}?", err=True):
        tell("Nothing was changed.")
        raise typer.Exit(FAILED)


def say(message: object, json: bool) -> None:
    """Prints what the server says of a change: a sentence, or what JSON it sent."""
    if json:
        print_json({"message": str(message)})
    else:
        typer.echo(one_line(str(message)))
