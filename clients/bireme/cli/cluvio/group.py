"""How the commands of Cluvio are put together: help in groups, and a client for whoever needs one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import typer

from bireme.cli import commands
from bireme.cluvio import Cluvio

from .options import ApiUrl, DataUrl, KeyFile, Location, Server, connected

DATA = "Data and files"
CONTENT = "What dashboards are made of"
DELIVERY = "Deliveries"
PEOPLE = "People"
SOURCES = "Where data comes from"
PANELS = (DATA, CONTENT, SOURCES, DELIVERY, PEOPLE)

_SERVER = {"location": Location, "api_url": ApiUrl, "data_url": DataUrl, "key_file": KeyFile}


@dataclass(frozen=True)
class Connection:
    """A client, and the server that the options have named, for commands that tell how to go on with another one."""

    c: Cluvio
    server: Server


def group(name: str, help: str) -> typer.Typer:
    """A group of commands with plain help."""
    return commands.group(name, help, PANELS)


def with_client(function: Callable[..., None]) -> Callable[..., None]:
    """Gives a command its client as first argument, and the options that say which server and whose key."""
    return commands.given_first(function, _SERVER, _client)


def with_connection(function: Callable[..., None]) -> Callable[..., None]:
    """As `with_client`, with the server beside the client."""
    return commands.given_first(function, _SERVER, _connection)


@contextmanager
def _client(**options: Any) -> Iterator[Cluvio]:
    with connected(Server(**options)) as c:
        yield c


@contextmanager
def _connection(**options: Any) -> Iterator[Connection]:
    server = Server(**options)
    with connected(server) as c:
        yield Connection(c, server)
