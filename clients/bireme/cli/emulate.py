"""`bireme emulate`: the local emulator as a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .output import FAILED, fail


def emulate(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the APIs; 0 picks a free one.")] = 8900,
    files_port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port of signed downloads; otherwise the port after --port.")
    ] = None,
    state: Annotated[
        str, typer.Option(help="Where state lives: :memory:, a file, or a database URL. A file survives restarts.")
    ] = ":memory:",
    workspace: Annotated[str, typer.Option(help="What it starts with: demo, or empty.")] = "demo",
    seed: Annotated[int, typer.Option(help="Seed of all that is random, e.g. faults by probability.")] = 1,
    data: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=FILE", help="Add a CSV, Parquet or DuckDB file as a table. Can be repeated."),
    ] = None,
    mount: Annotated[
        str | None, typer.Option(metavar="API", help="Serve this API (holistics) at the root of the port.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Check every reply against the spec as well.")] = False,
    rate_limits: Annotated[bool, typer.Option(help="Count requests as the vendor does.")] = True,
) -> None:
    """Start the emulator and serve until Ctrl-C or SIGTERM.

    Once ready it prints one line of JSON on standard output: the address and a key for each API, and the addresses of
    signed files and of the control API.

        bireme emulate --port 8900
    """
    try:
        import bireme_emulator
    except ImportError as error:
        fail(f"The emulator needs an extra ({error.name} is missing): pip install 'bireme[emulator]'", 2)
    try:
        bireme_emulator.serve(
            host=host,
            port=port,
            files_port=files_port,
            state=state,
            workspace=workspace,
            seed=seed,
            data=_tables(data or []),
            mount=mount,
            strict=strict,
            rate_limits=rate_limits,
        )
    except bireme_emulator.EmulatorError as error:
        fail(str(error), FAILED)


def _tables(pairs: list[str]) -> dict[str, Path]:
    tables = {}
    for pair in pairs:
        name, separator, file = pair.partition("=")
        if not separator or not name or not file:
            raise typer.BadParameter(f"{pair!r} is not NAME=FILE, e.g. sales=sales.parquet", param_hint="--data")
        tables[name] = Path(file)
    return tables
