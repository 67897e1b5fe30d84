"""How the commands of Holistics are put together: help in groups, and a client for whoever needs one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

from bireme.cli import commands
from bireme.holistics import Holistics

from .options import BaseUrl, KeyFile, Region, Server, connected
from .waiting import CutOff

EXPORTS = "Exports and what they come from"
DELIVERY = "Deliveries"
PEOPLE = "People"
VENDOR_CLI = "As in the vendor's own command line tool"
PANELS = (EXPORTS, DELIVERY, PEOPLE, VENDOR_CLI)

_SERVER = {"base_url": BaseUrl, "region": Region, "key_file": KeyFile}


def group(name: str, help: str) -> typer.Typer:
    """A group of commands with plain help."""
    return commands.group(name, help, PANELS)


def with_client(function: Callable[..., None]) -> Callable[..., None]:
    """Gives a command its client as first argument, and the options that say which server and whose key."""
    return commands.given_first(function, _SERVER, _opened)


@contextmanager
def _opened(**options: Any) -> Iterator[Holistics]:
    server = Server(**options)
    with connected(server) as h:
        try:
            yield h
        except CutOff as cut:
            cut.end(server.again())
