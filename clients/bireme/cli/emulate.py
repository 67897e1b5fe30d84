"""`bireme emulate`: the local emulator as a server."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from .output import FAILED, USAGE, fail, tell


def emulate(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", help="Port of the APIs; 0 picks a free one.")] = 8900,
    files_port: Annotated[
        int | None,
        typer.Option("--files-port", metavar="NUMBER", help="Port of signed downloads; otherwise the next."),
    ] = None,
    state: Annotated[
        str, typer.Option("--state", metavar="FOLDER", help="Where state lives; what is in a folder survives restarts.")
    ] = ":memory:",
    workspace: Annotated[
        str, typer.Option("--workspace", metavar="NAME", help="What it starts with: demo, or the path of a seed file.")
    ] = "demo",
    seed: Annotated[
        int, typer.Option("--seed", metavar="NUMBER", help="Seed of all that is random, e.g. faults by probability.")
    ] = 1,
    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="NAME=FILE", help="Add a CSV, Parquet or DuckDB file as a table; repeatable."),
    ] = None,
    mount: Annotated[
        str | None,
        typer.Option(
            "--mount",
            metavar="API",
            help="Serve this API (holistics, holistics_v1, cluvio_eu or cluvio_us) at the root of the port.",
        ),
    ] = None,
    clock: Annotated[
        str | None,
        typer.Option("--clock", metavar="TIME", help="Freeze the clock, e.g. at 2013-06-01T00:00:00Z."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Check every reply against the spec as well.")] = False,
    rate_limits: Annotated[bool, typer.Option(help="Count requests as the vendor does.")] = True,
    smtp: Annotated[
        str | None,
        typer.Option("--smtp", metavar="HOST:PORT", help="Send mail by this relay; otherwise it stays in the outbox."),
    ] = None,
    slack: Annotated[
        str | None,
        typer.Option(
            "--slack", metavar="URL", help="Post to Slack's web API at this URL; its token is in $SLACK_TOKEN."
        ),
    ] = None,
    deliveries: Annotated[
        str | None,
        typer.Option(
            "--deliveries", metavar="FILE", help="YAML with relay, Slack, SFTP and ADLS (docs/deliveries.md)."
        ),
    ] = None,
) -> None:
    """Start the emulator and serve until Ctrl-C or SIGTERM.

    Once ready it prints one line of JSON on standard output: the address and a key for each API, and the addresses of
    signed files and of the control API.

    \b
    Example:
      bireme emulate --port 8900
    """
    try:
        from bireme_emulator import EmulatorConfig, EmulatorError, serve
    except ImportError as error:
        if (error.name or "").startswith("bireme"):
            raise
        fail(f"The emulator needs an extra ({error.name} is missing): pip install 'bireme[emulator]'", USAGE)
    try:
        config = EmulatorConfig(
            host=host,
            port=port,
            files_port=_files_port(port) if files_port is None else files_port,
            state=state,
            workspace=workspace,
            seed=seed,
            data=_tables(data or []),
            mount=mount,
            clock=_time(clock),
            strict=strict,
            rate_limits=rate_limits,
            smtp=smtp,
            slack=slack,
            deliveries=deliveries,
        )
    except EmulatorError as error:
        fail(str(error), USAGE)
    if sys.stderr.isatty():
        tell("Starting the emulator; Ctrl-C stops it.")
    try:
        serve(config)
    except EmulatorError as error:
        fail(str(error), FAILED)
    except KeyboardInterrupt:  # before it was ready to be stopped
        raise typer.Exit from None


def _files_port(port: int) -> int:
    return port + 1 if 0 < port < 65535 else 0


def _tables(pairs: list[str]) -> dict[str, Path]:
    tables = {}
    for pair in pairs:
        name, separator, file = pair.partition("=")
        if not separator or not name or not file:
            raise typer.BadParameter(f"{pair!r} is not NAME=FILE, e.g. sales=sales.parquet", param_hint="--data")
        tables[name] = Path(file)
    return tables


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise typer.BadParameter(f"{text!r} is not a time with a zone, e.g. 2013-06-01T00:00:00Z", param_hint="--clock")
    return moment
