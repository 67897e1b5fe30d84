"""How commands are put together: groups with plain help, and a first argument for whoever needs one."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import typer
from typer.core import TyperGroup

OTHERS = "More"

_NEVER_CUT = 1_000  # a first sentence longer than its line is folded


class Panels(TyperGroup):
    """Lists commands under the panels that they name, in the order of `panels`; in a group without any, as one list."""

    panels: Sequence[str] = ()

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        found: dict[str, list[tuple[str, str]]] = {}
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        shown = [(name, command) for name, command in commands if command is not None and not command.hidden]
        for name, command in shown:
            panel = getattr(command, "rich_help_panel", None)
            title = panel if isinstance(panel, str) else OTHERS
            found.setdefault(title, []).append((name, command.get_short_help_str(_NEVER_CUT)))
        order = (*self.panels, OTHERS)
        for title, rows in sorted(found.items(), key=lambda panel: order.index(panel[0])):
            with formatter.section(title if len(found) > 1 else "Commands"):
                formatter.write_dl(rows)


def group(name: str, help: str, panels: Sequence[str] = ()) -> typer.Typer:
    """A group of commands with plain help."""
    ordered = type("Panels", (Panels,), {"panels": tuple(panels)})
    return typer.Typer(name=name, help=help, no_args_is_help=True, rich_markup_mode=None, cls=ordered)


def given_first(
    function: Callable[..., None], options: Mapping[str, Any], opened: Callable[..., AbstractContextManager[Any]]
) -> Callable[..., None]:
    """A command that adds `options` (name -> annotation) to its own, and gets as first argument what they open."""
    own = inspect.signature(function, eval_str=True)
    parameters = list(own.parameters.values())[1:]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in options.items()
    ]

    @functools.wraps(function)
    def command(*arguments: Any, **given: Any) -> None:
        chosen = {name: given.pop(name) for name in options}
        with opened(**chosen) as first:
            function(first, *arguments, **given)

    command.__signature__ = own.replace(parameters=[*parameters, *added])  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in [*parameters, *added]}
    del command.__wrapped__
    return command
