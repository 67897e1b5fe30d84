"""How the commands of Holistics are put together: help in groups, and a client for whoever needs one."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

from .options import BaseUrl, KeyFile, Region, Server, connected
from .waiting import CutOff

EXPORTS = "Exports and what they come from"
DELIVERY = "Deliveries"
PEOPLE = "People"
VENDOR_CLI = "As in the vendor's own command line tool"
OTHERS = "More"
PANELS = (EXPORTS, DELIVERY, PEOPLE, VENDOR_CLI, OTHERS)

_NEVER_CUT = 1_000  # a first sentence longer than its line is folded

_SERVER = {"base_url": BaseUrl, "region": Region, "key_file": KeyFile}


class Panels(TyperGroup):
    """Lists commands under the panels that they name; in a group without any, as one list."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        panels: dict[str, list[tuple[str, str]]] = {}
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        shown = [(name, command) for name, command in commands if command is not None and not command.hidden]
        for name, command in shown:
            panel = getattr(command, "rich_help_panel", None)
            title = panel if isinstance(panel, str) else OTHERS
            panels.setdefault(title, []).append((name, command.get_short_help_str(_NEVER_CUT)))
        for title, rows in sorted(panels.items(), key=lambda panel: PANELS.index(panel[0])):
            with formatter.section(title if len(panels) > 1 else "Commands"):
                formatter.write_dl(rows)


def group(name: str, help: str) -> typer.Typer:
    """A group of commands with plain help."""
    return typer.Typer(name=name, help=help, no_args_is_help=True, rich_markup_mode=None, cls=Panels)


def with_client(function: Callable[..., None]) -> Callable[..., None]:
    """Gives a command its client as first argument, and the options that say which server and whose key."""
    own = inspect.signature(function, eval_str=True)
    parameters = list(own.parameters.values())[1:]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in _SERVER.items()
    ]

    @functools.wraps(function)
    def command(*arguments: Any, **options: Any) -> None:
        server = Server(**{name: options.pop(name) for name in _SERVER})
        with connected(server) as h:
            try:
                function(h, *arguments, **options)
            except CutOff as cut:
                cut.end(server.again())

    command.__signature__ = own.replace(parameters=[*parameters, *added])  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in [*parameters, *added]}
    del command.__wrapped__
    return command
